import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/universal';
import { BYTE_ORDER_MARK, type CsvSeparator } from './csv.ts';
import { escapeFormula } from './formula.ts';
import { textCell } from './xlsx.ts';

type Rows = readonly (readonly string[])[];

/** Rows of text, the first of which are headers, as a file any spreadsheet opens; no cell is a formula. */
export const plainCsv = (rows: Rows, delimiter: CsvSeparator | '\t' | '|'): string =>
	BYTE_ORDER_MARK +
	stringify(
		rows.map((row) => row.map(escapeFormula)),
		{ delimiter, record_delimiter: 'windows' }
	);

const WIDEST = 60;

function widths(rows: Rows): { width: number }[] {
	const count = Math.max(0, ...rows.map((row) => row.length));
	return Array.from({ length: count }, (_, at) => {
		const lengths = rows.slice(0, 200).map((row) => (row[at] ?? '').length);
		return { width: Math.min(WIDEST, Math.max(9, ...lengths) + 2) };
	});
}

/** The same as a workbook, every cell a text: no number loses its zeros or its digits. */
export async function plainWorkbook(
	sheets: readonly { sheet: string; rows: Rows }[]
): Promise<Uint8Array<ArrayBuffer>> {
	const blob = await writeExcelFile(
		sheets.map(({ sheet, rows }) => ({
			sheet,
			data: rows.map((row, i) =>
				row.map((cell) =>
					cell === ''
						? null
						: {
								value: textCell(cell),
								format: '@',
								...(i === 0 && { fontWeight: 'bold' as const })
							}
				)
			),
			columns: widths(rows),
			stickyRowsCount: 1
		}))
	).toBlob();
	return new Uint8Array(await blob.arrayBuffer());
}
