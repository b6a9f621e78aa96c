import { parseViewState } from '#lib/domain/view-state/codec.ts';
import type { ViewState } from '#lib/domain/view-state/state.ts';
import { facet } from '#lib/network/facets.ts';
import type { IsolationRow, Network } from '#lib/network/model.ts';
import { standingIn } from '#lib/network/isolation-year.ts';
import { summarise, type NetworkSummary } from '#lib/network/summary.ts';
import { apartIds, shownOf } from './data.ts';
import { fundingOf, readViewOf, sharingOf, tablesOf, type ViewModels } from './views/model.ts';
import { networkText } from './views/text/text.ts';

/** Above this many relations views in words have a page of their own, so that the first one stays light. */
export const INLINE_RELATIONS = 400;

/** The figures of a card, so that a page and its card never differ, and the view in words. */
export interface PageNetwork extends NetworkSummary {
	day: string;
	/** What is read without JavaScript; absent when it is large and not asked for. */
	models: ViewModels | undefined;
}

/** A network, and what is asked only where it is read. */
interface Given {
	network: Network;
	isolated: readonly IsolationRow[];
	/** Titles of the sources cited. */
	sourceNames: () => Promise<ReadonlyMap<string, string>>;
}

/** What the server says of a network in the page itself: counts, and the view in words when it is light or asked for. */
export async function pageNetwork(given: Given, search: URLSearchParams): Promise<PageNetwork> {
	const { network, isolated } = given;
	const { state } = parseViewState(search);
	const wanted = network.edges.length <= INLINE_RELATIONS || readViewOf(state.view) !== undefined;
	return {
		...summarise(network, isolated),
		day: network.day,
		models: wanted ? await modelsOf(given, state) : undefined
	};
}

async function modelsOf(given: Given, state: ViewState): Promise<ViewModels> {
	const { network, isolated } = given;
	const shown = shownOf(network, facet(network, state));
	switch (readViewOf(state.view) ?? 'tableau') {
		case 'mutualisation':
			return { sharing: sharingOf(network, shown, state) };
		case 'financements':
			return { funding: fundingOf(network, shown, state) };
		case 'texte':
			return {
				text: networkText({ ...given, sourceNames: await given.sourceNames() }, shown, state)
			};
		case 'tableau': {
			const standing = standingIn(network, isolated, state);
			const apart = apartIds(standing);
			const classes = standing.rows.filter((row) => apart.has(row.actorId));
			return {
				tables: tablesOf(shown, state, new Map(classes.map((row) => [row.actorId, row.class])))
			};
		}
	}
}
