/** What each view read in words is made of: by the server for the first page, then by the browser. */
import type { Filters, View, ViewGroup } from '#lib/domain/view-state/state.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import type { IsolationClass, Network } from '#lib/network/model.ts';
import { statusIn } from '#lib/network/years.ts';
import type { Shown } from '../data.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { fundingModel, type FundingModel } from './funding/funding.ts';
import type { RowChoice } from './rows.ts';
import { sharingModel, type SharingModel } from './sharing/sharing.ts';
import { networkTables, type NetworkTables } from './table/table.ts';
import type { NetworkText } from './text/text.ts';
import { withheld } from './withheld.ts';

/** Views made of words and tables rather than drawn: the server writes them too. */
export const READ_VIEWS = [
	'tableau',
	'texte',
	'mutualisation',
	'financements'
] as const satisfies readonly View[];
export type ReadView = (typeof READ_VIEWS)[number];

/** The view a page shows in words, if it does. */
export const readViewOf = (view: View): ReadView | undefined =>
	READ_VIEWS.find((known) => known === view);

/** Filled for what the page opens on; the others are made when asked for. */
export interface ViewModels {
	tables?: NetworkTables | undefined;
	text?: NetworkText | undefined;
	sharing?: SharingModel | undefined;
	funding?: FundingModel | undefined;
}

export interface ViewProps {
	explorer: Explorer;
	/** What the server made, until the network is there. */
	models: ViewModels | undefined;
	choice: Omit<RowChoice, 'base'>;
	base: string;
}

/** Groups a view needs and the legend hides on a first visit, or may hide. */
const NEEDS: Record<'sharing' | 'funding', readonly ViewGroup[]> = {
	sharing: ['resource'],
	funding: ['funder', 'ars', 'project', 'resource']
};
export const needsOf = (
	family: keyof typeof NEEDS
): { family: Family; groups: readonly ViewGroup[] } => ({
	family,
	groups: NEEDS[family]
});

/** In a year looked at, a relation is what it was then. */
export const inYear = (shown: Shown, year: number | undefined): Shown =>
	year === undefined
		? shown
		: {
				nodes: shown.nodes,
				edges: shown.edges.map((edge) => ({ ...edge, status: statusIn(edge, year) }))
			};

export const sharingOf = (network: Network, shown: Shown, filters: Filters): SharingModel =>
	sharingModel(inYear(shown, filters.year), {
		withheld: withheld(network, filters, 'sharing', NEEDS.sharing),
		isOn: filters.families.has('sharing')
	});

export const fundingOf = (network: Network, shown: Shown, filters: Filters): FundingModel =>
	fundingModel(inYear(shown, filters.year), {
		withheld: withheld(network, filters, 'funding', NEEDS.funding),
		names: new Map(network.nodes.map((node) => [node.id, node]))
	});

export const tablesOf = (
	shown: Shown,
	filters: Filters,
	apart: ReadonlyMap<string, IsolationClass>
): NetworkTables => {
	const { nodes, edges } = inYear(shown, filters.year);
	return networkTables(nodes, edges, apart);
};
