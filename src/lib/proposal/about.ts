/** What a dossier says of itself: what it is about, to whom, how its figures were made and what they do not say. */
import { coverageLabel } from '#lib/i18n/facts.ts';
import { capital, dateLabel, kindLabel, number, regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Block } from './document.ts';
import type { ProposalFacts } from './facts.ts';

/** What and where, the day, the scenario, that it is made up. */
export function aboutOf({
	sheet,
	territory,
	network: { day },
	planning,
	fictional
}: ProposalFacts): string[] {
	const what = sheet
		? [capital(kindLabel(sheet.node)), sheet.node.region && regionLabel(sheet.node.region)]
		: [territory && m.dossier_about_territory({ name: territory.name })];
	return [
		what.filter(Boolean).join(' · '),
		m.proposal_about_day({ day: dateLabel(day) }),
		...(planning ? [m.dossier_about_planned({ name: planning.name })] : []),
		...(fictional ? [m.explorer_fictional_notice()] : [])
	];
}

/** Who receives a letter of intent. */
export function recipientsOf({ sheet, territory }: ProposalFacts): string {
	const region = sheet ? sheet.node.region : territory?.region;
	return region ? m.dossier_letter_to({ region: regionLabel(region) }) : m.dossier_letter_to_any();
}

/** How the figures were made and what they do not say. */
export function annexOf({
	network: { day, revision },
	sheet,
	territory,
	planning
}: ProposalFacts): Block[] {
	return [
		{
			kind: 'list',
			items: [
				m.proposal_method_day({ day: dateLabel(day), revision: number(revision) }),
				...(sheet
					? [m.proposal_method_coverage({ coverage: coverageLabel(sheet.node.coverage) })]
					: []),
				...(territory ? [m.dossier_method_territory({ name: territory.name })] : []),
				m.proposal_method_ties(),
				m.proposal_method_apart(),
				m.proposal_method_fragile(),
				m.proposal_method_amounts(),
				m.dossier_method_team(),
				...(planning ? [m.dossier_method_planned({ name: planning.name })] : [])
			].map((text) => [{ text }])
		}
	];
}
