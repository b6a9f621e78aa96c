import { escapeFormula } from '#lib/export/formula.ts';
import type { Column } from './columns.ts';

/** One cell on one line, that no spreadsheet runs. */
export const safeCell = (text: string): string => escapeFormula(text).replace(/[\t\r\n]+/g, ' ');

/** Rows as a spreadsheet takes them from the clipboard: a line of titles, tabs between cells. */
export const toTsv = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string =>
	[
		columns.map(({ title }) => safeCell(title())),
		...rows.map((row) => columns.map(({ text }) => safeCell(text(row))))
	]
		.map((cells) => cells.join('\t'))
		.join('\n');
