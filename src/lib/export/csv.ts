import { stringify } from 'csv-stringify/browser/esm/sync';
import { edgeTable, nodeTable, type Cell, type Column } from './columns.ts';
import { escapeFormula } from './formula.ts';
import type { NetworkExport } from './model.ts';

/** Spreadsheets take the comma or the semicolon by the reader's language: both read what theirs writes. */
export type CsvSeparator = ',' | ';';

/** So that spreadsheets know the text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const cellOf = (value: Cell): string =>
	typeof value === 'string' ? escapeFormula(value) : value === undefined ? '' : String(value);

/** Any list, one item a row, under the names of its columns (RFC 4180 but for the separator). */
export function tableToCsv<Item>(
	items: readonly Item[],
	columns: readonly Column<Item>[],
	delimiter: CsvSeparator
): string {
	const rows = items.map((item) => columns.map(({ value }) => cellOf(value(item))));
	const head = columns.map(({ name }) => name);
	return BYTE_ORDER_MARK + stringify([head, ...rows], { delimiter, record_delimiter: 'windows' });
}

/** Structures and resources, one a row, licence included (RFC 4180 but for the separator). */
export const nodesToCsv = (given: NetworkExport, separator: CsvSeparator): string =>
	tableToCsv(given.nodes, nodeTable(given), separator);

/** Relations, one a row, with the names of both ends, their sources and the licence. */
export const edgesToCsv = (given: NetworkExport, separator: CsvSeparator): string =>
	tableToCsv(given.edges, edgeTable(given), separator);
