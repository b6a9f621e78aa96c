/** What is written on the map, and where a name must not go. */
import type { DrawnGraph } from '../graph.ts';
import type { Box } from '../boxes.ts';
import type { Obstacles } from '../labels.ts';
import type { LabelRequest } from '../label-layer.ts';
import type { NameQuota } from '../density.ts';
import type { Focus } from '../styles.ts';
import { markKey } from './marks.ts';
import { isNode, type Seen, type SeenMark } from './scene.ts';

/** Segments beyond these cost more to dodge than it shows. */
const MOST_LINES = 350;

/** Anchors of the label layer: below, right, above, left. */
const ANCHOR = { below: 0, right: 1, above: 2, left: 3 };

/** On which side of a ring something stands: its name goes outward. */
function outward({ x, y }: SeenMark, from: { x: number; y: number }): number {
	const [dx, dy] = [x - from.x, y - from.y];
	if (Math.abs(dx) >= Math.abs(dy) * 0.45) return dx > 0 ? ANCHOR.right : ANCHOR.left;
	return dy > 0 ? ANCHOR.below : ANCHOR.above;
}

/** Names wanted, the most needed first in priority; a stack bears the name of its place. */
export function nameRequests(
	{ marks }: Seen,
	{
		graph,
		focus,
		quota,
		names
	}: {
		graph: DrawnGraph;
		focus: Focus;
		quota: NameQuota;
		names: ReadonlyMap<string, string>;
	}
): LabelRequest[] {
	return marks
		.filter(({ ghost }) => !ghost)
		.map((seen) => {
			const { x, y, strong, on } = seen;
			const strength = !focus.strong || strong ? 1 : 0.32;
			const shared = { x, y, strength, bold: on, margin: false };
			if (!isNode(seen))
				return {
					...shared,
					key: markKey(seen.mark),
					radius: seen.radius + 2,
					name: seen.mark.name,
					bold: false,
					priority: 2000 + seen.mark.count,
					required: false
				};
			const { id } = seen.mark;
			return {
				...shared,
				key: id,
				radius: seen.radius + (seen.apart ? 4 : 0) + (on ? 4 : 0),
				name: names.get(id) ?? id,
				priority: graph.degree(id) + 1 + (on ? 1e6 : strong ? 1e4 : seen.leader ? 3000 : 0),
				required: on || (focus.near?.has(id) ?? false),
				only: seen.leader ? outward(seen, seen.leader) : undefined,
				roams: graph.order <= quota.roaming
			};
		});
}

/** From the edge of the ground of a spread to its names. */
const INSIDE = 24;
/** Pixels of each slice of a disc told as boxes. */
const SLICE = 12;
/** Names stay out of what is spread: ties cross there. */
function slices({ at, radius }: { at: { x: number; y: number }; radius: number }): Box[] {
	const boxes: Box[] = [];
	for (let y = -radius; y < radius; y += SLICE) {
		const nearest = Math.max(Math.abs(y), Math.abs(y + SLICE));
		const half = Math.sqrt(Math.max(0, radius * radius - nearest * nearest));
		boxes.push({ x: at.x - half, y: at.y + y, width: half * 2, height: SLICE });
	}
	return boxes;
}

/** Nodes, stacks and lines on screen, as what names must not cover. */
export function obstaclesOf({ marks, lines, spread }: Seen, reserved: readonly Box[]): Obstacles {
	const inside = spread ? slices({ at: spread.at, radius: spread.radius - INSIDE }) : [];
	const boxes = [...reserved, ...inside];
	const isFocused = marks.some(({ strong }) => strong);
	const discs = marks.map(({ x, y, radius, strong, ghost }) => ({
		...{ x, y, radius: radius + 1 },
		faint: ghost || (isFocused && !strong)
	}));
	const segments = lines.slice(0, MOST_LINES).flatMap(({ from, to, bend }) => {
		const middle = {
			x: (from.x + to.x) / 4 + bend.x / 2,
			y: (from.y + to.y) / 4 + bend.y / 2
		};
		return [
			{ x1: from.x, y1: from.y, x2: middle.x, y2: middle.y },
			{ x1: middle.x, y1: middle.y, x2: to.x, y2: to.y }
		];
	});
	return { discs, segments, boxes };
}
