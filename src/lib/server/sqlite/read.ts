import type { Claim, GraphNode, Relation } from '#lib/domain/entities.ts';
import type { StoredState } from '../changes/codecs.ts';
import type { StoredRecord } from '../repository.ts';
import type { Connection } from './connection.ts';
import { nodeState, parseBodies, relationState } from './rows.ts';

const LISTED = '(SELECT value FROM json_each(?))';

/** In the order of `ids`, each as often as asked. */
function inOrder<T extends { id: string }>(ids: readonly string[], found: readonly T[]): T[] {
	const byId = new Map(found.map((record) => [record.id, record]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}

export function readNodes(connection: Connection, ids: readonly string[]): GraphNode[] {
	const sql = `SELECT body FROM node WHERE id IN ${LISTED} AND label <> 'Claim'`;
	return inOrder(ids, parseBodies<GraphNode>(connection.rows(sql, JSON.stringify(ids))));
}

export function readRelations(connection: Connection, ids: readonly string[]): Relation[] {
	const sql = `SELECT body FROM relation WHERE id IN ${LISTED}`;
	return inOrder(ids, parseBodies<Relation>(connection.rows(sql, JSON.stringify(ids))));
}

export function readRelationsOf(connection: Connection, id: string): Relation[] {
	const sql = `
		SELECT body FROM relation
		WHERE source = ?1 OR target = ?1 OR project_id = ?1 OR resource_id = ?1 ORDER BY id`;
	return parseBodies<Relation>(connection.rows(sql, id));
}

export function readClaimsAbout(connection: Connection, ids: readonly string[]): Claim[] {
	const sql = `SELECT body FROM node WHERE about_id IN ${LISTED} ORDER BY id`;
	return parseBodies<Claim>(connection.rows(sql, JSON.stringify(ids)));
}

export function readClaimsFrom(connection: Connection, sourceId: string): Claim[] {
	const sql = 'SELECT body FROM node WHERE source_id = ? ORDER BY id';
	return parseBodies<Claim>(connection.rows(sql, sourceId));
}

const BATCH = 2000;

/** All states of a table by id, in batches, each its own short read: a long one would hold the log back. */
export function* batches(
	connection: Connection,
	table: 'node' | 'relation'
): Iterable<StoredState> {
	const sql = `SELECT body, revision FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`;
	const read = table === 'node' ? nodeState : relationState;
	let after = '';
	for (;;) {
		const rows = connection.rows(sql, after, BATCH);
		for (const [body, revision] of rows) {
			const state = read(String(body), Number(revision));
			after = state.subject.id;
			yield state;
		}
		if (rows.length < BATCH) return;
	}
}

export async function* readRemovedIds(connection: Connection): AsyncIterable<string> {
	const sql = 'SELECT id FROM tombstone WHERE id > ? ORDER BY id LIMIT ?';
	for (let after: string | undefined = ''; after !== undefined;) {
		const ids: string[] = connection.rows(sql, after, BATCH).map(([id]) => String(id));
		yield* ids;
		after = ids.length < BATCH ? undefined : ids.at(-1);
	}
}

export async function* readRecords(connection: Connection): AsyncIterable<StoredRecord> {
	for (const { subject, properties } of batches(connection, 'node'))
		yield { ...subject, properties };
	for (const { subject, properties } of batches(connection, 'relation'))
		yield { ...subject, properties };
}
