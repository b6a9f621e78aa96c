/** What the project says of itself: who, where, for whom, how well, for how long. */
import { coverageLabel, economyLabel, figure, publicLabel, serviceLabel } from '#lib/i18n/facts.ts';
import {
	accessLabel,
	capital,
	dateLabel,
	kindLabel,
	projectStatusLabel,
	regionLabel
} from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { ACCESS_DIMENSIONS } from '#lib/domain/vocabulary/project-kinds.ts';
import type { Block, Run } from '../document.ts';
import { participants, relationsIn, type ProjectFacts, type ProposalFacts } from '../facts.ts';
import { mapFigure } from '../figures/map.ts';
import { ofWhat, sourcesOf, tieText, type SectionWriter } from './section.ts';

const listed = (words: readonly string[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'unit' }).format(words);

interface Row {
	term: string;
	runs: Run[];
}

/** A row for each property that was collected, what was not in one line after them. */
function factsOf(
	rows: readonly [term: string, text: string | undefined, sources: readonly number[]][]
): Block[] {
	const known: Row[] = rows.flatMap(([term, text, sources]) =>
		text ? [{ term, runs: [{ text, sources }] }] : []
	);
	const missing = rows.filter(([, text]) => !text).map(([term]) => term.toLocaleLowerCase());
	return [
		...(known.length > 0 ? [{ kind: 'facts' as const, rows: known }] : []),
		...(missing.length > 0
			? [{ kind: 'gap' as const, text: m.proposal_not_collected({ what: listed(missing) }) }]
			: [])
	];
}

export const identity: SectionWriter<ProjectFacts> = (facts, cite) => {
	const { node, leads, relations } = facts.sheet;
	const years = [node.startYear, node.endYear].filter((year) => year !== undefined).join('–');
	const leading = relations.filter(({ type, status }) => type === 'LEADS' && status !== 'planned');
	return factsOf([
		[m.proposal_name(), node.name, sourcesOf(facts, 'name', cite)],
		[m.proposal_kind(), capital(kindLabel(node)), []],
		[
			m.sheet_leads(),
			listed(leads.map(({ name }) => name)),
			cite.of(leading.flatMap(({ claims }) => claims))
		],
		[m.proposal_region(), node.region && regionLabel(node.region), []],
		[m.sheet_period(), years, sourcesOf(facts, 'startYear', cite)],
		[m.sheet_status(), capital(projectStatusLabel(node.status)), sourcesOf(facts, 'status', cite)],
		[m.sheet_coverage(), capital(coverageLabel(node.coverage)), []]
	]);
};

/** Where its structures are, and how many of them the map cannot show. */
export function map(facts: ProposalFacts): Block[] {
	const { network, places } = facts;
	const drawn = mapFigure(network, places);
	if (!drawn) return [];
	const { figure, shown, far } = drawn;
	const unplaced = participants(facts).length - shown - far;
	const told = [
		m.dossier_map_caption({ of: ofWhat(facts), day: dateLabel(network.day) }),
		...(far > 0 ? [m.dossier_map_far({ count: far })] : []),
		...(unplaced > 0 ? [m.dossier_map_unplaced({ count: unplaced })] : [])
	].join(' ');
	const alt = m.dossier_map_alt({ count: shown });
	return [{ kind: 'figure', id: 'carte', figure, caption: told, alt }];
}

export const territory: SectionWriter<ProjectFacts> = (facts, cite) => {
	const { node } = facts.sheet;
	return [
		...factsOf([
			[m.sheet_territory(), node.territoryText, sourcesOf(facts, 'territoryText', cite)],
			[
				m.proposal_communes(),
				node.communes && listed(node.communes),
				sourcesOf(facts, 'communes', cite)
			]
		]),
		...map(facts)
	];
};

export const needs: SectionWriter<ProjectFacts> = (facts, cite) => {
	const { node } = facts.sheet;
	return factsOf([
		[m.proposal_objectives(), node.objectives, sourcesOf(facts, 'objectives', cite)],
		[
			m.sheet_publics(),
			node.publics && listed(node.publics.map(publicLabel)),
			sourcesOf(facts, 'publics', cite)
		]
	]);
};

export const care: SectionWriter<ProjectFacts> = (facts, cite) => {
	const { node } = facts.sheet;
	return factsOf([
		[
			m.sheet_services(),
			node.services && listed(node.services.map(serviceLabel)),
			sourcesOf(facts, 'services', cite)
		]
	]);
};

/** The three dimensions, each answered: what is not stated is a question to the team. */
export const access: SectionWriter<ProjectFacts> = (facts, cite) => {
	const stated = facts.sheet.node.accessDimensions ?? [];
	const sources = sourcesOf(facts, 'accessDimensions', cite);
	return [
		{
			kind: 'facts',
			rows: ACCESS_DIMENSIONS.map((dimension) => ({
				term: capital(accessLabel(dimension)),
				runs: stated.includes(dimension)
					? [{ text: m.proposal_access_stated(), sources }]
					: [{ text: m.proposal_access_silent() }]
			}))
		}
	];
};

export const evaluation: SectionWriter<ProjectFacts> = (facts, cite) => {
	const { node } = facts.sheet;
	const figures = (node.figures ?? []).map(figure).map(({ label, value, year }) =>
		m.proposal_figure({
			label: capital(label),
			value: year ? m.sheet_figure_year({ value, year }) : value
		})
	);
	return factsOf([
		[m.sheet_evaluation(), node.evaluation, sourcesOf(facts, 'evaluation', cite)],
		[m.sheet_figures(), listed(figures), sourcesOf(facts, 'figures', cite)],
		[
			m.sheet_economy(),
			node.economicModel && listed(node.economicModel.map(economyLabel)),
			sourcesOf(facts, 'economicModel', cite)
		]
	]);
};

/** Years of the project, then what began or is to begin, dated as its source dates it. */
export const calendar: SectionWriter<ProjectFacts> = (facts, cite) => {
	const { node } = facts.sheet;
	const dated = (['participation', 'cooperation', 'sharing', 'funding'] as const)
		.flatMap((family) => {
			const { open, planned } = relationsIn(facts, family);
			return [...open, ...planned];
		})
		.flatMap((view) => (view.since ? [{ view, since: view.since }] : []))
		.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
	const items = dated.map(({ view, since }) => {
		const what = capital(tieText(view));
		const text = view.until
			? m.proposal_dated_until({ year: since.slice(0, 4), what, until: view.until.slice(0, 4) })
			: m.proposal_dated({ year: since.slice(0, 4), what });
		return [{ text, sources: cite.of(view.claims) }];
	});
	const blocks: Block[] = [];
	if (node.startYear !== undefined)
		blocks.push({
			kind: 'paragraph',
			runs: [
				{
					text:
						node.endYear === undefined
							? m.proposal_begins({ year: String(node.startYear) })
							: m.proposal_lasts({ from: String(node.startYear), to: String(node.endYear) })
				}
			]
		});
	if (items.length > 0) blocks.push({ kind: 'list', items });
	return blocks.length > 0 ? blocks : [{ kind: 'gap', text: m.proposal_no_date() }];
};
