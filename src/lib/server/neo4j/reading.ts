import neo4j from 'neo4j-driver';
import type { Claim, GraphNode, Relation } from '#lib/domain/entities.ts';
import type { StoredState } from '../changes/codecs.ts';
import { compareIds } from '../changes/values.ts';
import type { StoredRecord } from '../repository.ts';
import type { Connection, Query, Row } from './connection.ts';
import {
	CLAIM_COLUMNS,
	CLAIM_SOURCE,
	indexed,
	NODE_COLUMNS,
	perType,
	RELATION,
	RELATION_COLUMNS
} from './cypher.ts';
import { claimOf, nodeOf, nodeState, numberOf, relationOf, relationState, textOf } from './rows.ts';

const byId = (a: { id: string }, b: { id: string }): number => compareIds(a.id, b.id);

/** `found` in the order of `ids`, each as often as it is asked for. */
function inOrder<T extends { id: string }>(ids: readonly string[], found: readonly T[]): T[] {
	const byId = new Map(found.map((item) => [item.id, item]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function readNodes(query: Query, ids: readonly string[]): Promise<GraphNode[]> {
	const rows = await query(
		`UNWIND $ids AS id MATCH (n:Entity {id: id}) USING INDEX n:Entity(id)
		WHERE NOT n:Claim RETURN DISTINCT ${NODE_COLUMNS}`,
		{ ids }
	);
	return inOrder(ids, rows.map(nodeOf));
}

const COUNT_RELATIONS = `MATCH ()-[r:${RELATION}]->() RETURN count(r) AS count`;
const RELATIONS_BY_ID = `UNWIND $ids AS id CALL (id) {
	${perType((type) => `MATCH ${indexed(type, 'id', 'id')} RETURN r`)}
} WITH DISTINCT r RETURN ${RELATION_COLUMNS}`;
// The id is named before it is compared, or the planner would look each one up in every index again.
const RELATIONS_AMONG = `MATCH ()-[r:${RELATION}]->() WITH r, r.id AS id WHERE id IN $ids
	RETURN ${RELATION_COLUMNS}`;
/** Relations walked past in the time one id is looked up in the indexes of all types (measured). */
const WALKED_PER_ID = 100;

/**
 * How to find relations by so many ids: a few by looking each up, many by one walk past all relations,
 * which takes as long for any number of ids. The server keeps their count, so asking costs nothing.
 */
export async function cheaperWay(query: Query, ids: number): Promise<'look-up' | 'walk' | 'none'> {
	if (ids === 0) return 'none';
	const [row] = await query(COUNT_RELATIONS);
	const count = row ? numberOf(row, 'count') : 0;
	if (count === 0) return 'none';
	return ids * WALKED_PER_ID < count ? 'look-up' : 'walk';
}

/** Relations by id, whatever their type. */
export async function relationRows(query: Query, ids: readonly string[]): Promise<Row[]> {
	const way = await cheaperWay(query, ids.length);
	if (way === 'none') return [];
	return query(way === 'walk' ? RELATIONS_AMONG : RELATIONS_BY_ID, { ids });
}

export async function readRelations(query: Query, ids: readonly string[]): Promise<Relation[]> {
	return inOrder(ids, (await relationRows(query, ids)).map(relationOf));
}

const RELATIONS_OF = `CALL () {
	MATCH (n:Entity {id: $id})-[r:${RELATION}]-() USING INDEX n:Entity(id) RETURN r
	UNION ALL
	${perType((type) => `MATCH ${indexed(type, 'resourceId', '$id')} RETURN r`)}
	UNION ALL
	${perType((type) => `MATCH ${indexed(type, 'projectId', '$id')} RETURN r`)}
} WITH DISTINCT r RETURN ${RELATION_COLUMNS}`;

export async function readRelationsOf(query: Query, id: string): Promise<Relation[]> {
	return (await query(RELATIONS_OF, { id })).map(relationOf).sort(byId);
}

export const claimRows = (query: Query, ids: readonly string[]): Promise<Row[]> =>
	query(
		`UNWIND $ids AS id MATCH (n:Claim {aboutId: id}) USING INDEX n:Claim(aboutId)
		WITH DISTINCT n
		${CLAIM_SOURCE} RETURN ${CLAIM_COLUMNS}`,
		{ ids }
	);

export async function readClaimsAbout(query: Query, ids: readonly string[]): Promise<Claim[]> {
	return (await claimRows(query, ids)).map(claimOf).sort(byId);
}

export async function readClaimsFrom(query: Query, sourceId: string): Promise<Claim[]> {
	const rows = await query(
		`MATCH (n:Claim)-[from:FROM]->(source:Entity&Source {id: $sourceId})
		USING INDEX source:Entity(id) RETURN ${CLAIM_COLUMNS}`,
		{ sourceId }
	);
	return rows.map(claimOf).sort(byId);
}

const PAGE = 5_000;

function toRecord({ subject, properties }: StoredState): StoredRecord {
	if (subject.entity === 'node')
		return { entity: 'node', label: subject.label, id: subject.id, properties };
	const { id, type, source, target } = subject;
	return { entity: 'relation', type, id, source, target, properties };
}

/** Every node, then every relation, each by id, a page at a time. */
export async function* streamRecords(connection: Connection): AsyncGenerator<StoredRecord> {
	for await (const state of streamStates(connection)) yield toRecord(state);
}

export async function* streamRemovedIds(connection: Connection): AsyncGenerator<string> {
	for (let after: string | undefined = ''; after !== undefined;) {
		const rows = await connection.read((query) =>
			query('MATCH (t:Tombstone) WHERE t.id > $after RETURN t.id AS id ORDER BY id LIMIT $limit', {
				after,
				limit: neo4j.int(PAGE)
			})
		);
		const ids = rows.map((row) => textOf(row, 'id'));
		yield* ids;
		after = ids.length < PAGE ? undefined : ids.at(-1);
	}
}

/** The same with the revision that last changed each. */
export async function* streamStates(connection: Connection): AsyncGenerator<StoredState> {
	for (let after = ''; ;) {
		const rows = await connection.read((query) =>
			query(
				`MATCH (n:Entity) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit
				${CLAIM_SOURCE} RETURN ${CLAIM_COLUMNS}`,
				{ after, limit: neo4j.int(PAGE) }
			)
		);
		const page = rows.map(nodeState).sort((a, b) => byId(a.subject, b.subject));
		yield* page;
		const last = page.at(-1);
		if (!last || page.length < PAGE) break;
		after = last.subject.id;
	}
	const ids = await connection.read((query) =>
		query(`MATCH ()-[r:${RELATION}]->() RETURN r.id AS id`)
	);
	const sorted = ids.map((row) => textOf(row, 'id')).sort(compareIds);
	for (let start = 0; start < sorted.length; start += PAGE) {
		const part = sorted.slice(start, start + PAGE);
		const rows = await connection.read((query) => relationRows(query, part));
		yield* rows.map(relationState).sort((a, b) => byId(a.subject, b.subject));
	}
}
