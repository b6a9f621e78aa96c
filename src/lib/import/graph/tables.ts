import { FileRefusedError } from '../problem.ts';
import { MAX_COLUMNS, MAX_ROWS, type RawRow } from '../separated.ts';

/** A list of records as a table: what comes after is the same as for a spreadsheet. */
export interface RecordTable {
	headers: string[];
	rows: RawRow[];
}

export const GRAPH_FORMATS = ['gexf', 'graphml', 'kumu', 'maillage', 'json'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/** The two lists every file of a network comes down to. */
export interface GraphTables {
	format: GraphFormat;
	nodes: RecordTable;
	edges: RecordTable;
}

/** One record under way: the line it begins on, and what is said of it by name. */
export interface GraphRecord {
	line: number;
	values: (readonly [name: string, value: string])[];
}

/**
 * Records as rows under the names that come, in the order they come; of a name said twice the first.
 * @throws {FileRefusedError} for more names or records than we take
 */
export function tableOfRecords(
	first: readonly string[],
	records: readonly GraphRecord[]
): RecordTable {
	if (records.length > MAX_ROWS) throw new FileRefusedError('too_many_rows', { most: MAX_ROWS });
	const at = new Map(first.map((name, i) => [name, i]));
	const rows = records.map(({ line, values }): RawRow => {
		const cells: string[] = [];
		for (const [name, value] of values) {
			let column = at.get(name);
			if (column === undefined) {
				column = at.size;
				if (column >= MAX_COLUMNS)
					throw new FileRefusedError('too_many_columns', {
						line,
						found: column + 1,
						most: MAX_COLUMNS
					});
				at.set(name, column);
			}
			if ((cells[column] ?? '') === '') cells[column] = value;
		}
		return { line, cells };
	});
	const headers = [...at.keys()];
	for (const { cells } of rows) for (let i = 0; i < headers.length; i++) cells[i] ??= '';
	return { headers, rows };
}
