/** Walking on the network with the arrow keys. Pure. */
interface Point {
	x: number;
	y: number;
}

export const ARROWS = {
	ArrowUp: { x: 0, y: -1 },
	ArrowDown: { x: 0, y: 1 },
	ArrowLeft: { x: -1, y: 0 },
	ArrowRight: { x: 1, y: 0 }
} as const satisfies Record<string, Point>;
export type ArrowKey = keyof typeof ARROWS;

export const isArrow = (key: string): key is ArrowKey => key in ARROWS;

/**
 * The neighbour a key points at from a place on screen: the best aligned one, the nearest among
 * equals. Any neighbour is reachable: one that no key points at squarely still wins its quadrant.
 */
export function neighbourToward(
	from: Point,
	key: ArrowKey,
	neighbours: readonly { id: string; at: Point }[]
): string | undefined {
	const way = ARROWS[key];
	let best: string | undefined;
	let least = Infinity;
	for (const { id, at } of neighbours) {
		const dx = at.x - from.x;
		const dy = at.y - from.y;
		const ahead = dx * way.x + dy * way.y;
		if (ahead <= 0) continue;
		const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
		const cost = aside / ahead + Math.hypot(dx, dy) / 1000;
		if (cost < least) {
			least = cost;
			best = id;
		}
	}
	return best;
}

/**
 * The neighbour after `here`, clockwise from the top around a place on screen; without `here`, the
 * first of the turn. With equal angles, the nearest first.
 */
export function besideIn(
	centre: Point,
	neighbours: readonly { id: string; at: Point }[],
	here: string | undefined,
	turn: 1 | -1
): string | undefined {
	const angle = ({ at }: { at: Point }): number =>
		(Math.atan2(at.x - centre.x, centre.y - at.y) + 2 * Math.PI) % (2 * Math.PI);
	const far = ({ at }: { at: Point }): number => Math.hypot(at.x - centre.x, at.y - centre.y);
	const ring = [...neighbours].sort((a, b) => angle(a) - angle(b) || far(a) - far(b));
	const now = ring.findIndex(({ id }) => id === here);
	if (now === -1) return ring.at(turn === 1 ? 0 : -1)?.id;
	return ring[(now + turn + ring.length) % ring.length]?.id;
}
