import type { Choices } from './choices.ts';
import { decode, isZip, MAX_BYTES, type Encoding } from './decode.ts';
import { isFinessPlus, readFinessPlus } from './finess/plus.ts';
import { isPositional, readPositional } from './finess/positional.ts';
import { FINESS } from './finess/table.ts';
import { readGexf } from './graph/gexf.ts';
import { readGraphml } from './graph/graphml.ts';
import { readJsonGraph } from './graph/json.ts';
import type { GraphFormat, GraphTables, RecordTable } from './graph/tables.ts';
import { ensureNoDoctype } from './graph/xml.ts';
import { inflate, isGzip } from './inflate.ts';
import { FileRefusedError } from './problem.ts';
import { readSeparated, separatorOf, type RawRow, type Separator } from './separated.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

export type FinessFormat = 'finess' | 'finess-plus';
export type FileFormat = 'csv' | 'xlsx' | FinessFormat | GraphFormat;

export const isFiness = (format: FileFormat): format is FinessFormat =>
	format === 'finess' || format === 'finess-plus';

/** A file unpacked and decoded, its rows not yet understood. */
export type Contents =
	| {
			format: 'csv';
			rows: RawRow[];
			encoding: Encoding;
			separator: Separator;
			/** Characters an earlier program lost. */
			lost: number;
	  }
	| {
			format: FinessFormat;
			rows: RawRow[];
			encoding: Encoding;
			lost: number;
			publisher: string;
			date?: string;
	  }
	| { format: 'xlsx'; sheets: Sheet[] }
	| { format: GraphFormat; nodes: RecordTable; edges: RecordTable };

/** The reader of an XML text, by the name of its first element. */
function readXmlGraph(text: string): GraphTables {
	if (/^\s*(?:<!doctype\s+html|<html)/i.test(text)) throw new FileRefusedError('web_page');
	ensureNoDoctype(text);
	const root = /<(?:\w+:)?([a-z]\w*)[\s>/]/i.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
	switch (root?.toLowerCase()) {
		case 'gexf':
			return readGexf(text);
		case 'graphml':
			return readGraphml(text);
		case 'html':
			throw new FileRefusedError('web_page');
		default:
			throw new FileRefusedError('not_a_graph');
	}
}

/** A file of FINESS, told by its first lines. */
function finessOf(text: string) {
	const publisher = FINESS;
	if (isPositional(text)) return { ...readPositional(text), format: 'finess' as const, publisher };
	if (isFinessPlus(text))
		return { ...readFinessPlus(text), format: 'finess-plus' as const, publisher };
	return undefined;
}

const looksXml = (text: string): boolean => /^\s*<(?:[?!a-z])/i.test(text);
const looksJson = (text: string): boolean => /^\s*[{[]\s*["{[\]}]/.test(text);

/**
 * What a file holds, by what it is rather than by its name: a workbook, a network in XML or JSON, or a
 * table of text; any of them but a workbook may be gzipped.
 * @throws {FileRefusedError} when there is nothing to read
 */
export async function contentsOf(
	given: Uint8Array,
	choices: Pick<Choices, 'encoding' | 'separator'>
): Promise<Contents> {
	if (given.length > MAX_BYTES)
		throw new FileRefusedError('too_large', { most: MAX_BYTES / 1024 / 1024 });
	if (isZip(given)) {
		const sheets = (await readWorkbook(given)).filter(({ rows }) => rows.length > 0);
		if (sheets.length === 0) throw new FileRefusedError('empty_file');
		return { format: 'xlsx', sheets };
	}
	const bytes = isGzip(given) ? inflate(given) : given;
	const { text, encoding, lost } = decode(bytes, choices.encoding);
	const finess = finessOf(text);
	if (finess) return { ...finess, encoding, lost };
	if (looksXml(text)) return readXmlGraph(text);
	if (looksJson(text)) return readJsonGraph(text);
	const separator = choices.separator ?? separatorOf(text);
	return { format: 'csv', rows: readSeparated(text, separator), encoding, separator, lost };
}
