/** Who works with whom, shares what, pays whom, governs whom. */
import type { RelationView } from '#lib/domain/views.ts';
import { amount, capital, kindLabel, number, stageLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import type { Block } from '../document.ts';
import { participants, relationsIn, type ProposalFacts } from '../facts.ts';
import { fundingFigure } from '../figures/funding.ts';
import { matrixFigure } from '../figures/matrix.ts';
import { cell, ofWhat, tieList, type SectionWriter } from './section.ts';
import { totals } from './totals.ts';

/** The ties of a family: those that stand, then planned, then ended. */
function ties(
	facts: ProposalFacts,
	family: Family,
	keep: (view: RelationView) => boolean = () => true
) {
	const { open, planned, ended } = relationsIn(facts, family);
	return { open: open.filter(keep), planned: planned.filter(keep), ended: ended.filter(keep) };
}

export const cooperations: SectionWriter = (facts, cite) => {
	const { open, planned, ended } = ties(facts, 'cooperation');
	if (open.length + planned.length + ended.length === 0)
		return [{ kind: 'gap', text: m.proposal_no_cooperation() }];
	return [
		{
			kind: 'paragraph',
			runs: [
				{
					text: m.proposal_cooperations_intro({
						of: ofWhat(facts),
						count: open.length,
						n: number(open.length)
					})
				}
			]
		},
		...tieList(undefined, open, cite),
		...tieList(m.proposal_planned(), planned, cite),
		...tieList(m.proposal_ended(), ended, cite)
	];
};

export const governance: SectionWriter = (facts, cite) => {
	const { open, planned } = ties(facts, 'governance');
	if (open.length + planned.length === 0)
		return [{ kind: 'gap', text: m.proposal_no_governance() }];
	return [...tieList(undefined, open, cite), ...tieList(m.proposal_planned(), planned, cite)];
};

/** Through resources as a table, who hosts or shares without naming what as sentences. */
export const sharing: SectionWriter = (facts, cite) => {
	const { open, planned } = ties(facts, 'sharing');
	const resources = facts.proofs.resources.filter(({ id }) =>
		open.some(({ source, target, resource }) => [source.id, target.id, resource?.id].includes(id))
	);
	const rows = resources.map((node) => {
		const about = open.filter(
			({ source, target, resource }) =>
				source.id === node.id || target.id === node.id || resource?.id === node.id
		);
		const names = (type: string, end: 'source' | 'target'): string[] =>
			about.filter((view) => view.type === type).map((view) => view[end].name);
		const holders = names('HOLDS', 'source');
		const users = [...new Set([...names('USES', 'source'), ...names('HOSTS', 'target')])];
		return [
			...cell(node.name, cite.of(about.flatMap(({ claims }) => claims))),
			...cell(capital(kindLabel(node))),
			...cell(holders.join(', ') || m.sheet_no_holder()),
			...cell(users.join(', ') || m.sheet_no_user())
		];
	});
	const shown = new Set(resources.map(({ id }) => id));
	const direct = open.filter(
		({ source, target, resource }) =>
			![source.id, target.id, resource?.id].some((id) => id !== undefined && shown.has(id))
	);
	const blocks: Block[] = [];
	if (rows.length > 0)
		blocks.push({
			kind: 'table',
			caption: m.proposal_sharing_caption(),
			head: [m.proposal_resource(), m.proposal_nature(), m.sheet_holders(), m.sheet_users()],
			rows
		});
	const matrix = matrixFigure(participants(facts), resources, open);
	if (matrix)
		blocks.push({
			kind: 'figure',
			id: 'partage',
			figure: matrix,
			caption: m.dossier_matrix_caption(),
			alt: m.dossier_matrix_alt()
		});
	blocks.push(
		...tieList(rows.length > 0 ? m.proposal_direct_sharing() : undefined, direct, cite),
		...tieList(m.proposal_planned(), planned, cite)
	);
	return blocks.length > 0 ? blocks : [{ kind: 'gap', text: m.proposal_no_sharing() }];
};

export const funding: SectionWriter = (facts, cite) => {
	const { open, planned, ended } = ties(facts, 'funding');
	const all = [...open, ...planned, ...ended];
	if (all.length === 0) return [{ kind: 'gap', text: m.proposal_no_funding() }];
	const figure = fundingFigure(
		all.map(({ source, amountEur, stage }) => ({ payer: source.name, amountEur, stage }))
	);
	return [
		{
			kind: 'table',
			caption: m.proposal_funding_caption(),
			head: [
				m.proposal_payer(),
				m.proposal_receiver(),
				m.sheet_amount(),
				m.proposal_years(),
				m.proposal_stage()
			],
			numeric: [2],
			rows: all.map((view) => [
				...cell(view.source.name, cite.of(view.claims)),
				...cell(view.target.name),
				...cell(view.amountEur === undefined ? m.sheet_amount_unknown() : amount(view.amountEur)),
				...cell(view.amountPeriod ?? periodOf(view)),
				...cell(view.stage ? stageLabel(view.stage) : m.sheet_stage_unknown())
			])
		},
		{ kind: 'list', items: totals(all).map((text) => [{ text }]) },
		...(figure
			? [
					{
						kind: 'figure' as const,
						id: 'financement' as const,
						figure,
						caption: m.dossier_funding_caption(),
						alt: m.dossier_funding_alt({ totals: totals(all).join(' ') })
					}
				]
			: [])
	];
};

const periodOf = ({ since, until }: RelationView): string =>
	[since, until]
		.map((date) => date?.slice(0, 4) ?? '')
		.join('–')
		.replace(/^–$/, '') || m.period_unknown();
