import { parseViewState } from '#lib/domain/view-state/codec.ts';
import type { Filters } from '#lib/domain/view-state/state.ts';
import { facet } from '#lib/network/facets.ts';
import type { IsolationRow, Network } from '#lib/network/model.ts';
import { summarise, type NetworkSummary } from '#lib/network/summary.ts';
import { apartIds, shownOf } from './data.ts';
import { networkTables, type NetworkTables } from './table.ts';

/** Above this many relations the tables have a page of their own, so that the first one stays light. */
export const INLINE_RELATIONS = 400;

/** The figures of a card, so that a page and its card never differ, and the tables. */
export interface PageNetwork extends NetworkSummary {
	day: string;
	/** What is read without JavaScript; absent when it is large and not asked for. */
	tables: NetworkTables | undefined;
}

/** What the server says of a network in the page itself: counts, and the tables when they are light or asked for. */
export function pageNetwork(
	network: Network,
	isolated: readonly IsolationRow[],
	search: URLSearchParams
): PageNetwork {
	const { state } = parseViewState(search);
	const wanted = network.edges.length <= INLINE_RELATIONS || state.view === 'tableau';
	return {
		...summarise(network, isolated),
		day: network.day,
		tables: wanted ? tablesOf(network, isolated, state) : undefined
	};
}

function tablesOf(
	network: Network,
	isolated: readonly IsolationRow[],
	filters: Filters
): NetworkTables {
	const apart = apartIds(network, isolated);
	const { nodes, edges } = shownOf(network, facet(network, filters));
	return networkTables(
		nodes,
		edges,
		new Map(isolated.filter((r) => apart.has(r.actorId)).map((r) => [r.actorId, r.class]))
	);
}
