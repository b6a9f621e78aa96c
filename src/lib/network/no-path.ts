/** Why there is no way between two structures, and what would bring one. Pure. */
import { everything, type Filters } from '#lib/domain/view-state/state.ts';
import { facet } from './facets.ts';
import type { Network, NetworkEdge } from './model.ts';
import { areTied, groupOf, waysEver, waysOf, type Ways } from './paths.ts';

/** Parts of the filters that can stand in the way, in the order they are told. */
export const OBSTACLES = [
	'families',
	'hiddenGroups',
	'statuses',
	'certainties',
	'ess',
	'access',
	'departements',
	'year'
] as const satisfies readonly (keyof Filters)[];
export type Obstacle = (typeof OBSTACLES)[number];

export type NoPath =
	| { reason: 'same' }
	/** `by`: filters each of which, put back alone, brings a way; empty when several are needed. */
	| { reason: 'hidden'; by: Obstacle[] }
	/** There was one, or one is planned. */
	| { reason: 'past' }
	/** Structures each can reach, itself included. */
	| { reason: 'apart'; reach: [number, number] };

type Graph = Pick<Network, 'nodes' | 'edges'>;

function waysIn(network: Graph, filters: Filters): Ways {
	const { edges } = facet(network, filters);
	return waysOf(
		network.edges.filter((_edge: NetworkEdge, place) => edges[place] === 1),
		filters.year
	);
}

/** The nearest reason why nothing that passes `filters` leads from one to the other. A few linear passes. */
export function whyNoPath(network: Graph, filters: Filters, from: string, to: string): NoPath {
	if (from === to) return { reason: 'same' };
	const open = everything();
	const known = waysIn(network, open);
	if (areTied(known, from, to)) {
		const by = OBSTACLES.filter((part) =>
			areTied(waysIn(network, { ...filters, [part]: open[part] }), from, to)
		);
		return { reason: 'hidden', by };
	}
	if (areTied(waysEver(network.edges), from, to)) return { reason: 'past' };
	const structures = new Set(
		network.nodes.filter(({ label }) => label !== 'SharedResource').map(({ id }) => id)
	);
	const reach = (id: string): number =>
		[...groupOf(known, id)].filter((other) => structures.has(other)).length;
	return { reason: 'apart', reach: [reach(from), reach(to)] };
}
