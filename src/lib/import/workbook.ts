import { strFromU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { FileRefusedError } from './problem.ts';
import { bounded, type RawRow } from './separated.ts';

const MAX_ENTRIES = 2000;
/** Unpacked: a workbook of this size holds some millions of cells. */
export const MAX_UNPACKED = 200 * 1024 * 1024;

export interface Sheet {
	name: string;
	rows: RawRow[];
}

/** A sheet without its empty cells and rows: some programs write a million of them, styled. */
function withoutEmpty(sheet: Uint8Array): Uint8Array<ArrayBuffer> {
	const text = strFromU8(sheet)
		.replace(/<c\b[^<>]*\/>/g, '')
		.replace(/<row\b[^<>]*(?:\/>|>\s*<\/row>)/g, '')
		.replace(/<dimension\b[^<>]*\/>/, '');
	return new TextEncoder().encode(text);
}

/**
 * The parts a table is in, unpacked within bounds and packed again without compression: what the
 * library then inflates is what was counted here.
 */
function unpacked(bytes: Uint8Array): ArrayBuffer {
	let size = 0;
	let entries = 0;
	const parts = unzipSync(bytes, {
		filter: ({ name, originalSize }) => {
			size += originalSize;
			if (++entries > MAX_ENTRIES || size > MAX_UNPACKED)
				throw new FileRefusedError('workbook_too_large', { most: MAX_UNPACKED / 1024 / 1024 });
			return /\.(xml|rels)$/.test(name);
		}
	});
	for (const [name, part] of Object.entries(parts))
		if (/worksheets\/[^/]+\.xml$/.test(name)) parts[name] = withoutEmpty(part);
	const packed = zipSync(parts, { level: 0 });
	return packed.slice().buffer;
}

function textOf(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	if (cell instanceof Date)
		return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
	if (typeof cell === 'number' && Number.isSafeInteger(cell)) return BigInt(cell).toString();
	return String(cell);
}

/**
 * The sheets of an Excel workbook as text: dates as days, formulas by their value.
 * @throws {FileRefusedError} when it is damaged, or unpacks to more than we take
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
	let sheets: { sheet: string; data: unknown[][] }[];
	try {
		sheets = await readXlsxFile(unpacked(bytes));
	} catch (error) {
		if (error instanceof FileRefusedError) throw error;
		throw new FileRefusedError('damaged_workbook');
	}
	return sheets.map(({ sheet, data }) => {
		const rows = data.map((row, i) => ({ line: i + 1, cells: row.map(textOf) }));
		return {
			name: sheet,
			rows: bounded(rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')))
		};
	});
}
