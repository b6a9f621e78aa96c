import { CsvError, parse } from 'csv-parse/sync';
import { FileRefusedError, type RowRemark } from './problem.ts';

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A row as it is written, and the line of the file it begins on. */
export interface RawRow {
	line: number;
	cells: string[];
	/** What the reader of its format tells of it. */
	notes?: readonly RowRemark[];
}

export const MAX_COLUMNS = 1000;
export const MAX_ROWS = 200_000;
export const MAX_RECORD = 1_000_000;
/** Excel's own first line: it names the separator. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** Follows the lines of a text; the parser's own count takes each `\r\n` inside quotes for two. */
class Lines {
	/** The line of what comes next. */
	line = 1;
	#at = 0;
	constructor(private readonly bytes: Uint8Array) {}

	/** Past empty lines, to where a record begins. */
	skipEmpty(): void {
		while (this.#isBreak()) this.#step();
	}

	to(end: number): void {
		while (this.#at < end) this.#step();
	}

	#isBreak(): boolean {
		const byte = this.bytes[this.#at];
		return byte === LINE_FEED || byte === RETURN;
	}

	#step(): void {
		const byte = this.bytes[this.#at++];
		if (byte === LINE_FEED || (byte === RETURN && this.bytes[this.#at] !== LINE_FEED)) this.line++;
	}
}

type Take = (cells: string[], line: number) => void;

/** The cells of a line whose quotes are all in their place; `undefined` when they are not. */
function cellsOf(line: string, delimiter: string): string[] | undefined {
	const cells: string[] = [];
	for (let at = 0; ; at++) {
		const end = line.charCodeAt(at) === QUOTE ? closing(line, at) : before(delimiter, line, at);
		const cell = line.slice(at, end);
		if (end > line.length || (end < line.length && line[end] !== delimiter)) return undefined;
		if (!cell.includes('"')) cells.push(cell);
		else if (cell.startsWith('"')) cells.push(cell.slice(1, -1).replaceAll('""', '"'));
		else return undefined;
		if (end === line.length) return cells;
		at = end;
	}
}

const before = (delimiter: string, line: string, at: number): number => {
	const found = line.indexOf(delimiter, at);
	return found === -1 ? line.length : found;
};

/** Where what is quoted from here on ends: past the line when it is not closed on it. */
function closing(line: string, at: number): number {
	let end = line.indexOf('"', at + 1);
	while (end !== -1 && line.charCodeAt(end + 1) === QUOTE) end = line.indexOf('"', end + 2);
	return end === -1 ? line.length + 1 : end + 1;
}

/**
 * Hands on the records that are a line each, quoted or not, cut where they are many times faster than
 * by the parser of tables; up to the first that is not, or whose quotes are not in their place.
 * @returns where the parser must go on, at which line, and how many records it may still hand on
 */
function untilUneven(
	text: string,
	delimiter: string,
	{ take, most }: { take: Take; most: number }
): { from: number; line: number; left: number } {
	// Nor are lines that end as they did on old Macs.
	const old = text.search(/\r(?!\n)/);
	const end = old === -1 ? text.length : old;
	let quoted = text.indexOf('"');
	let line = 1;
	let left = most;
	let from = 0;
	while (from < end && left !== 0) {
		const found = text.indexOf('\n', from);
		const stop = found === -1 ? text.length : found;
		if (stop > end || stop - from > MAX_RECORD / 4) break;
		const cut = text.charCodeAt(stop - 1) === RETURN ? stop - 1 : stop;
		if (cut > from) {
			const record = text.slice(from, cut);
			const isQuoted = quoted !== -1 && quoted < cut;
			const cells = isQuoted ? cellsOf(record, delimiter) : record.split(delimiter);
			if (!cells) break;
			if (isQuoted) quoted = text.indexOf('"', cut);
			take(cells, line);
			if (left > 0) left--;
		}
		line++;
		from = stop + 1;
	}
	return { from, line, left };
}

/** Hands on the records of a text as far as they can be read. @returns why no further */
export function eachRecord(
	text: string,
	delimiter: string,
	take: Take,
	most = -1
): FileRefusedError | undefined {
	const { from, line, left } = untilUneven(text, delimiter, { take, most });
	if (from >= text.length || left === 0) return undefined;
	const parsed = (cells: string[], at: number) => take(cells, at + line - 1);
	const broken = eachParsed(text.slice(from), delimiter, { take: parsed, most: left });
	const at = broken?.params['line'];
	if (!broken || typeof at !== 'number') return broken;
	return new FileRefusedError(broken.code, { ...broken.params, line: at + line - 1 });
}

/** The same by the parser of tables. */
function eachParsed(
	text: string,
	delimiter: string,
	{ take, most }: { take: Take; most: number }
): FileRefusedError | undefined {
	const bytes = new TextEncoder().encode(text);
	const lines = new Lines(bytes);
	try {
		parse(Buffer.from(bytes.buffer), {
			delimiter,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			record_delimiter: ['\r\n', '\n', '\r'],
			max_record_size: MAX_RECORD,
			to: most,
			on_record: (cells: string[], context) => {
				lines.skipEmpty();
				take(cells, lines.line);
				lines.to(context.bytes);
				return null;
			}
		});
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		lines.skipEmpty();
		const { line } = lines;
		if (error.code === 'CSV_MAX_RECORD_SIZE')
			return new FileRefusedError('long_record', { line, most: MAX_RECORD });
		return new FileRefusedError('open_quote', { line });
	}
	return undefined;
}

function records(
	text: string,
	delimiter: string,
	most: number
): { rows: RawRow[]; broken: FileRefusedError | undefined } {
	const rows: RawRow[] = [];
	const take = (cells: string[], line: number): void => void rows.push({ line, cells });
	const broken = eachRecord(text, delimiter, take, most);
	return { rows, broken };
}

const SAMPLE = 60_000;
const SAMPLE_ROWS = 100;

/** How well rows agree on a number of cells above one: the share of them, and the number. */
function agreement(text: string, separator: Separator): number {
	const { rows } = records(text, separator, SAMPLE_ROWS);
	const counts = new Map<number, number>();
	for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	const [cells = 0, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
	return cells < 2 ? 0 : (times / rows.length) * Math.log2(cells + 1);
}

/** The beginning of a text, cut at the end of a line that is not inside quotes when there is one. */
function sampleOf(text: string): string {
	if (text.length <= SAMPLE) return text;
	const quotesBefore = (at: number) => text.slice(0, at).split('"').length - 1;
	for (let at = text.lastIndexOf('\n', SAMPLE); at > 0; at = text.lastIndexOf('\n', at - 1))
		if (quotesBefore(at) % 2 === 0) return text.slice(0, at);
	return text.slice(0, SAMPLE);
}

/** The separator rows agree on best; a file of one column has commas. */
export function separatorOf(text: string): Separator {
	const named = SEPARATORS.find((known) => known === SEPARATOR_LINE.exec(text)?.[1]);
	if (named) return named;
	const sample = sampleOf(text);
	const scores = SEPARATORS.map((separator) => ({
		separator,
		score: agreement(sample, separator)
	}));
	return scores.sort((a, b) => b.score - a.score)[0]?.separator ?? ',';
}

/**
 * The rows of a text, empty ones left out.
 * @throws {FileRefusedError} for a quote never closed, a record without end, too many columns or rows
 */
export function readSeparated(text: string, separator: Separator): RawRow[] {
	const named = SEPARATOR_LINE.exec(text);
	const { rows, broken } = records(
		named ? text.slice(named[0].length) : text,
		separator,
		MAX_ROWS + 1
	);
	if (broken) throw broken;
	if (named) for (const row of rows) row.line++;
	return bounded(rows);
}

/** Rows no longer and no wider than we take. @throws {FileRefusedError} */
export function bounded(rows: RawRow[]): RawRow[] {
	if (rows.length > MAX_ROWS) throw new FileRefusedError('too_many_rows', { most: MAX_ROWS });
	const wide = rows.find(({ cells }) => cells.length > MAX_COLUMNS);
	if (wide)
		throw new FileRefusedError('too_many_columns', {
			line: wide.line,
			found: wide.cells.length,
			most: MAX_COLUMNS
		});
	return rows;
}
