import { CERTAINTIES } from '#lib/domain/claims.ts';
import type { SourceRef } from '#lib/domain/views.ts';
import { RELATION_STATUSES } from '#lib/domain/status.ts';
import { ESS_VALUES, VIEW_GROUPS } from '#lib/domain/view-state/state.ts';
import { departementName } from '#lib/domain/vocabulary/departements.ts';
import { DRAWN_FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';
import { fileStem, type ExportWords } from '#lib/export/files.ts';
import type { NetworkExport } from '#lib/export/model.ts';
import {
	certaintyLabel,
	dateLabel,
	familyLabel,
	groupLabel,
	statusLabel
} from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { takeawayWords } from '#lib/i18n/takeaway-words.ts';
import { facet } from '#lib/network/facets.ts';
import { spanOf } from '#lib/network/years.ts';
import { shownOf, type ExplorerData, type Shown } from '../data.ts';
import type { Explorer } from '../explorer.svelte.ts';

const ESS = {
	oui: m.explorer_ess_yes,
	non: m.explorer_ess_no,
	inconnu: m.explorer_ess_unknown
};

type Line = { name: string; value: string };

/** What passes among the values the network holds, in the legend's words; nothing when all of it does. */
function shownLine<T>(
	name: string,
	values: readonly T[],
	held: ReadonlySet<T> | undefined,
	isOn: (value: T) => boolean,
	label: (value: T) => string
): Line[] {
	const there = values.filter((value) => held?.has(value) ?? true);
	const shown = there.filter(isOn);
	if (shown.length === there.length) return [{ name, value: m.takeaway_about_everything() }];
	return [{ name, value: shown.map(label).join(', ') || m.takeaway_about_nothing() }];
}

/** What the filters let through, a line each. */
function filterLines({ view, held }: Explorer): Line[] {
	const span = spanOf(view);
	const year = span
		? m.takeaway_about_years({ before: String(span.before), after: String(span.after) })
		: view.year !== undefined
			? String(view.year)
			: undefined;
	const { departements } = view;
	return [
		...shownLine(
			m.explorer_legend_structures(),
			VIEW_GROUPS,
			held?.groups,
			(group) => !view.hiddenGroups.has(group),
			groupLabel
		),
		...shownLine(
			m.explorer_legend_ties(),
			DRAWN_FAMILIES,
			held?.families,
			(family) => view.families.has(family),
			familyLabel
		),
		...shownLine(
			m.explorer_legend_statuses(),
			RELATION_STATUSES,
			undefined,
			(status) => view.statuses.has(status),
			statusLabel
		),
		...shownLine(
			m.explorer_legend_certainties(),
			CERTAINTIES,
			undefined,
			(certainty) => view.certainties.has(certainty),
			certaintyLabel
		),
		...shownLine(
			m.explorer_legend_ess(),
			ESS_VALUES,
			undefined,
			(value) => view.ess.has(value),
			(value) => ESS[value]()
		),
		...(departements
			? [
					{
						name: m.explorer_legend_departements(),
						value: [...departements].map((code) => `${departementName(code)} (${code})`).join(', ')
					}
				]
			: []),
		...(year ? [{ name: m.takeaway_about_year(), value: year }] : [])
	];
}

/** Today where the reader is, `YYYY-MM-DD`. */
export function localDay(now = new Date()): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const licenceOf = ({ fictional }: ExplorerData): string =>
	fictional ? m.takeaway_licence_fictional() : m.takeaway_licence();

/** What the filters let through: of a network with a scenario laid over it, the facts alone. */
export const takenOf = (explorer: Explorer, { network }: ExplorerData): Shown =>
	network === explorer.data?.network
		? explorer.shown
		: shownOf(network, facet(network, explorer.view));

/** The same, with all that must go with it. */
export function exportOf(
	explorer: Explorer,
	data: ExplorerData,
	{ title, address, sources }: { title: string; address: string; sources: SourceRef[] | undefined }
): NetworkExport {
	const { nodes, edges } = takenOf(explorer, data);
	const { day } = data.network;
	return {
		title,
		day,
		licence: licenceOf(data),
		nodes,
		edges,
		sourceNames: data.sourceNames,
		sources,
		positions: data.layout.positions,
		about: [
			{ name: m.takeaway_about_network(), value: dateLabel(day) },
			{ name: m.takeaway_about_saved(), value: dateLabel(localDay()) },
			{ name: m.takeaway_about_address(), value: address },
			{
				name: m.takeaway_about_count(),
				value: m.takeaway_about_counts({ nodes: nodes.length, edges: edges.length })
			},
			...filterLines(explorer)
		]
	};
}

export const exportWords = (title: string): ExportWords => ({
	stem: fileStem(title),
	...takeawayWords()
});
