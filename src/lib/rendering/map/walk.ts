import type { Point } from '../model.ts';

/**
 * The point a key points at from another: the nearest one ahead, what is aside counting three times.
 * Everything ahead can be reached, whatever its side.
 *
 * @param way where the key points: a step along one axis
 */
export function pointToward<T extends Point>(
	from: Point,
	way: Point,
	points: readonly T[]
): T | undefined {
	let best: T | undefined;
	let least = Infinity;
	for (const point of points) {
		const [dx, dy] = [point.x - from.x, point.y - from.y];
		const ahead = dx * way.x + dy * way.y;
		if (ahead <= 0.5) continue;
		const cost = ahead + 3 * Math.abs(dx * way.y - dy * way.x);
		if (cost < least) {
			least = cost;
			best = point;
		}
	}
	return best;
}
