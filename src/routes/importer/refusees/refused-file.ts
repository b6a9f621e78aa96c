import { plainCsv, plainWorkbook } from '#lib/export/plain-table.ts';
import type { Preview } from '#lib/server/import/import-file.ts';
import { refusedSheets } from './refused.ts';

export interface RefusedFile {
	name: string;
	type: string;
	body: string | Uint8Array<ArrayBuffer>;
}

/** The refused rows as a file of the kind they came in. */
export async function refusedFile(preview: Preview): Promise<RefusedFile> {
	const { separator, format, ties } = preview.understood;
	const sheets = refusedSheets(preview);
	if (ties || format === 'xlsx')
		return {
			name: 'lignes-refusees.xlsx',
			type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			body: await plainWorkbook(sheets)
		};
	return {
		name: 'lignes-refusees.csv',
		type: 'text/csv; charset=utf-8',
		body: plainCsv(sheets[0]?.rows ?? [], separator ?? ';')
	};
}
