/** What the data say where a project is only planned: the territory it is planned in, and what they do not know. */
import { serviceLabel } from '#lib/i18n/facts.ts';
import { namesOf } from '#lib/i18n/fragile-sentences.ts';
import { capital, kindLabel, projectStatusLabel, regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Block, Run } from '../document.ts';
import { participants, type TerritoryFacts } from '../facts.ts';
import { map } from './project.ts';
import { cell, citedFor, type SectionWriter } from './section.ts';

type Writer = SectionWriter<TerritoryFacts>;

const gap = (text: string): Block => ({ kind: 'gap', text });

export const identity: Writer = ({ territory: { name, region }, planning }) => [
	{
		kind: 'facts',
		rows: [
			...(planning
				? [{ term: m.proposal_name(), runs: [{ text: planning.name, planned: true }] }]
				: []),
			{ term: m.sheet_territory(), runs: [{ text: name }] },
			...(region ? [{ term: m.proposal_region(), runs: [{ text: regionLabel(region) }] }] : [])
		]
	},
	...(planning?.note
		? [{ kind: 'paragraph' as const, runs: [{ text: planning.note, planned: true }] }]
		: []),
	gap(m.dossier_territory_no_project())
];

export const territory: Writer = (facts, cite) => {
	const { projects } = facts.territory;
	const table: Block = {
		kind: 'table',
		caption: m.dossier_territory_projects(),
		head: [
			m.dossier_territory_project(),
			m.proposal_nature(),
			m.sheet_leads(),
			m.sheet_status(),
			m.sheet_period()
		],
		rows: projects.map(({ node, leads, claims }) => {
			const years = [node.startYear, node.endYear].filter((year) => year !== undefined);
			return [
				...cell(node.name, citedFor('name', claims, cite)),
				...cell(capital(kindLabel(node))),
				...cell(leads.map(({ name }) => name).join(', ') || m.sheet_not_collected()),
				...cell(capital(projectStatusLabel(node.status))),
				...cell(years.join('–') || m.period_unknown())
			];
		})
	};
	return [
		{
			kind: 'facts',
			rows: [{ term: m.sheet_territory(), runs: [{ text: facts.territory.name }] }]
		},
		...(projects.length > 0 ? [table] : [gap(m.dossier_territory_no_projects())]),
		...map(facts)
	];
};

/** Services that structures of the territory say they give. */
export const care: Writer = (facts, cite) => {
	const claimsOf = new Map(facts.proofs.claims.map(({ about, claims }) => [about, claims]));
	const givers = new Map<string, { names: string[]; sources: number[] }>();
	for (const { id, name, services = [] } of participants(facts))
		for (const service of services) {
			const known = givers.get(service) ?? { names: [], sources: [] };
			known.names.push(name);
			known.sources.push(...citedFor('services', claimsOf.get(id) ?? [], cite));
			givers.set(service, known);
		}
	const items = [...givers].map(([service, { names, sources }]): Run[] => {
		const list = namesOf(names, names.length, (name) => name);
		const text = m.dossier_territory_service({ service: capital(serviceLabel(service)), list });
		return [{ text, sources: [...new Set(sources)].sort((a, b) => a - b) }];
	});
	return items.length > 0 ? [{ kind: 'list', items }] : [gap(m.dossier_territory_no_care())];
};

export const needs: Writer = () => [gap(m.dossier_territory_no_needs())];
export const access: Writer = () => [gap(m.dossier_territory_no_access())];
export const calendar: Writer = () => [gap(m.dossier_territory_no_calendar())];
export const evaluation: Writer = () => [gap(m.dossier_territory_no_evaluation())];
