import neo4j from 'neo4j-driver';
import type { GraphNode, NodeLabel } from '#lib/domain/entities.ts';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import { searchTokens } from '#lib/domain/text.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { rankHits } from '../ranking.ts';
import type { ListFilter, Page, SearchHit } from '../repository.ts';
import type { Query, Row } from './connection.ts';
import { NODE_COLUMNS } from './cypher.ts';
import { nodeOf, numberOf, textOf } from './rows.ts';

/** Every word asked for begins a word of the text: both are folded, words one space apart. */
const beginsIn = (text: string): string =>
	`all(token IN $tokens WHERE (' ' + ${text}) CONTAINS (' ' + token))`;

interface Matching {
	match: string;
	conditions: string[];
	parameters: Record<string, unknown>;
}

function matching(filter: ListFilter): Matching | undefined {
	// From our own list, never from the argument: labels become part of the query.
	const labels = NODE_LABELS.filter((label) => filter.labels.includes(label));
	if (labels.length === 0) return undefined;
	const { kinds, region, departement, ess, text } = filter;
	const tokens = text === undefined ? [] : searchTokens(text);
	const conditions = [
		...(kinds === undefined ? [] : ['n.kind IN $kinds']),
		...(region === undefined ? [] : ['n.region = $region']),
		...(departement === undefined ? [] : ['n.departement = $departement']),
		...(ess === undefined ? [] : ['n.ess = $ess']),
		...(tokens.length === 0 ? [] : [beginsIn('n._name')])
	];
	return {
		match: `MATCH (n:Entity&(${labels.join('|')}))`,
		conditions,
		parameters: {
			...(kinds === undefined ? {} : { kinds }),
			...(region === undefined ? {} : { region }),
			...(departement === undefined ? {} : { departement }),
			...(ess === undefined ? {} : { ess }),
			tokens
		}
	};
}

const where = (conditions: readonly string[]): string =>
	conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;

export async function readList(
	query: Query,
	filter: ListFilter,
	{ limit, cursor }: { limit: number; cursor?: string | undefined }
): Promise<Page<GraphNode>> {
	const after = cursor === undefined ? undefined : decodeCursor(cursor);
	const found = matching(filter);
	if (!found) return { items: [] };
	const conditions = after
		? [...found.conditions, '(n._name > $name OR (n._name = $name AND n.id > $id))']
		: found.conditions;
	const rows = await query(
		`${found.match} ${where(conditions)}
		RETURN ${NODE_COLUMNS}, n._name AS name, n.id AS id ORDER BY n._name, n.id LIMIT $limit`,
		{ ...found.parameters, ...after, limit: neo4j.int(limit + 1) }
	);
	const items = rows.slice(0, limit).map(nodeOf);
	const last = rows[limit - 1];
	if (rows.length <= limit || !last) return { items };
	const nextCursor = encodeCursor({ name: textOf(last, 'name'), id: textOf(last, 'id') });
	return { items, nextCursor };
}

export interface Counts {
	total: number;
	byLabel: Record<string, number>;
	byKind: Record<string, number>;
	byRegion: Record<string, number>;
}

export async function readCount(query: Query, filter: ListFilter): Promise<Counts> {
	const counts: Counts = { total: 0, byLabel: {}, byKind: {}, byRegion: {} };
	const found = matching(filter);
	if (!found) return counts;
	const rows = await query(
		`${found.match} ${where(found.conditions)}
		RETURN labels(n) AS labels, n.kind AS kind, n.region AS region, count(*) AS count`,
		found.parameters
	);
	for (const row of rows) {
		const count = numberOf(row, 'count');
		counts.total += count;
		const add = (into: Record<string, number>, key: unknown): void => {
			if (typeof key === 'string') into[key] = (into[key] ?? 0) + count;
		};
		add(counts.byLabel, labelIn(row));
		add(counts.byKind, row.kind);
		add(counts.byRegion, row.region);
	}
	return counts;
}

function labelIn(row: Row): NodeLabel | undefined {
	const labels: unknown = row.labels;
	return Array.isArray(labels) ? NODE_LABELS.find((label) => labels.includes(label)) : undefined;
}

function hitOf(row: Row): SearchHit {
	const label = labelIn(row);
	if (!label) throw new TypeError('a node without a label of ours');
	const optional = (column: 'kind' | 'commune' | 'region') => {
		const value = row[column];
		return typeof value === 'string' ? { [column]: value } : {};
	};
	return {
		id: textOf(row, 'id'),
		label,
		name: textOf(row, 'name'),
		...optional('kind'),
		...optional('commune'),
		...optional('region')
	};
}

/** The index cuts words at 255: a prefix well below finds them all, and the exact test follows. */
const INDEXED_PREFIX = 100;

export async function searchNodes(query: Query, text: string, limit: number): Promise<SearchHit[]> {
	const tokens = searchTokens(text);
	if (tokens.length === 0) return [];
	// Folded words are letters and digits only, so nothing here is an operator of the index.
	const prefixes = tokens.map((token) => `+${[...token].slice(0, INDEXED_PREFIX).join('')}*`);
	const rows = await query(
		`CALL db.index.fulltext.queryNodes('entity_text', $prefixes) YIELD node AS n
		WHERE ${beginsIn('n._text')}
		RETURN labels(n) AS labels, n.id AS id, n.name AS name, n.kind AS kind,
			n.commune AS commune, n.region AS region`,
		{ prefixes: prefixes.join(' '), tokens }
	);
	return rankHits(text, rows.map(hitOf)).slice(0, limit);
}
