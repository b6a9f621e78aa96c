import type { GraphNode } from '#lib/domain/entities.ts';
import { searchTokens } from '#lib/domain/text.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { rankHits } from '../ranking.ts';
import type { ListFilter, Page, SearchHit } from '../repository.ts';
import type { Connection, Row, SqlValue } from './connection.ts';
import { parseBodies } from './rows.ts';

/** All words as beginnings of words; each is quoted, so none can be read as an operator. */
const ftsQuery = (tokens: readonly string[]): string =>
	tokens.map((token) => `"${token}"*`).join(' AND ');

/** The conditions of a filter; values are always parameters. */
function conditions(filter: ListFilter): { where: string; parameters: SqlValue[] } {
	const where = ['label IN (SELECT value FROM json_each(?))'];
	const parameters: SqlValue[] = [JSON.stringify(filter.labels)];
	const add = (condition: string, value: SqlValue): void => {
		where.push(condition);
		parameters.push(value);
	};
	if (filter.kinds) add('kind IN (SELECT value FROM json_each(?))', JSON.stringify(filter.kinds));
	if (filter.region !== undefined) add('region = ?', filter.region);
	if (filter.departement !== undefined) add('departement = ?', filter.departement);
	if (filter.ess !== undefined) add('ess = ?', Number(filter.ess));
	const tokens = searchTokens(filter.text ?? '');
	if (tokens.length > 0)
		add(
			'pk IN (SELECT rowid FROM node_text WHERE node_text MATCH ?)',
			`{name} : (${ftsQuery(tokens)})`
		);
	return { where: where.join(' AND '), parameters };
}

export function listNodes(
	connection: Connection,
	filter: ListFilter,
	page: { limit: number; cursor?: string | undefined }
): Page<GraphNode> {
	const { where, parameters } = conditions(filter);
	const from = page.cursor === undefined ? undefined : decodeCursor(page.cursor);
	const after = from ? ' AND (fold_name, id) > (?, ?)' : '';
	const rows = connection.rows(
		`SELECT body, fold_name, id FROM node WHERE ${where}${after} ORDER BY fold_name, id LIMIT ?`,
		...parameters,
		...(from ? [from.name, from.id] : []),
		page.limit + 1
	);
	const shown = rows.slice(0, page.limit);
	const items = parseBodies<GraphNode>(shown);
	const last = shown.at(-1);
	if (rows.length <= page.limit || !last) return { items };
	return { items, nextCursor: encodeCursor({ name: String(last[1]), id: String(last[2]) }) };
}

export function countNodes(
	connection: Connection,
	filter: ListFilter
): {
	total: number;
	byLabel: Record<string, number>;
	byKind: Record<string, number>;
	byRegion: Record<string, number>;
} {
	const { where, parameters } = conditions(filter);
	const rows = connection.rows(
		`SELECT label, kind, region, count(*) FROM node WHERE ${where} GROUP BY label, kind, region`,
		...parameters
	);
	const by = (column: 0 | 1 | 2): Record<string, number> => {
		const counts: Record<string, number> = {};
		for (const row of rows) {
			const key = row[column];
			if (typeof key === 'string') counts[key] = (counts[key] ?? 0) + countOf(row);
		}
		return counts;
	};
	const total = rows.reduce((sum, row) => sum + countOf(row), 0);
	return { total, byLabel: by(0), byKind: by(1), byRegion: by(2) };
}

const countOf = (row: Row): number => Number(row[3]);

const SEARCH = `
	SELECT body FROM node
	WHERE pk IN (SELECT rowid FROM node_text WHERE node_text MATCH ?) AND label <> 'Territory'`;

export function searchNodes(connection: Connection, query: string, limit: number): SearchHit[] {
	const tokens = searchTokens(query);
	if (tokens.length === 0) return [];
	const found = connection.bodies<GraphNode>(SEARCH, ftsQuery(tokens));
	return rankHits(query, found.map(hitOf)).slice(0, limit);
}

function hitOf(node: GraphNode): SearchHit {
	const { id, label, name } = node;
	const hit: SearchHit = { id, label, name };
	if ('kind' in node) hit.kind = node.kind;
	if ('commune' in node) hit.commune = node.commune;
	if ('region' in node) hit.region = node.region;
	return hit;
}
