import type { Point, Selection } from '../model.ts';
import type { Mark, MenuTarget, StackMark, Target } from './model.ts';
import type { Seen, SeenLine } from './scene.ts';

/** Pixels around a thing that count as it: more for a finger. */
export interface Reach {
	mark: number;
	line: number;
}

/** What is at a point of the screen: the last mark drawn there, else the nearest line of one relation. */
export function pick({ marks, lines, spread }: Seen, at: Point, reach: Reach): Target | undefined {
	let best: Target | undefined;
	let least = Infinity;
	for (const seen of marks) {
		if (seen.ghost) continue;
		const away = Math.hypot(seen.x - at.x, seen.y - at.y);
		const isNear = away <= Math.max(seen.radius + 3, reach.mark);
		if (!isNear || away > least) continue;
		least = away;
		best = { kind: 'mark', mark: seen.mark };
	}
	if (best) return best;
	const onPlate = spread && Math.hypot(spread.at.x - at.x, spread.at.y - at.y) < spread.radius;
	for (const seen of lines) {
		const [only] = seen.line.edges;
		if (
			seen.line.ghost ||
			seen.line.edges.length > 1 ||
			only === undefined ||
			(onPlate && !seen.above)
		)
			continue;
		const away = distanceTo(seen, at);
		if (away > reach.line || away >= least) continue;
		least = away;
		best = { kind: 'edge', id: only };
	}
	return best;
}

/** Pixels from a point to a curve, measured along sixteen of its segments. */
function distanceTo({ from, bend, to }: SeenLine, at: Point): number {
	const on = (t: number): Point => ({
		x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * bend.x + t * t * to.x,
		y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * bend.y + t * t * to.y
	});
	let least = Infinity;
	let before = on(0);
	for (let step = 1; step <= 16; step++) {
		const after = on(step / 16);
		const [dx, dy] = [after.x - before.x, after.y - before.y];
		const along = ((at.x - before.x) * dx + (at.y - before.y) * dy) / (dx * dx + dy * dy || 1);
		const t = Math.min(Math.max(along, 0), 1);
		least = Math.min(least, Math.hypot(before.x + dx * t - at.x, before.y + dy * t - at.y));
		before = after;
	}
	return least;
}

/** Is a node this mark, or in it. */
export const holds = (mark: Mark, id: string): boolean =>
	mark.kind === 'node' ? mark.id === id : mark.ids.includes(id);

export const stackOf = (target: Target | undefined): StackMark | undefined =>
	target?.kind === 'mark' && target.mark.kind === 'stack' ? target.mark : undefined;

/** What a click selects: a stack opens instead. */
export const selectionOf = (target: Target | undefined): Selection | undefined => {
	if (target?.kind === 'edge') return { kind: 'edge', id: target.id };
	return target?.mark.kind === 'node' ? { kind: 'node', id: target.mark.id } : undefined;
};

export function menuTarget(target: Target | undefined): MenuTarget | undefined {
	const stack = stackOf(target);
	if (stack) return { kind: 'stack', stack };
	const selection = selectionOf(target);
	return selection && { kind: 'selection', selection };
}
