/** The network as it would be, drawn where the one of today is, and what would change in figures. */
import { figureName, figureValue } from '#lib/i18n/figure-values.ts';
import { dateLabel } from '#lib/i18n/labels.ts';
import { differenceSentences } from '#lib/i18n/scenario-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { FIGURES } from '#lib/network/indicators/model.ts';
import type { Block } from '../document.ts';
import type { ProposalFacts } from '../facts.ts';
import { networkFigure } from '../figures/network.ts';
import { participantNumbers } from '../sections/participants.ts';
import { plannedNumbers } from './participants.ts';
import type { Planning } from './planning.ts';

/** Figures as they are and as they would be; those of proof left out: nothing planned has a source. */
function linesOf({ figures: { before, after } }: Planning) {
	return before.figures
		.filter(({ id }) => FIGURES[id].family !== 'proof')
		.flatMap((was) => {
			const is = after.figures.find(({ id }) => id === was.id);
			if (!is) return [];
			const name = figureName(was.id);
			const [from, to] = [figureValue(was), figureValue(is)];
			return [{ name, isSmall: is.small, from, to }];
		});
}

export function plannedNetwork(facts: ProposalFacts, planning: Planning): Block[] {
	const { after, planned, known, differences, name, unfit } = planning;
	const lines = linesOf(planning);
	const changed = lines.filter(({ from, to }) => from !== to);
	const same = lines.filter(({ from, to }) => from === to);
	const said = differenceSentences(differences, (id) => known.end(id).name);
	const day = dateLabel(facts.network.day);
	const caption = m.dossier_planned_figures_caption();
	const unmoved = m.scenario_figure_same({ list: same.map((line) => line.name).join(', ') });
	return [
		{
			kind: 'paragraph',
			runs: [{ text: m.dossier_planned_network({ name, day }), planned: true }]
		},
		{
			kind: 'figure',
			id: 'reseau-apres',
			figure: networkFigure(after.network, after.layout, {
				numbers: plannedNumbers(facts, planning, participantNumbers(facts)),
				apart: new Set(
					after.isolated.filter(({ undocumented }) => !undocumented).map(({ actorId }) => actorId)
				),
				planned,
				beside: facts,
				isNarrow: facts.isNarrow
			}),
			caption: m.dossier_planned_network_caption(),
			alt: m.dossier_planned_network_alt({ sentences: said.join(' ') })
		},
		...(said.length > 0
			? [
					{
						kind: 'list' as const,
						items: said.map((text) => [{ text, planned: true }])
					}
				]
			: []),
		...(changed.length > 0
			? [
					{
						kind: 'table' as const,
						caption: same.length > 0 ? `${caption}. ${unmoved}` : caption,
						head: [m.scenario_figure(), m.dossier_planned_today({ day }), m.dossier_planned_then()],
						rows: changed.map((line) => [
							{ text: line.isSmall ? m.dossier_small_figure(line) : line.name },
							{ text: line.from },
							{ text: line.to, planned: true }
						])
					}
				]
			: []),
		...unfit.map((step) => ({ kind: 'gap' as const, text: m.dossier_planned_unfit({ step }) }))
	];
}

/** Figures that would move: what an evaluation can follow. */
export function targets(planning: Planning): Block[] {
	const moving = linesOf(planning).filter(({ from, to }) => from !== to);
	if (moving.length === 0) return [];
	const list = moving.map(({ name }) => name).join(', ');
	return [
		{ kind: 'paragraph', runs: [{ text: m.dossier_planned_targets({ list }), planned: true }] }
	];
}
