import writeExcelFile, { type Cell as SheetCell, type Row } from 'write-excel-file/universal';
import {
	citedSources,
	edgeTable,
	nodeTable,
	sourceTable,
	type Cell,
	type Column
} from './columns.ts';
import { escapeFormula } from './formula.ts';
import type { NetworkExport } from './model.ts';

/** Names of the sheets, and what the columns mean, by name. */
export interface WorkbookWords {
	about: string;
	nodes: string;
	edges: string;
	sources: string;
	columns: Readonly<Record<string, string>>;
}

/** What a cell can hold (Excel specifications and limits). */
const MOST_CHARACTERS = 32_767;
/** Excel knows no day before its own, and counts one that never was in February 1900. */
const FIRST_YEAR = 1901;
const DATES = new Set(['since', 'until', 'accessed']);
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEAR = /^\d{4}$/;

const bold = (value: string): SheetCell => ({ value, fontWeight: 'bold' });

/**
 * A text that stays one: nothing a spreadsheet would run, no longer than it takes, line ends as it
 * writes them. The library keeps texts as keys of a plain object: what every object has already is
 * told apart by a space.
 */
export function textCell(value: string): string {
	const text = escapeFormula(value.replace(/\r\n?/g, '\n'));
	const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
	return cut in {} ? `${cut} ` : cut;
}

/** A day is a date and a year a number, so that they sort; a month stays as it is written. */
function dateCell(value: string): SheetCell {
	const year = Number(value.slice(0, 4));
	if (YEAR.test(value)) return year;
	if (DAY.test(value) && year >= FIRST_YEAR)
		return { value: new Date(`${value}T00:00:00Z`), format: 'yyyy-mm-dd' };
	return textCell(value);
}

function cellOf(name: string, value: Cell): SheetCell {
	if (value === undefined || value === '') return null;
	if (typeof value !== 'string') return value;
	return DATES.has(name) ? dateCell(value) : textCell(value);
}

/** Wide enough for most of what the column holds, in characters. */
function widthOf(values: readonly Cell[], name: string): number {
	const lengths = values.slice(0, 500).map((value) => String(value ?? '').length);
	const most = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
	return Math.min(60, Math.max(name.length + 3, most + 2, 9));
}

function sheetOf<Item>(sheet: string, items: readonly Item[], columns: readonly Column<Item>[]) {
	const head: Row = columns.map(({ name }) => bold(name));
	const rows = items.map((item) => columns.map(({ name, value }) => cellOf(name, value(item))));
	return {
		sheet,
		data: [head, ...rows],
		columns: columns.map(({ name, value }) => ({
			width: widthOf(items.slice(0, 500).map(value), name)
		})),
		stickyRowsCount: 1
	};
}

/** What the workbook is, then each column of its sheets with its meaning. */
function aboutSheet(
	given: Pick<NetworkExport, 'title' | 'about' | 'licence'>,
	words: Pick<WorkbookWords, 'about' | 'columns'>,
	names: readonly string[]
) {
	const said = (given.about ?? []).map(({ name, value }): Row => [
		bold(textCell(name)),
		{ value: textCell(value), wrap: true }
	]);
	const meanings = names.flatMap((name): Row[] => {
		const meaning = words.columns[name];
		return meaning === undefined ? [] : [[name, { value: textCell(meaning), wrap: true }]];
	});
	return {
		sheet: words.about,
		data: [
			[{ value: textCell(given.title), fontWeight: 'bold' as const, fontSize: 16 }],
			[],
			...said,
			[null, { value: textCell(given.licence), wrap: true }],
			[],
			...meanings
		],
		columns: [{ width: 24 }, { width: 90 }]
	};
}

/** A list that goes with a network and is none of it. */
export interface OtherSheet {
	name: string;
	head: readonly string[];
	rows: readonly (readonly string[])[];
}

const otherSheet = ({ name, head, rows }: OtherSheet) => ({
	sheet: name,
	data: [head.map(bold), ...rows.map((row) => row.map((text) => cellOf('', text)))],
	columns: head.map((title, at) => ({
		width: widthOf(
			rows.map((row) => row[at]),
			title
		)
	})),
	stickyRowsCount: 1
});

/**
 * An Excel workbook (ECMA-376): what it is, structures and resources, relations, sources. The columns
 * are those of the CSV tables, so that whatever reads one reads the other; no cell is a formula. `more`
 * comes last.
 */
export function toXlsx(
	given: NetworkExport,
	words: WorkbookWords,
	more?: OtherSheet
): Promise<Blob> {
	const nodes = nodeTable(given);
	const edges = edgeTable(given);
	const sources = sourceTable(given);
	const names = new Set([...nodes, ...edges, ...sources].map(({ name }) => name));
	return writeExcelFile([
		aboutSheet(given, words, [...names]),
		sheetOf(words.nodes, given.nodes, nodes),
		sheetOf(words.edges, given.edges, edges),
		sheetOf(words.sources, citedSources(given), sources),
		...(more ? [otherSheet(more)] : [])
	]).toBlob();
}

/** A workbook of one list: what it is and what its columns mean, then the list. No cell is a formula. */
export function tableToXlsx<Item>(
	given: Pick<NetworkExport, 'title' | 'about' | 'licence'>,
	items: readonly Item[],
	columns: readonly Column<Item>[],
	words: Pick<WorkbookWords, 'about' | 'columns'> & { items: string }
): Promise<Blob> {
	return writeExcelFile([
		aboutSheet(
			given,
			words,
			columns.map(({ name }) => name)
		),
		sheetOf(words.items, items, columns)
	]).toBlob();
}
