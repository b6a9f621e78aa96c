import { toXlsx } from '#lib/export/xlsx.ts';
import { dateLabel, number } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { takeawayWords } from '#lib/i18n/takeaway-words.ts';
import { plannedSheet } from '#lib/proposal/planned/sheet.ts';
import { knownSources } from '#lib/proposal/facts.ts';
import type { Asked } from './asked.server.ts';

/** The data a dossier rests on, as a workbook: structures, ties, sources; what is planned on a sheet of its own. */
export function annexOf({ facts, dossier }: Asked): Promise<Blob> {
	const { network, layout, fictional } = facts;
	const sources = knownSources(facts);
	return toXlsx(
		{
			title: m.proposal_file_title({ project: dossier.title, framework: dossier.framework }),
			day: network.day,
			licence: fictional ? m.takeaway_licence_fictional() : m.takeaway_licence(),
			nodes: network.nodes,
			edges: network.edges,
			sourceNames: new Map(sources.map(({ id, name }) => [id, name])),
			sources,
			positions: layout.positions,
			about: [
				{ name: m.takeaway_about_network(), value: dateLabel(network.day) },
				{
					name: m.takeaway_about_count(),
					value: m.takeaway_about_counts({
						nodes: network.nodes.length,
						edges: network.edges.length
					})
				},
				{ name: m.proposal_annex_revision(), value: number(network.revision) }
			]
		},
		takeawayWords(),
		facts.planning && plannedSheet(facts.planning)
	);
}
