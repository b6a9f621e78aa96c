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
export function exportFiles(
	format: ExportFormat,
	given: NetworkExport,
	{ stem, nodes, edges, separator }: ExportWords
): ExportFile[] {
	switch (format) {
		case 'csv': {
			const type = 'text/csv;charset=utf-8';
			return [
				{ name: `${stem}-${nodes}.csv`, type, text: nodesToCsv(given, separator) },
				{ name: `${stem}-${edges}.csv`, type, text: edgesToCsv(given, separator) }
			];
		}
		case 'gexf':
			return [{ name: `${stem}.gexf`, type: 'application/xml', text: toGexf(given) }];
		case 'graphml':
			return [{ name: `${stem}.graphml`, type: 'application/xml', text: toGraphml(given) }];
		case 'json':
			return [{ name: `${stem}.json`, type: 'application/json', text: toJson(given) }];
		case 'cypher':
			return [{ name: `${stem}.cypher`, type: 'text/plain;charset=utf-8', text: toCypher(given) }];
	}
}
