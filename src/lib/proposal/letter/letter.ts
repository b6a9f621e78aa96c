/** A dossier as a letter of two pages: what it says in short, the network drawn, and what is missing. */
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Block, Dossier, Figure, Passage, Run } from '../document.ts';
import { fitting } from '../figures/paper.ts';
import { sourceParts } from '../parts.ts';

/** How much of what the data say is told; words a team wrote are never cut. */
export interface Limits {
	/** Items of a list. */
	items: number;
	/** Characters of a statement. */
	characters: number;
	/** Sources named; the others are counted. */
	sources: number;
	/** Points. */
	figure: number;
	size: number;
}

/** From the fullest to the barest. */
export const LEVELS: readonly Limits[] = [
	{ items: 12, characters: 420, sources: 12, figure: 190, size: 9.5 },
	{ items: 8, characters: 320, sources: 8, figure: 170, size: 9.5 },
	{ items: 5, characters: 240, sources: 5, figure: 150, size: 9.25 },
	{ items: 3, characters: 160, sources: 3, figure: 130, size: 9 },
	{ items: 2, characters: 110, sources: 1, figure: 110, size: 9 }
];

type Told = Pick<Limits, 'items' | 'characters'>;

export interface Line {
	runs: readonly Run[];
	bullet?: boolean;
}

export interface Letter {
	title: string;
	/** Who it is sent to. */
	to: string;
	subject: string;
	/** Day of the data, the scenario, that it is an example. */
	about: readonly string[];
	sections: readonly { title: string; lines: readonly Line[] }[];
	/** Before and, where something is planned, after. */
	figures: readonly { figure: Figure; alt: string }[];
	caption: string;
	/** What nobody has written or collected yet; empty when nothing is missing. */
	missing: string;
	sources: readonly string[];
	closing: string;
}

/** The column of a table that names what its rows are about. */
const NAMES = 1;

const cut = (run: Run, most: number): Run => ({ ...run, text: fitting(run.text, most) });

/** A table is told by the names in it: the others stand in the dossier. */
function named(rows: readonly (readonly Run[])[], { items }: Told): Line {
	const names = rows.flatMap((row) => row[NAMES]?.text ?? []);
	const planned = rows.some((row) => row[NAMES]?.planned);
	const told = names.slice(0, items);
	const rest = names.length - told.length;
	if (rest > 0) told.push(m.insight_and_others({ count: rest }));
	const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(told);
	const said = planned ? m.dossier_letter_names_planned : m.dossier_letter_names;
	return { runs: [{ text: said({ names: list }), planned }] };
}

function linesOf(block: Block, limits: Told): Line[] {
	switch (block.kind) {
		case 'paragraph':
			return [{ runs: block.runs.map((run) => cut(run, limits.characters)) }];
		case 'heading':
		case 'figure':
		case 'gap':
		case 'team':
			return [];
		case 'facts':
			return [
				{
					runs: block.rows.flatMap(({ term, runs }, index) => [
						{ text: `${index > 0 ? ' · ' : ''}${m.dossier_letter_fact({ term })}` },
						...runs.map((run) => cut(run, limits.characters))
					])
				}
			];
		case 'table':
			return block.head.length > 4 ? [named(block.rows, limits)] : [];
		case 'list': {
			const told = block.items.slice(0, limits.items);
			const rest = block.items.length - told.length;
			return [
				...told.map((item) => ({
					runs: item.map((run) => cut(run, limits.characters)),
					bullet: true
				})),
				...(rest > 0
					? [{ runs: [{ text: m.dossier_letter_more({ count: rest }) }], bullet: true }]
					: [])
			];
		}
	}
}

/** A team's own words are told whole. */
const WHOLE: Told = { items: Infinity, characters: Infinity };

const linesIn = ({ state, blocks }: Passage, limits: Told): Line[] => {
	const isOurs = state === 'written' || state === 'review';
	return blocks.flatMap((block) => linesOf(block, isOurs ? WHOLE : limits));
};

const isMissing = ({ state }: Passage): boolean => state === 'gap' || state === 'to_write';

/** The letter of a dossier, within these limits. */
export function letterOf(dossier: Dossier, limits: Limits): Letter {
	const blocks = dossier.sections.flatMap(({ passages }) =>
		passages.flatMap((passage) => passage.blocks)
	);
	const drawn = blocks.flatMap((block) =>
		block.kind === 'figure' && block.id.startsWith('reseau') ? [block] : []
	);
	const missing = dossier.sections.flatMap(({ title, passages }) =>
		passages.filter(isMissing).map((passage) => passage.title ?? title)
	);
	const sources = dossier.sources.slice(0, limits.sources).map((source, index) => {
		const { name, facts } = sourceParts(source);
		return `[${index + 1}] ${name}${facts}`;
	});
	const rest = dossier.sources.length - sources.length;
	return {
		title: dossier.title,
		to: dossier.letter?.to ?? '',
		subject: m.dossier_letter_subject({ framework: dossier.framework, title: dossier.title }),
		about: dossier.about,
		sections: dossier.sections.map(({ title, passages }) => ({
			title,
			lines: passages.flatMap((passage) => linesIn(passage, limits))
		})),
		figures: drawn.map(({ figure, alt }) => ({ figure, alt })),
		caption: drawn.length > 1 ? m.dossier_letter_pair() : (drawn[0]?.caption ?? ''),
		missing:
			missing.length > 0
				? m.dossier_letter_missing({ list: [...new Set(missing)].join(', ') })
				: '',
		sources: rest > 0 ? [...sources, m.dossier_letter_sources({ count: rest })] : sources,
		closing: m.dossier_letter_closing()
	};
}

/** Characters a team may write before what the data say has no room left. */
const MOST_WRITTEN = 4_500;

/** True when the team’s own words are too long for two pages. */
export const isTooLong = ({ sections }: Pick<Dossier, 'sections'>): boolean =>
	sections
		.flatMap(({ passages }) => passages)
		.filter(({ state }) => state === 'written' || state === 'review')
		.flatMap((passage) => linesIn(passage, WHOLE))
		.reduce((all, { runs }) => all + runs.reduce((sum, { text }) => sum + text.length, 0), 0) >
	MOST_WRITTEN;

/** Pages a letter of intent may take. */
export const LETTER_PAGES = 2;
