import type { Column } from './columns.ts';

/** A spreadsheet reads a cell that begins so as a formula; the apostrophe makes it text again. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell on one line, that no spreadsheet runs. */
export function safeCell(text: string): string {
	const guarded = FORMULA.test(text) ? `'${text}` : text;
	return guarded.replace(/[\t\r\n]+/g, ' ');
}

/** Rows as a spreadsheet takes them from the clipboard: a line of titles, tabs between cells. */
export const toTsv = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string =>
	[
		columns.map(({ title }) => safeCell(title())),
		...rows.map((row) => columns.map(({ text }) => safeCell(text(row))))
	]
		.map((cells) => cells.join('\t'))
		.join('\n');
