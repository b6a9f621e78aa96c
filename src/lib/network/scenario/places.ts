/** Where what is planned stands in a drawing whose every other thing stays in its place. Pure. */
import { isApart } from '../isolation.ts';
import type { IsolationRow, Layout, Network, Position } from '../model.ts';

/** Between the centres of two nodes, in the layout's units. */
const APART = 2.2;
/** From a place to a line drawn already: what stands on it would seem to be tied by it. */
const BESIDE = 1.1;
/** Places tried around the first before giving up: rings of eight, sixteen… */
const RINGS = 12;

/** How far the nearest node is. */
const clearance = ({ x, y }: { x: number; y: number }, taken: readonly Position[]): number =>
	taken.reduce((least, other) => Math.min(least, Math.hypot(x - other.x, y - other.y)), Infinity);

type Point = { x: number; y: number };
type Segment = readonly [Point, Point];

/** How far the nearest line is. */
const lineClearance = ({ x, y }: Point, lines: readonly Segment[]): number =>
	lines.reduce((least, [a, b]) => {
		const [dx, dy] = [b.x - a.x, b.y - a.y];
		const length = dx * dx + dy * dy || 1;
		const along = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
		return Math.min(least, Math.hypot(x - a.x - along * dx, y - a.y - along * dy));
	}, Infinity);

/**
 * The freest place on the nearest ring that has a free one, on no line drawn already: always the same
 * for the same drawing. The place wished for is taken when it is free.
 */
function freePlace(wished: Point, taken: readonly Position[], lines: readonly Segment[]): Position {
	for (let ring = 0; ring <= RINGS; ring++) {
		const steps = Math.max(1, ring * 8);
		const places = Array.from({ length: steps }, (_, step) => {
			// Off the axes, where ties between neighbours often lie.
			const angle = (2 * Math.PI * (step + 0.5)) / steps;
			const x = wished.x + ring * APART * Math.cos(angle);
			const y = wished.y + ring * APART * Math.sin(angle);
			const onLine = lineClearance({ x, y }, lines) < BESIDE;
			return { x, y, free: onLine ? 0 : clearance({ x, y }, taken) };
		});
		const best = places.reduce((a, b) => (b.free > a.free + 1e-6 ? b : a));
		if (best.free >= APART - 1e-6) return { x: best.x, y: best.y, zone: 'network' };
	}
	return { ...wished, zone: 'network' };
}

/** Every node where it was, in the margin by name only when it stands apart now. */
function judgedAgain(
	positions: Layout['positions'],
	isolated: readonly IsolationRow[]
): Map<string, Position> {
	const apart = new Set(isolated.filter(isApart).map(({ actorId }) => actorId));
	return new Map(
		[...positions].map(([id, place]): [string, Position] => {
			if (apart.has(id)) return [id, { ...place, zone: 'margin' }];
			return [id, place.zone === 'margin' ? { ...place, zone: 'network' } : place];
		})
	);
}

/**
 * The layout with a place for each node that has none: near those it is tied to, else under the drawing.
 * What has a place keeps it. Nodes and ties times arrivals.
 */
export function withArrivals(
	layout: Layout,
	network: Network,
	isolated: readonly IsolationRow[]
): Layout {
	const positions = judgedAgain(layout.positions, isolated);
	const neighbours = new Map<string, string[]>();
	const put = (from: string, to: string): void => {
		const known = neighbours.get(from);
		if (known) known.push(to);
		else neighbours.set(from, [to]);
	};
	const hubs = new Set(
		network.nodes.filter(({ group }) => group === 'project' || group === 'ars').map(({ id }) => id)
	);
	const drawn = network.edges.filter(
		({ source, target }) => !hubs.has(source) && !hubs.has(target)
	);
	for (const { source, target } of drawn) {
		put(source, target);
		put(target, source);
	}
	const { minX, maxX, maxY } = layout.bounds;
	const bounds = { ...layout.bounds };
	// Those with the most places to stand near come first, so that the others may stand near them.
	const arrivals = network.nodes.filter(({ id }) => !positions.has(id));
	const known = (id: string): Position[] =>
		(neighbours.get(id) ?? []).flatMap((other) => positions.get(other) ?? []);
	const waiting = new Set(arrivals.map(({ id }) => id));
	while (waiting.size > 0) {
		const [next = ''] = [...waiting].sort(
			(a, b) => known(b).length - known(a).length || (a < b ? -1 : 1)
		);
		const near = known(next);
		const wished =
			near.length > 0
				? {
						x: near.reduce((sum, { x }) => sum + x, 0) / near.length,
						y: near.reduce((sum, { y }) => sum + y, 0) / near.length
					}
				: { x: (minX + maxX) / 2, y: maxY + 2 * APART };
		const lines = drawn.flatMap(({ source, target }): Segment[] => {
			const [a, b] = [positions.get(source), positions.get(target)];
			return a && b ? [[a, b]] : [];
		});
		const place = freePlace(wished, [...positions.values()], lines);
		positions.set(next, place);
		bounds.minX = Math.min(bounds.minX, place.x);
		bounds.maxX = Math.max(bounds.maxX, place.x);
		bounds.minY = Math.min(bounds.minY, place.y);
		bounds.maxY = Math.max(bounds.maxY, place.y);
		waiting.delete(next);
	}
	return { ...layout, positions, bounds };
}
