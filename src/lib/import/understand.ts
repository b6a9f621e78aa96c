import { unescapeFormula } from '#lib/export/formula.ts';
import { foldText } from '#lib/domain/text.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import {
	TABLE_KINDS,
	type Choices,
	type DateOrder,
	type Decimal,
	type TableKind
} from './choices.ts';
import { columnsOf, type Column } from './columns.ts';
import { contentsOf, type Contents, type FileFormat } from './contents.ts';
import type { Encoding } from './decode.ts';
import { fieldOfHeader } from './fields.ts';
import { FileRefusedError } from './problem.ts';
import type { RawRow, Separator } from './separated.ts';
import { dateOrderOf, decimalOf } from './values.ts';
import type { Sheet } from './workbook.ts';

/** What was understood of a table, each point of which a person may correct. */
export interface UnderstoodTable {
	format: FileFormat;
	table: TableKind;
	/** Line of the headers; 0 where each value bears its own name. */
	headerLine: number;
	/** Rows above the headers, left out. */
	titles: number;
	columns: Column[];
	/** The type of its ties, when columns tell it: who gives, who receives and how much. */
	impliedType?: RelationType | undefined;
	/** True for what we wrote ourselves: its ids are ours. */
	ours: boolean;
	/** Headers that come twice: the first is read, the others are left out. */
	repeated: string[];
	decimal: Decimal;
	dateOrder: DateOrder;
	/** False when no date tells day from month. */
	dateOrderSure: boolean;
	/** Of a workbook: the sheet read. */
	sheet?: string | undefined;
	rows: RawRow[];
}

/** What was understood of a file. */
export interface Understood extends UnderstoodTable {
	/** Whom and when the file itself says it is from. */
	publisher?: string | undefined;
	date?: string | undefined;
	/** Of a text file. */
	encoding?: Encoding | undefined;
	separator?: Separator | undefined;
	/** Characters an earlier program lost. */
	lost: number;
	/** Of a workbook: those that have a table. */
	sheets?: string[] | undefined;
	/** Of a network: its ties, whose ends name rows of the structures above by their ids. */
	ties?: UnderstoodTable | undefined;
}

/** Rows, and which of them bears the headers. */
interface RawTable {
	format: FileFormat;
	headers: string[];
	headerLine: number;
	titles: number;
	rows: RawRow[];
	sheet?: string | undefined;
}

const HEADER_WITHIN = 30;
const filled = (cells: readonly string[]): number =>
	cells.filter((cell) => cell.trim() !== '').length;

const recognised = (cells: readonly string[], table: TableKind): number =>
	new Set(cells.flatMap((cell) => fieldOfHeader(cell, table) ?? [])).size;

const mostRecognised = (cells: readonly string[]): number =>
	Math.max(...TABLE_KINDS.map((table) => recognised(cells, table)));

/** The row of headers: the one with most headers we know, else the first as wide as the others. */
function headerIndex(rows: readonly RawRow[], asked: number | undefined): number {
	if (asked !== undefined) {
		const at = rows.findIndex(({ line }) => line >= asked);
		return at === -1 ? 0 : at;
	}
	let best = { at: -1, score: 1 };
	rows.slice(0, HEADER_WITHIN).forEach(({ cells }, at) => {
		const score = mostRecognised(cells);
		if (score > best.score) best = { at, score };
	});
	if (best.at >= 0) return best.at;
	const widths = rows.slice(0, HEADER_WITHIN).map(({ cells }) => filled(cells));
	const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
	return Math.max(
		0,
		widths.findIndex((width) => width >= usual)
	);
}

function tableOf(headers: readonly string[]): TableKind {
	const ofResources = new Set(
		headers.flatMap((header) => fieldOfHeader(header, 'resources') ?? [])
	);
	const isResources =
		headers.some((header) => /ressource|resource/i.test(header)) &&
		ofResources.has('name') &&
		(ofResources.has('holder') || ofResources.has('users'));
	if (isResources) return 'resources';
	const fields = new Set(headers.flatMap((header) => fieldOfHeader(header, 'ties') ?? []));
	const hasEnd = (end: string) => fields.has(end) || fields.has(`${end}Name`);
	const isTies =
		hasEnd('source') && hasEnd('target') && fields.size >= recognised(headers, 'structures');
	return isTies ? 'ties' : 'structures';
}

function* cellsOf(
	rows: readonly RawRow[],
	columns: readonly Column[],
	fields: readonly string[]
): Generator<string> {
	const at = columns.flatMap(({ field }, i) => (field && fields.includes(field) ? [i] : []));
	for (const { cells } of rows) for (const i of at) yield cells[i] ?? '';
}

const bestScore = (rows: readonly RawRow[]): number =>
	Math.max(0, ...rows.slice(0, HEADER_WITHIN).map(({ cells }) => mostRecognised(cells)));

/** Every cell of a spreadsheet trimmed, and our own mark against formulas taken off; where it stands. */
function clean({ cells }: RawRow): void {
	for (const [i, cell] of cells.entries()) {
		const bare = cell.trim();
		cells[i] = bare.startsWith("'") ? unescapeFormula(bare) : bare;
	}
}
const trimmed = ({ line, cells }: RawRow): RawRow => ({
	line,
	cells: cells.map((cell) => cell.trim())
});

function rawTable(
	format: FileFormat,
	all: readonly RawRow[],
	headerLine: number | undefined
): RawTable {
	const at = headerIndex(all, headerLine);
	const head = all[at];
	if (!head) throw new FileRefusedError('empty_file');
	const headers = head.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
	while (headers.at(-1) === '') headers.pop();
	const rows = all.slice(at + 1).filter((row) => {
		clean(row);
		return row.cells.some((cell) => cell !== '');
	});
	if (rows.length === 0) throw new FileRefusedError('no_rows', { line: head.line });
	return { format, headers, headerLine: head.line, titles: at, rows };
}

/** Names that only what we write has together: of tables, and of networks, which say their licence apart. */
const OURS: readonly (readonly string[])[] = [
	['id', 'licence'],
	['nature', 'kind', 'group', 'member'],
	['family', 'certainty', 'verdict']
];

function understandTable(
	{ format, headers, headerLine, titles, rows, sheet }: RawTable,
	choices: Choices,
	given: { table: TableKind; columns: Readonly<Record<string, string>> | undefined }
): UnderstoodTable {
	const { table } = given;
	const ours = OURS.some((names) => names.every((name) => headers.includes(name)));
	const columns = columnsOf(headers, rows, { table, ours, chosen: given.columns ?? {} });
	const dates = dateOrderOf(
		cellsOf(rows, columns, ['since', 'until', 'foundedYear', 'amountPeriod'])
	);
	const folded = headers.map(foldText);
	const has = (field: string) => columns.some((column) => column.field === field);
	const isFunding = table === 'ties' && has('amountEur') && !has('type');
	return {
		format,
		table,
		headerLine,
		titles,
		...(isFunding && { impliedType: 'FUNDS' as const }),
		ours,
		columns,
		repeated: [
			...new Set(headers.filter((h, i) => h !== '' && folded.indexOf(folded[i] ?? '') !== i))
		],
		decimal:
			choices.decimal ??
			(ours ? '.' : undefined) ??
			decimalOf(cellsOf(rows, columns, ['amountEur', 'lat', 'lon'])),
		dateOrder: choices.dateOrder ?? dates.order,
		dateOrderSure: choices.dateOrder !== undefined || dates.sure,
		...(sheet !== undefined && { sheet }),
		rows
	};
}

const structuresOf = (raw: RawTable, choices: Choices): UnderstoodTable =>
	understandTable(raw, choices, { table: 'structures', columns: choices.columns });
const tiesOf = (raw: RawTable, choices: Choices): UnderstoodTable =>
	understandTable(raw, choices, { table: 'ties', columns: choices.tieColumns });
const oneTable = (raw: RawTable, choices: Choices): UnderstoodTable =>
	understandTable(raw, choices, {
		table: choices.table ?? tableOf(raw.headers),
		columns: choices.columns
	});

/** Of a workbook the sheet asked for, or the one with most headers we know; of ours, both lists. */
function understandWorkbook(sheets: readonly Sheet[], choices: Choices): Understood {
	const file = { lost: 0, sheets: sheets.map(({ name }) => name) };
	const found =
		choices.sheet === undefined
			? [...sheets].sort((a, b) => bestScore(b.rows) - bestScore(a.rows))[0]
			: sheets.find(({ name }) => name === choices.sheet);
	if (!found) throw new FileRefusedError('unknown_sheet', { sheet: choices.sheet ?? '' });
	const raw = { ...rawTable('xlsx', found.rows, choices.headerLine), sheet: found.name };
	const first = oneTable(raw, choices);
	if (choices.sheet !== undefined) return { ...file, ...first };
	const tables = sheets
		.filter(({ name, rows }) => name !== found.name && rows.length > 1)
		.map(({ name, rows }) => ({ ...rawTable('xlsx', rows, undefined), sheet: name }));
	const lists = listsAmong([raw, ...tables], first.ours);
	if (!lists) return { ...file, ...first };
	const { nodes, edges } = lists;
	return { ...file, ...structuresOf(nodes, choices), ties: tiesOf(edges, choices) };
}

/** The two sheets that are one network: of ours by their columns, else one of structures with their ids. */
function listsAmong(
	tables: readonly RawTable[],
	ours: boolean
): { nodes: RawTable; edges: RawTable } | undefined {
	const of = (kind: TableKind) => tables.filter(({ headers }) => tableOf(headers) === kind);
	const [nodes, edges] = ours
		? [
				tables.find(({ headers }) => headers.includes('nature')),
				tables.find(({ headers }) => headers.includes('verdict'))
			]
		: [onlyOf(of('structures')), onlyOf(of('ties'))];
	if (!nodes || !edges) return undefined;
	const hasIds = nodes.headers.some((header) => fieldOfHeader(header, 'structures') === 'id');
	return ours || hasIds ? { nodes, edges } : undefined;
}

const onlyOf = <T>(items: readonly T[]): T | undefined =>
	items.length === 1 ? items[0] : undefined;

const understood = (contents: Contents, choices: Choices): Understood => {
	if (contents.format === 'xlsx') return understandWorkbook(contents.sheets, choices);
	if ('rows' in contents) {
		const { rows, ...how } = contents;
		return { ...how, ...oneTable(rawTable(contents.format, rows, choices.headerLine), choices) };
	}
	const { format, nodes, edges } = contents;
	const plain = ({ headers, rows }: typeof nodes): RawTable => ({
		format,
		headers,
		headerLine: 0,
		titles: 0,
		rows: rows.map(trimmed)
	});
	if (nodes.rows.length === 0) throw new FileRefusedError('no_nodes');
	return {
		lost: 0,
		...structuresOf(plain(nodes), choices),
		...(edges.rows.length > 0 && { ties: tiesOf(plain(edges), choices) })
	};
};

/** Two lists brought together: whichever is the ties, the other is what their ends name. */
function joined(a: Understood, b: Understood, choices: Choices): Understood {
	const kinds = [a.table, b.table].sort().join(' ');
	if (a.ties || b.ties || kinds !== 'structures ties') throw new FileRefusedError('not_two_lists');
	const [nodes, edges] = a.table === 'structures' ? [a, b] : [b, a];
	const headers = edges.columns.map(({ header }) => header);
	return { ...nodes, ties: tiesOf({ ...edges, headers }, choices) };
}

/**
 * Reads a file and finds by itself how it is written and what its columns are; `choices` correct it.
 * @param beside the other list, where nodes and ties are two files
 * @throws {FileRefusedError} when there is nothing to read
 */
export async function understand(
	bytes: Uint8Array,
	choices: Choices = {},
	beside?: Uint8Array
): Promise<Understood> {
	const first = await contentsOf(bytes, choices);
	if (!beside) return understood(first, choices);
	const common = { decimal: choices.decimal, dateOrder: choices.dateOrder };
	const second = understood(await contentsOf(beside, {}), common);
	return joined(understood(first, { ...choices, table: undefined }), second, choices);
}
