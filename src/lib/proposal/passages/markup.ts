/**
 * The words of a passage as one edits them: paragraphs apart by a blank line, `- ` before an item,
 * `### ` before a title, `terme :: texte` for what was collected, `[src-x]` after what a source says,
 * `[prévu]` after what is not there yet, and `[[tableau]]` or `[[figure]]` where what follows the data stands.
 */
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Citations } from '../citations.ts';
import type { Block, Run } from '../document.ts';
import { typographic } from './typography.ts';

type Live = Extract<Block, { kind: 'table' | 'figure' }>;

const isLive = (block: Block): block is Live => block.kind === 'table' || block.kind === 'figure';
const LIVE: Record<Live['kind'], () => string> = {
	table: m.dossier_mark_table,
	figure: m.dossier_mark_figure
};

/** The mark of each table and figure: numbered from the second of its kind. */
function marks(blocks: readonly Block[]): ReadonlyMap<Block, string> {
	const seen = { table: 0, figure: 0 };
	return new Map(
		blocks.filter(isLive).map((block) => {
			const number = ++seen[block.kind];
			return [block, `[[${LIVE[block.kind]()}${number > 1 ? ` ${number}` : ''}]]`];
		})
	);
}

/** After words on what is not there yet. */
const plannedMark = (): string => `[${m.dossier_planned_mark()}]`;

const line = (runs: readonly Run[], cite: Citations): string =>
	runs
		.map(({ text, sources = [], planned }) =>
			[
				text,
				...(planned ? [plannedMark()] : []),
				...sources.map((number) => `[${cite.idOf(number)}]`)
			].join(' ')
		)
		.join('')
		.replace(/\n+/g, ' ');

/** What the data say in a passage, as its words are edited. */
export function writeMarkup(blocks: readonly Block[], cite: Citations): string {
	const mark = marks(blocks);
	return blocks
		.map((block) => {
			switch (block.kind) {
				case 'paragraph':
					return line(block.runs, cite);
				case 'heading':
					return `### ${block.text}`;
				case 'list':
					return block.items.map((item) => `- ${line(item, cite)}`).join('\n');
				case 'facts':
					return block.rows.map(({ term, runs }) => `${term} :: ${line(runs, cite)}`).join('\n');
				case 'table':
				case 'figure':
					return mark.get(block) ?? '';
				case 'gap':
					return block.text;
				case 'team':
					return '';
			}
		})
		.filter(Boolean)
		.join('\n\n');
}

/** Text cut where a known source is cited; what is in brackets and is none of them stays text. */
function runsOf(text: string, cite: Citations): Run[] {
	const runs: Run[] = [];
	let from = 0;
	for (const found of text.matchAll(/\s*\[([\w-]{1,120})\]/g)) {
		const number = cite.numberOf(found[1] ?? '');
		if (number === undefined) continue;
		const before = text.slice(from, found.index);
		const last = runs.at(-1);
		from = found.index + found[0].length;
		if (before === '' && last) last.sources = [...(last.sources ?? []), number];
		else runs.push({ text: before, sources: [number] });
	}
	const rest = text.slice(from);
	return rest === '' && runs.length > 0 ? runs : [...runs, { text: rest }];
}

/**
 * The blocks of edited words. Tables and figures come from `data`, what the data say now: a mark they
 * have no more says nothing. A sentence that neither the data say nor a source supports is the team's own.
 */
export function readMarkup(text: string, data: readonly Block[], cite: Citations): Block[] {
	const live = new Map([...marks(data)].map(([block, mark]) => [mark, block]));
	const gaps = new Set(data.flatMap((block) => (block.kind === 'gap' ? [block.text] : [])));
	const said = new Set(writeMarkup(data, cite).split('\n'));
	const ours = (raw: string, given: string): Run[] => {
		const words = given.split(plannedMark()).join('').trimEnd();
		const runs = runsOf(getLocale() === 'fr' && !said.has(raw) ? typographic(words) : words, cite);
		if (given.includes(plannedMark())) return runs.map((run) => ({ ...run, planned: true }));
		const sourced = said.has(raw) || runs.some(({ sources }) => sources);
		return sourced ? runs : runs.map((run) => ({ ...run, team: true }));
	};
	const blocks: Block[] = [];
	/** The list or the facts that a next line continues. */
	let open: { items?: Run[][]; rows?: { term: string; runs: Run[] }[] } = {};
	const paragraph: string[] = [];
	const flush = (): void => {
		const words = paragraph.splice(0).join('\n');
		if (words !== '') blocks.push({ kind: 'paragraph', runs: ours(words, words) });
	};
	for (const raw of text.split('\n')) {
		const item = /^- (.+)$/.exec(raw)?.[1];
		const title = /^#{1,6} (.+)$/.exec(raw)?.[1];
		const [, term, value] = /^(\S[^:]{0,118}?) :: (.*)$/.exec(raw) ?? [];
		const mark = live.get(raw.trim());
		const isPlain = !(item ?? title ?? term ?? mark) && raw.trim() !== '' && !gaps.has(raw);
		if (isPlain && !/^\[\[[^\]]*\]\]$/.test(raw.trim())) {
			paragraph.push(raw);
			open = {};
			continue;
		}
		flush();
		if (item) {
			const items = open.items ?? [];
			if (!open.items) blocks.push({ kind: 'list', items });
			items.push(ours(raw, item));
			open = { items };
		} else if (term) {
			const rows = open.rows ?? [];
			if (!open.rows) blocks.push({ kind: 'facts', rows });
			rows.push({ term, runs: ours(raw, value ?? '') });
			open = { rows };
		} else {
			open = {};
			if (mark) blocks.push(mark);
			else if (gaps.has(raw)) blocks.push({ kind: 'gap', text: raw });
			else if (title) blocks.push({ kind: 'heading', level: 3, text: title });
		}
	}
	flush();
	return blocks;
}
