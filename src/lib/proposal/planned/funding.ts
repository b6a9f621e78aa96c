import type { Relation } from '#lib/domain/entities.ts';
import { amount, capital, stageLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Block } from '../document.ts';
import type { ProposalFacts } from '../facts.ts';
import { fundingFigure } from '../figures/funding.ts';
import { cell } from '../sections/section.ts';
import { totals } from '../sections/totals.ts';
import { relationsOf, type Planning } from './planning.ts';
import { agreedSaid, plannedOn, whenSaid } from './words.ts';

const isFunding = ({ type }: Relation): boolean => type === 'FUNDS';

/** Money the scenario plans. */
const plannedMoney = ({ steps }: Planning): Relation[] =>
	steps.flatMap(relationsOf).filter(isFunding);

/** Money hoped for, stage by stage, apart from what the facts have; never added to it. */
export function plannedFunding(_: ProposalFacts, planning: Planning): Block[] {
	const nameOf = (id: string): string => planning.known.end(id).name;
	const rows = planning.steps.flatMap((step) =>
		relationsOf(step)
			.filter(isFunding)
			.map((relation) => [
				{ text: nameOf(relation.source), planned: true },
				{ text: nameOf(relation.target), planned: planning.planned.has(relation.target) },
				...cell(
					relation.amountEur === undefined ? m.sheet_amount_unknown() : amount(relation.amountEur)
				),
				...cell(relation.amountPeriod?.replace('-', '–') ?? m.period_unknown()),
				...cell(relation.stage ? stageLabel(relation.stage) : m.sheet_stage_unknown()),
				...cell(capital([whenSaid(step), agreedSaid(step)].join(m.dossier_separator())))
			])
	);
	const others = plannedOn('funding', {
		...planning,
		steps: planning.steps.filter((step) => !relationsOf(step).some(isFunding))
	});
	const table: Block = {
		kind: 'table',
		caption: m.dossier_planned_funding_caption(),
		head: [
			m.proposal_payer(),
			m.proposal_receiver(),
			m.sheet_amount(),
			m.proposal_years(),
			m.proposal_stage(),
			m.dossier_planned_column()
		],
		numeric: [2],
		rows
	};
	const money = plannedMoney(planning);
	const items = [...totals(money).map((text) => ({ text, planned: true })), ...others].map(
		(run) => [run]
	);
	const figure = fundingFigure(
		money.map(({ source, amountEur, stage }) => ({ payer: nameOf(source), amountEur, stage })),
		{ planned: true }
	);
	const drawn: Block[] = figure
		? [
				{
					...{ kind: 'figure', id: 'financement-prevu', figure },
					caption: m.dossier_planned_funding_figure(),
					alt: m.dossier_planned_funding_alt({ totals: totals(money).join(' ') })
				}
			]
		: [];
	return [
		...(rows.length > 0 ? [table] : []),
		...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
		...drawn
	];
}
