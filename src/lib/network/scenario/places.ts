/** Where what is planned stands in a drawing whose every other thing stays in its place. Pure. */
import { isApart } from '../isolation.ts';
import type { IsolationRow, Layout, Network, Position } from '../model.ts';

/** Between the centres of two nodes, in the layout's units. */
const APART = 1.7;
/** Places tried around the first before giving up: rings of six, twelve… */
const RINGS = 12;

const far = (a: Position, b: Position): boolean => Math.hypot(a.x - b.x, a.y - b.y) >= APART;

/** The nearest free place, by rings around the one wished for: always the same for the same drawing. */
function freePlace(wished: { x: number; y: number }, taken: readonly Position[]): Position {
	for (let ring = 0; ring <= RINGS; ring++) {
		const steps = Math.max(1, ring * 6);
		for (let step = 0; step < steps; step++) {
			const angle = (2 * Math.PI * step) / steps;
			const place: Position = {
				x: wished.x + ring * APART * Math.cos(angle),
				y: wished.y + ring * APART * Math.sin(angle),
				zone: 'network'
			};
			if (taken.every((other) => far(place, other))) return place;
		}
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
 * What has a place keeps it. Nodes times arrivals.
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
	for (const { source, target } of network.edges) {
		if (hubs.has(source) || hubs.has(target)) continue;
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
		const place = freePlace(wished, [...positions.values()]);
		positions.set(next, place);
		bounds.minX = Math.min(bounds.minX, place.x);
		bounds.maxX = Math.max(bounds.maxX, place.x);
		bounds.minY = Math.min(bounds.minY, place.y);
		bounds.maxY = Math.max(bounds.maxY, place.y);
		waiting.delete(next);
	}
	return { ...layout, positions, bounds };
}
