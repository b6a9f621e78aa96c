import { unescapeFormula } from '#lib/export/formula.ts';
import { foldText } from '#lib/domain/text.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { Choices, DateOrder, Decimal, TableKind } from './choices.ts';
import { decode, isZip, MAX_BYTES, type Encoding } from './decode.ts';
import { fieldOfHeader, fieldsOf } from './fields.ts';
import { readIdentifier, type IdentifierField } from './identifiers.ts';
import { isFinessPlus, readFinessPlus } from './finess/plus.ts';
import { isPositional, readPositional } from './finess/positional.ts';
import { FINESS } from './finess/table.ts';
import { FileRefusedError } from './problem.ts';
import { readSeparated, separatorOf, type RawRow, type Separator } from './separated.ts';
import { dateOrderOf, decimalOf } from './values.ts';
import { readKind } from './vocabulary.ts';
import { readWorkbook } from './workbook.ts';

export interface Column {
	/** Names the column among choices: its header, with its rank when that is empty or comes twice. */
	key: string;
	header: string;
	/** What it is read as; absent when it is left out. */
	field?: string | undefined;
	/** How that was found. */
	by?: 'header' | 'content' | 'choice' | undefined;
	/** The first different values. */
	samples: string[];
}

/** What was understood of a file, each point of which a person may correct. */
export interface Understood {
	/** Of a file of FINESS, which has its own columns. */
	format?: 'finess' | 'finess-plus' | undefined;
	/** Whom and when the file itself says it is from. */
	publisher?: string | undefined;
	date?: string | undefined;
	table: TableKind;
	/** Of a text file. */
	encoding?: Encoding | undefined;
	separator?: Separator | undefined;
	/** Characters an earlier program lost. */
	lost: number;
	/** Of a workbook: those that have a table, and the one read. */
	sheets?: string[] | undefined;
	sheet?: string | undefined;
	headerLine: number;
	/** Rows above the headers, left out. */
	titles: number;
	columns: Column[];
	/** The type of its ties, when columns tell it: who gives, who receives and how much. */
	impliedType?: RelationType | undefined;
	/** True for the tables we write ourselves: their ids are ours. */
	ours: boolean;
	/** Headers that come twice: the first is read, the others are left out. */
	repeated: string[];
	decimal: Decimal;
	dateOrder: DateOrder;
	/** False when no date tells day from month. */
	dateOrderSure: boolean;
	rows: RawRow[];
}

/** Both our tables have these; together no other has. */
const OUR_HEADERS = ['id', 'licence'];
const HEADER_WITHIN = 30;
const CONTENT_SAMPLE = 60;
const SAMPLES = 3;

const filled = (cells: readonly string[]): number =>
	cells.filter((cell) => cell.trim() !== '').length;

const recognised = (cells: readonly string[], table: TableKind): number =>
	new Set(cells.flatMap((cell) => fieldOfHeader(cell, table) ?? [])).size;

/** The row of headers: the one with most headers we know, else the first as wide as the others. */
function headerIndex(rows: readonly RawRow[], asked: number | undefined): number {
	if (asked !== undefined) {
		const at = rows.findIndex(({ line }) => line >= asked);
		return at === -1 ? 0 : at;
	}
	let best = { at: -1, score: 1 };
	rows.slice(0, HEADER_WITHIN).forEach(({ cells }, at) => {
		const score = Math.max(recognised(cells, 'structures'), recognised(cells, 'ties'));
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
	const fields = new Set(headers.flatMap((header) => fieldOfHeader(header, 'ties') ?? []));
	const hasEnd = (end: string) => fields.has(end) || fields.has(`${end}Name`);
	const isTies =
		hasEnd('source') && hasEnd('target') && fields.size >= recognised(headers, 'structures');
	return isTies ? 'ties' : 'structures';
}

function share(samples: readonly string[], test: (cell: string) => boolean): boolean {
	return samples.length > 0 && samples.filter(test).length >= samples.length * 0.8;
}

/** What the cells of a column say it is, where its header said nothing. */
function fieldOfContent(cells: readonly string[]): string | undefined {
	const identifiers: readonly IdentifierField[] = ['siret', 'rna', 'finess', 'siren'];
	const found = identifiers.find((field) =>
		share(cells, (cell) => readIdentifier(field, cell).kind === 'sound')
	);
	if (found) return found;
	if (share(cells, (cell) => /^https?:\/\//i.test(cell))) return 'website';
	return share(cells, (cell) => readKind(cell) !== undefined) ? 'kind' : undefined;
}

function keysOf(headers: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return headers.map((header, i) => {
		if (header === '') return `#${i + 1}`;
		const times = (seen.get(header) ?? 0) + 1;
		seen.set(header, times);
		return times === 1 ? header : `${header}#${times}`;
	});
}

function columnsOf(
	headers: readonly string[],
	rows: readonly RawRow[],
	table: TableKind,
	chosen: Readonly<Record<string, string>>
): Column[] {
	const taken = new Set<string>();
	const allowed = fieldsOf(table);
	const columns = keysOf(headers).map((key, i): Column => {
		const samples = new Set<string>();
		for (const { cells } of rows.slice(0, 2000)) {
			const cell = (cells[i] ?? '').trim();
			if (cell !== '') samples.add(cell);
			if (samples.size === SAMPLES) break;
		}
		const header = headers[i] ?? '';
		const column: Column = { key, header, samples: [...samples] };
		const choice = chosen[key];
		if (choice === undefined || (choice !== '' && !allowed.includes(choice))) return column;
		if (choice !== '') taken.add(choice);
		return { ...column, by: 'choice', ...(choice !== '' && { field: choice }) };
	});
	const take = (column: Column, field: string | undefined, by: 'header' | 'content'): void => {
		if (column.by !== undefined || field === undefined || taken.has(field)) return;
		taken.add(field);
		column.field = field;
		column.by = by;
	};
	for (const column of columns) take(column, fieldOfHeader(column.header, table), 'header');
	if (table === 'structures')
		columns.forEach((column, i) => {
			if (column.by !== undefined) return;
			const cells = rows.flatMap((row) => (row.cells[i] ?? '').trim() || []);
			take(column, fieldOfContent(cells.slice(0, CONTENT_SAMPLE)), 'content');
		});
	return columns;
}

function* cellsOf(
	rows: readonly RawRow[],
	columns: readonly Column[],
	fields: readonly string[]
): Generator<string> {
	const at = columns.flatMap(({ field }, i) => (field && fields.includes(field) ? [i] : []));
	for (const { cells } of rows) for (const i of at) yield cells[i] ?? '';
}

interface Contents {
	rows: RawRow[];
	encoding?: Encoding;
	separator?: Separator;
	lost: number;
	sheets?: string[];
	sheet?: string;
	format?: 'finess' | 'finess-plus';
	publisher?: string;
	date?: string;
}

/** A file of FINESS, told by its first lines. */
function finessOf(text: string): Pick<Contents, 'rows' | 'format' | 'publisher'> | undefined {
	const publisher = FINESS;
	if (isPositional(text)) return { ...readPositional(text), format: 'finess', publisher };
	if (isFinessPlus(text)) return { ...readFinessPlus(text), format: 'finess-plus', publisher };
	return undefined;
}

async function contentsOf(bytes: Uint8Array, choices: Choices): Promise<Contents> {
	if (bytes.length > MAX_BYTES)
		throw new FileRefusedError('too_large', { most: MAX_BYTES / 1024 / 1024 });
	if (!isZip(bytes)) {
		const { text, encoding, lost } = decode(bytes, choices.encoding);
		const finess = finessOf(text);
		if (finess) return { ...finess, encoding, lost };
		const separator = choices.separator ?? separatorOf(text);
		return { rows: readSeparated(text, separator), encoding, separator, lost };
	}
	const sheets = (await readWorkbook(bytes)).filter(({ rows }) => rows.length > 0);
	if (sheets.length === 0) throw new FileRefusedError('empty_file');
	const best = (rows: readonly RawRow[]): number =>
		Math.max(
			0,
			...rows
				.slice(0, HEADER_WITHIN)
				.map(({ cells }) => Math.max(recognised(cells, 'structures'), recognised(cells, 'ties')))
		);
	const found =
		choices.sheet === undefined
			? [...sheets].sort((a, b) => best(b.rows) - best(a.rows))[0]
			: sheets.find(({ name }) => name === choices.sheet);
	if (!found) throw new FileRefusedError('unknown_sheet', { sheet: choices.sheet ?? '' });
	return { rows: found.rows, lost: 0, sheets: sheets.map(({ name }) => name), sheet: found.name };
}

/** Every cell trimmed, and our own mark against formulas taken off. */
const cleaned = ({ line, cells, notes }: RawRow): RawRow => ({
	line,
	...(notes && { notes }),
	cells: cells.map((cell) => unescapeFormula(cell.trim()))
});

/**
 * Reads a table and finds by itself how it is written and what its columns are; `choices` correct it.
 * @throws {FileRefusedError} when there is nothing to read
 */
export async function understand(bytes: Uint8Array, choices: Choices = {}): Promise<Understood> {
	const { rows: all, ...contents } = await contentsOf(bytes, choices);
	const at = headerIndex(all, choices.headerLine);
	const head = all[at];
	if (!head) throw new FileRefusedError('empty_file');
	const headers = head.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
	while (headers.at(-1) === '') headers.pop();
	const rows = all
		.slice(at + 1)
		.map(cleaned)
		.filter(({ cells }) => filled(cells) > 0);
	if (rows.length === 0) throw new FileRefusedError('no_rows', { line: head.line });
	const table = choices.table ?? tableOf(headers);
	const columns = columnsOf(headers, rows, table, choices.columns ?? {});
	const dates = dateOrderOf(
		cellsOf(rows, columns, ['since', 'until', 'foundedYear', 'amountPeriod'])
	);
	const folded = headers.map(foldText);
	const has = (field: string) => columns.some((column) => column.field === field);
	const isFunding = table === 'ties' && has('amountEur') && !has('type');
	return {
		...contents,
		table,
		headerLine: head.line,
		titles: at,
		...(isFunding && { impliedType: 'FUNDS' as const }),
		ours: OUR_HEADERS.every((header) => headers.includes(header)),
		columns,
		repeated: [
			...new Set(headers.filter((h, i) => h !== '' && folded.indexOf(folded[i] ?? '') !== i))
		],
		decimal: choices.decimal ?? decimalOf(cellsOf(rows, columns, ['amountEur', 'lat', 'lon'])),
		dateOrder: choices.dateOrder ?? dates.order,
		dateOrderSure: choices.dateOrder !== undefined || dates.sure,
		rows
	};
}
