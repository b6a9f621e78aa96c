import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { CellKind, Table } from './columns.ts';
import type { FileCode, SeedProblem } from './seed-problem.ts';

type Cell = string | number | boolean | string[];

/** A row by column, empty cells left out, and the line it is on. */
export interface Row {
	line: number;
	cells: Readonly<Record<string, Cell>>;
}

export interface TableContent {
	rows: Row[];
	problems: SeedProblem[];
	/** The file as text, for its checksum; empty when it could not be read. */
	text: string;
}

/** Separates the items of a list inside a cell. */
const LIST_SEPARATOR = '|';

const failed = (
	file: string,
	code: FileCode,
	more: Partial<SeedProblem> = {}
): Omit<TableContent, 'text'> => ({
	rows: [],
	problems: [{ file, code, field: '', ...more }]
});

async function readText(path: string): Promise<string | FileCode> {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(path);
	} catch {
		return 'missing_file';
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return 'not_utf8';
	}
}

function cellOf(kind: CellKind, raw: string): { value: Cell } | { problem: FileCode } {
	switch (kind) {
		case 'text':
			return { value: raw };
		case 'list':
			return { value: raw.split(LIST_SEPARATOR).map((item) => item.trim()) };
		case 'boolean':
			return raw === 'true' || raw === 'false'
				? { value: raw === 'true' }
				: { problem: 'not_a_boolean' };
		case 'number':
			return /^-?\d+(?:\.\d+)?$/.test(raw) ? { value: Number(raw) } : { problem: 'not_a_number' };
	}
}

function headerProblems(table: Table, header: readonly string[]): SeedProblem[] {
	const at = (code: FileCode, field: string): SeedProblem => ({
		file: table.file,
		line: 1,
		code,
		field
	});
	return [
		...table.needed.filter((c) => !header.includes(c)).map((c) => at('missing_column', c)),
		...header
			.filter((c) => !Object.hasOwn(table.columns, c))
			.map((c) => ({ ...at('unknown_column', c), allowed: Object.keys(table.columns) })),
		...header.filter((c, i) => header.indexOf(c) !== i).map((c) => at('repeated_column', c))
	];
}

function readRow(table: Table, header: readonly string[], raw: readonly string[], line: number) {
	const cells: Record<string, Cell> = {};
	const problems: SeedProblem[] = [];
	header.forEach((field, i) => {
		const value = (raw[i] ?? '').trim();
		const kind = table.columns[field];
		if (value === '' || kind === undefined) return;
		const cell = cellOf(kind, value);
		if ('value' in cell) cells[field] = cell.value;
		else problems.push({ file: table.file, line, field, code: cell.problem, value });
	});
	return { row: { line, cells }, problems };
}

function parseText(table: Table, text: string): Omit<TableContent, 'text'> {
	const { file } = table;
	const lines: { record: string[]; line: number }[] = [];
	try {
		parse(text, {
			bom: true,
			relax_column_count: true,
			skip_empty_lines: true,
			on_record: (record, context) => {
				lines.push({ record, line: context.lines });
				return null;
			}
		});
	} catch (error) {
		const line = error instanceof CsvError ? Number(error['lines']) : Number.NaN;
		return failed(file, 'bad_csv', Number.isFinite(line) ? { line } : {});
	}
	const header = lines[0]?.record ?? [];
	const wrong = headerProblems(table, header);
	if (wrong.length > 0) return { rows: [], problems: wrong };
	const rows: Row[] = [];
	const problems: SeedProblem[] = [];
	for (const { record, line } of lines.slice(1)) {
		if (record.length !== header.length) {
			const params = { expected: header.length, found: record.length };
			problems.push({ file, line, field: '', code: 'cell_count', params });
			continue;
		}
		const read = readRow(table, header, record, line);
		rows.push(read.row);
		problems.push(...read.problems);
	}
	return { rows, problems };
}

/** Reads one file of a seed folder: its rows, or what is wrong with the file, line by line. */
export async function readTable(dir: string, table: Table): Promise<TableContent> {
	const path = join(dir, table.file);
	const text = await readText(path);
	if (text === 'missing_file' || text === 'not_utf8')
		return { ...failed(table.file, text), text: '' };
	return { ...parseText(table, text), text };
}
