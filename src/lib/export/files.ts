import { edgesToCsv, nodesToCsv, type CsvSeparator } from './csv.ts';
import { toCypher } from './cypher.ts';
import { toGexf } from './gexf.ts';
import { toGraphml } from './graphml.ts';
import { toJson } from './json.ts';
import type { ExportFile, ExportFormat, NetworkExport } from './model.ts';

export interface ExportWords {
	/** Beginning of every file's name, already fit for a file system. */
	stem: string;
	/** Ends of the two tables' names. */
	nodes: string;
	edges: string;
	separator: CsvSeparator;
	/** The other sheets of a workbook, and what its columns mean, by name. */
	about: string;
	sources: string;
	columns: Readonly<Record<string, string>>;
}

/** A text as part of a file's name: letters and digits, joined by hyphens. */
export const fileStem = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80)
		.toLowerCase() || 'maillage';

/** The files of a format: two tables for CSV, one file for the rest. Linear in the network. */
export async function exportFiles(
	format: ExportFormat,
	given: NetworkExport,
	words: ExportWords
): Promise<ExportFile[]> {
	const { stem, nodes, edges, separator } = words;
	switch (format) {
		case 'xlsx': {
			const { toXlsx } = await import('./xlsx.ts');
			const content = await toXlsx(given, words);
			return [{ name: `${stem}.xlsx`, type: content.type, content }];
		}
		case 'csv': {
			const type = 'text/csv;charset=utf-8';
			return [
				{ name: `${stem}-${nodes}.csv`, type, content: nodesToCsv(given, separator) },
				{ name: `${stem}-${edges}.csv`, type, content: edgesToCsv(given, separator) }
			];
		}
		case 'gexf':
			return [{ name: `${stem}.gexf`, type: 'application/xml', content: toGexf(given) }];
		case 'graphml':
			return [{ name: `${stem}.graphml`, type: 'application/xml', content: toGraphml(given) }];
		case 'json':
			return [{ name: `${stem}.json`, type: 'application/json', content: toJson(given) }];
		case 'cypher':
			return [
				{ name: `${stem}.cypher`, type: 'text/plain;charset=utf-8', content: toCypher(given) }
			];
	}
}
