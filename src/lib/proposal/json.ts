import { blocksOf, type Block, type Dossier } from './document.ts';

/** A figure by its words: the drawing is an address of its own. */
const described = (block: Block) =>
	block.kind === 'figure'
		? { kind: block.kind, id: block.id, caption: block.caption, alt: block.alt }
		: block;

/**
 * The dossier for other programs: its sections as blocks of runs, each run with the numbers of its
 * `sources` or marked `team` or `planned`; rules, sources in the order of their numbers, method.
 */
export const writeJson = (dossier: Dossier): string => {
	const { title, framework, about, rules, sources, annex, references } = dossier;
	const sections = dossier.sections.map((section) => ({
		id: section.id,
		title: section.title,
		passages: section.passages.map(({ id, title: name, state }) => ({ id, title: name, state })),
		blocks: blocksOf(section).map(described)
	}));
	return `${JSON.stringify({ title, framework, about, sections, rules, sources, annex, references }, undefined, '\t')}\n`;
};
