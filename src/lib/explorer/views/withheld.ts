import type { Filters, ViewGroup } from '#lib/domain/view-state/state.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import { facet } from '#lib/network/facets.ts';
import type { Network } from '#lib/network/model.ts';

/** Filters that let a family and the groups it needs through, the others as they are. */
export function opened(
	{ families, hiddenGroups }: Pick<Filters, 'families' | 'hiddenGroups'>,
	family: Family,
	groups: readonly ViewGroup[]
): Pick<Filters, 'families' | 'hiddenGroups'> {
	return {
		families: new Set([...families, family]),
		hiddenGroups: new Set([...hiddenGroups].filter((group) => !groups.includes(group)))
	};
}

/** Relations of a family that only the legend's families and groups keep out of sight. */
export function withheld(
	network: Network,
	filters: Filters,
	family: Family,
	groups: readonly ViewGroup[]
): number {
	const passing = (given: Filters): number =>
		facet(network, given).edges.reduce(
			(count, passes, at) => count + Number(passes === 1 && network.edges[at]?.family === family),
			0
		);
	return passing({ ...filters, ...opened(filters, family, groups) }) - passing(filters);
}
