import { fieldsOf, meaningOfHeader } from './fields.ts';
import type { TableKind } from './choices.ts';
import { foldText } from '#lib/domain/text.ts';
import { readIdentifier, type IdentifierField } from './identifiers.ts';
import type { RawRow } from './separated.ts';
import { readKind } from './vocabulary.ts';

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

const CONTENT_SAMPLE = 60;
const SAMPLES = 3;
/** Of a tie, what names it says its type where nothing else does. */
const NAMES = ['label', 'libelle', 'etiquette'];

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

/** Columns with what each is read as: as chosen, else by its header, else by what is in it. */
export function columnsOf(
	headers: readonly string[],
	rows: readonly RawRow[],
	{
		table,
		ours,
		chosen
	}: { table: TableKind; ours: boolean; chosen: Readonly<Record<string, string>> }
): Column[] {
	const taken = new Set<string>();
	const allowed = fieldsOf(table, ours);
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
	// Of two headers for one field, the more usual: `name` rather than the `label` before it.
	const meant = columns.flatMap((column) => {
		const meaning = meaningOfHeader(column.header, table, ours);
		return meaning ? [{ column, ...meaning }] : [];
	});
	for (const { column, field } of meant.sort((a, b) => a.rank - b.rank))
		take(column, field, 'header');
	if (table === 'ties')
		for (const column of columns)
			if (NAMES.includes(foldText(column.header))) take(column, 'type', 'header');
	if (table === 'structures')
		columns.forEach((column, i) => {
			if (column.by !== undefined) return;
			const cells: string[] = [];
			for (const row of rows) {
				const cell = (row.cells[i] ?? '').trim();
				if (cell !== '') cells.push(cell);
				if (cells.length === CONTENT_SAMPLE) break;
			}
			take(column, fieldOfContent(cells), 'content');
		});
	return columns;
}
