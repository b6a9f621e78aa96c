import type { Organisation } from '#lib/domain/entities.ts';
import { byName } from '#lib/domain/sheets.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import type { NetworkProofs, ProjectSheet, RelationView, SourceRef } from '#lib/domain/views.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import type { IsolationRow, Layout, Network } from '#lib/network/model.ts';
import type { NetworkPlaces } from '#lib/network/places.ts';
import type { Planning } from './planned/planning.ts';

interface Known {
	proofs: NetworkProofs;
	network: Network;
	isolated: readonly IsolationRow[];
	layout: Layout;
	/** Where its structures and resources are. */
	places: NetworkPlaces;
	/** True for a made-up territory: said on every page. */
	fictional: boolean;
	/** What a scenario plans over them; absent in the dossier of a project as it is. */
	planning?: Planning | undefined;
	/** True where its network is drawn small: letters and shapes take more of the drawing. */
	isNarrow?: boolean | undefined;
}

/** Everything known of one project on one day. */
export interface ProjectFacts extends Known {
	sheet: ProjectSheet;
	territory?: undefined;
}

/** A département or a region where a project is planned that the data do not know yet. */
export interface TerritoryFacts extends Known {
	sheet?: undefined;
	territory: {
		name: string;
		/** INSEE code of its region, its own when it is one. */
		region?: string | undefined;
		/** Projects known there, by name. */
		projects: readonly ProjectSheet[];
	};
}

/** What a proposal may say: all that is known of a project, or of the territory where it is planned. */
export type ProposalFacts = ProjectFacts | TerritoryFacts;

/** What the document is about: the project, else what the scenario calls it, else the territory. */
export const titleOf = ({ sheet, planning, territory }: ProposalFacts): string =>
	sheet?.node.name ?? planning?.name ?? territory?.name ?? '';

/** Structures of the project's network, its regional agency left out, by name. */
export function participants({ proofs, network }: ProposalFacts): Organisation[] {
	const members = new Set(network.nodes.filter(({ member }) => member).map(({ id }) => id));
	return proofs.organisations
		.filter((node) => node.label !== 'ArsRegion' && members.has(node.id))
		.sort(byName);
}

const isOpen = (status: RelationStatus): boolean => status === 'current' || status === 'to_check';

/** Relations of a family between members, their resources and the project, by state. */
export function relationsIn(
	{ proofs, network }: ProposalFacts,
	family: Family
): { open: RelationView[]; planned: RelationView[]; ended: RelationView[] } {
	const inside = new Set(
		network.nodes
			.filter(({ member, id }) => member || id === network.project?.id)
			.map(({ id }) => id)
	);
	const found = proofs.relations.filter(
		(view) =>
			view.family === family &&
			((inside.has(view.source.id) && inside.has(view.target.id)) ||
				(network.project !== undefined && view.project?.id === network.project.id))
	);
	return {
		open: found.filter(({ status }) => isOpen(status)),
		planned: found.filter(({ status }) => status === 'planned'),
		ended: found.filter(({ status }) => status === 'ended')
	};
}

/** Sources that something known of the project rests on, by name: what its team may cite. */
export function knownSources({ sheet, territory, proofs }: ProposalFacts): SourceRef[] {
	const sheets = sheet ? [sheet] : (territory?.projects ?? []);
	const relations = [...sheets.flatMap((one) => one.relations), ...proofs.relations];
	const claims = [
		...sheets.flatMap((one) => one.claims),
		...relations.flatMap((view) => view.claims),
		...proofs.claims.flatMap((about) => about.claims)
	];
	const found = new Map(claims.flatMap(({ source }) => (source ? [[source.id, source]] : [])));
	return [...found.values()].sort(byName);
}
