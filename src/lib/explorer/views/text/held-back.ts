import { CERTAINTIES, type Certainty } from '#lib/domain/claims.ts';
import { RELATION_STATUSES, type RelationStatus } from '#lib/domain/status.ts';
import {
	ACCESS_VALUES,
	ESS_VALUES,
	VIEW_GROUPS,
	type AccessValue,
	type EssValue,
	type Filters,
	type ViewGroup
} from '#lib/domain/view-state/state.ts';
import { DRAWN_FAMILIES, type Family } from '#lib/domain/vocabulary/relation-types.ts';
import { valuesIn } from '#lib/network/facets.ts';
import type { Network } from '#lib/network/model.ts';
import { spanOf } from '#lib/network/years.ts';
import type { Shown } from '../../data.ts';

/** What the filters hold back; each list names what is not shown. */
export interface TextFilters {
	nodes: number;
	ties: number;
	families: Family[];
	groups: ViewGroup[];
	statuses: RelationStatus[];
	certainties: Certainty[];
	ess: EssValue[];
	access: AccessValue[];
	departements?: string[] | undefined;
	/** Whose neighbours are shown in spite of the filters. */
	expanded: string[];
	year?: number | undefined;
	span?: { before: number; after: number } | undefined;
}

/** What of a network these filters leave out of what is shown, by name. Linear in the network. */
export function heldBack(network: Network, shown: Shown, filters: Filters): TextFilters {
	const held = valuesIn(network);
	const names = new Map(network.nodes.map(({ id, name }) => [id, name]));
	const not = <T>(list: readonly T[], chosen: ReadonlySet<T>): T[] =>
		list.filter((each) => !chosen.has(each));
	return {
		nodes: network.nodes.length - shown.nodes.length,
		ties: network.edges.length - shown.edges.length,
		families: not(DRAWN_FAMILIES, filters.families).filter((family) => held.families.has(family)),
		groups: VIEW_GROUPS.filter(
			(group) => filters.hiddenGroups.has(group) && held.groups.has(group)
		),
		statuses: not(RELATION_STATUSES, filters.statuses),
		certainties: not(CERTAINTIES, filters.certainties),
		ess: not(ESS_VALUES, filters.ess),
		access: not(ACCESS_VALUES, filters.access),
		expanded: [...filters.expanded].flatMap((id) => names.get(id) ?? []),
		departements: filters.departements && [...filters.departements].sort(),
		year: filters.year,
		span: spanOf(filters)
	};
}
