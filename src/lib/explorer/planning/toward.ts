import type { Point } from '#lib/rendering/model.ts';
import { ARROWS, type ArrowKey } from '../walk.ts';

/** The nearest place an arrow points at, within its quarter of the drawing. Pure. */
export function nearestToward(
	from: Point,
	key: ArrowKey,
	places: readonly { id: string; at: Point }[]
): string | undefined {
	const way = ARROWS[key];
	let best: string | undefined;
	let least = Infinity;
	for (const { id, at } of places) {
		const [dx, dy] = [at.x - from.x, at.y - from.y];
		const ahead = dx * way.x + dy * way.y;
		const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
		if (ahead <= 0 || aside > ahead) continue;
		// Straight ahead comes before aside at the same distance.
		const cost = ahead + 2 * aside;
		if (cost < least) [best, least] = [id, cost];
	}
	return best;
}
