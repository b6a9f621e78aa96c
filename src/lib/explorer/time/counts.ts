import { RELATION_STATUSES } from '#lib/domain/status.ts';
import type { Filters } from '#lib/domain/view-state/state.ts';
import { facet } from '#lib/network/facets.ts';
import type { Network, NetworkEdge } from '#lib/network/model.ts';
import { statusAlive, type YearChange } from '#lib/network/years.ts';
import type { ChangeCounts } from './words.ts';

/** Relations that would be shown in a year they are alive in: every filter but the years. */
export function datable(
	network: Pick<Network, 'nodes' | 'edges'>,
	filters: Filters
): NetworkEdge[] {
	const statuses = new Set(RELATION_STATUSES);
	const { edges } = facet(network, {
		...filters,
		statuses,
		year: undefined,
		comparedYear: undefined
	});
	return network.edges.filter((edge, place) => {
		const status = statusAlive(edge);
		return edges[place] === 1 && status !== undefined && filters.statuses.has(status);
	});
}

/** How many of the relations shown, and of them how many with no known start. */
export const countShown = (edges: readonly NetworkEdge[]): { alive: number; undated: number } => ({
	alive: edges.length,
	undated: edges.filter(({ since }) => since === undefined).length
});

/** What became of the relations shown. */
export function countChanges(
	changes: readonly (YearChange | undefined)[],
	shown: Uint8Array
): ChangeCounts {
	const counts = { created: 0, ended: 0, renewed: 0, kept: 0 };
	changes.forEach((change, place) => {
		if (change && shown[place] === 1) counts[change]++;
	});
	return counts;
}
