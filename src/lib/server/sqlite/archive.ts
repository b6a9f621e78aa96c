import type { Archive, ArchivedItem } from '../archive.ts';
import { DatabaseNotEmptyError } from '../errors.ts';
import type { Connection, SqlValue } from './connection.ts';
import { bytes } from './history.ts';
import { listLayouts, readLayout, SAVE_LAYOUT } from './layouts.ts';
import { allPassages, insertPassage } from './passages.ts';
import { batches } from './read.ts';
import { parseBodies } from './rows.ts';
import { SAVE_SCENARIO } from './scenarios.ts';
import {
	INSERT_CHUNK,
	INSERT_REVISION,
	INSERT_TOMBSTONE,
	writeNode,
	writeRelation
} from './write.ts';
import type { Revision } from '#lib/domain/changes.ts';

const BATCH = 500;

/** Rows of a table in the order of some columns, in short reads, each from where the last one ended. */
function* paged(
	connection: Connection,
	sql: string,
	start: readonly SqlValue[],
	keyOf: (row: readonly SqlValue[]) => readonly SqlValue[]
): Iterable<readonly SqlValue[]> {
	let after = start;
	for (;;) {
		const rows = connection.rows(sql, ...after, BATCH);
		yield* rows;
		const last = rows.at(-1);
		if (!last || rows.length < BATCH) return;
		after = keyOf(last);
	}
}

const first = (count: number) => (row: readonly SqlValue[]) => row.slice(0, count);

function* revisions(connection: Connection): Iterable<ArchivedItem> {
	const sql = 'SELECT number, body FROM revision WHERE number > ? ORDER BY number LIMIT ?';
	for (const [, body] of paged(connection, sql, [0], first(1)))
		for (const revision of parseBodies<Revision>([[body ?? '']]))
			yield { kind: 'revision', revision };
}

function* chunks(connection: Connection): Iterable<ArchivedItem> {
	const sql = `
		SELECT revision, position, first_id, last_id, data FROM revision_chunk
		WHERE (revision, position) > (?, ?) ORDER BY revision, position LIMIT ?`;
	for (const [revision, index, firstId, lastId, data] of paged(connection, sql, [0, -1], first(2)))
		yield {
			kind: 'chunk',
			revision: Number(revision),
			index: Number(index),
			firstId: String(firstId),
			lastId: String(lastId),
			data: bytes(data)
		};
}

function* records(connection: Connection): Iterable<ArchivedItem> {
	for (const table of ['node', 'relation'] as const)
		for (const { subject, properties, revision } of batches(connection, table)) {
			if (subject.entity === 'node') {
				const { id, label } = subject;
				yield { kind: 'node', id, label, revision, properties };
			} else {
				const { id, type, source, target } = subject;
				yield { kind: 'relation', id, type, source, target, revision, properties };
			}
		}
}

function* removed(connection: Connection): Iterable<ArchivedItem> {
	const sql = 'SELECT id, revision FROM tombstone WHERE id > ? ORDER BY id LIMIT ?';
	for (const [id, revision] of paged(connection, sql, [''], first(1)))
		yield { kind: 'removed', id: String(id), revision: Number(revision) };
}

function* scenarios(connection: Connection): Iterable<ArchivedItem> {
	const sql = 'SELECT id, base, version, body FROM scenario WHERE id > ? ORDER BY id LIMIT ?';
	for (const [id, base, version, body] of paged(connection, sql, [''], first(1)))
		yield {
			kind: 'scenario',
			...{ id: String(id), base: String(base), version: Number(version), body: String(body) }
		};
}

export async function* dump(connection: Connection): AsyncIterable<ArchivedItem> {
	yield* revisions(connection);
	yield* chunks(connection);
	yield* records(connection);
	yield* removed(connection);
	for (const { key } of listLayouts(connection)) {
		const layout = readLayout(connection, key);
		if (layout) yield { kind: 'layout', layout };
	}
	yield* scenarios(connection);
	for (const passage of allPassages(connection)) yield { kind: 'passage', passage };
}

function write(connection: Connection, item: ArchivedItem): void {
	switch (item.kind) {
		case 'revision': {
			const { number, previous } = item.revision;
			connection.run(INSERT_REVISION, number, previous, JSON.stringify(item.revision));
			return;
		}
		case 'chunk': {
			const { revision, index, firstId, lastId, data } = item;
			connection.run(INSERT_CHUNK, revision, index, firstId, lastId, data);
			return;
		}
		case 'node':
			return writeNode(connection, { ...item, op: 'create' }, item.properties, item.revision);
		case 'relation':
			return writeRelation(connection, { ...item, op: 'create' }, item.properties, item.revision);
		case 'removed':
			connection.run(INSERT_TOMBSTONE, item.id, item.revision);
			return;
		case 'layout': {
			const { key, version, revision, fingerprint, data } = item.layout;
			connection.run(SAVE_LAYOUT, key, version, revision, fingerprint, data);
			return;
		}
		case 'scenario':
			connection.run(SAVE_SCENARIO, item.id, item.base, item.version, item.body);
			return;
		case 'passage':
			insertPassage(connection, item.passage);
	}
}

const HOLDS_ANYTHING = `
	SELECT EXISTS (SELECT 1 FROM revision) OR EXISTS (SELECT 1 FROM node)
		OR EXISTS (SELECT 1 FROM tombstone) OR EXISTS (SELECT 1 FROM scenario)
		OR EXISTS (SELECT 1 FROM passage)`;
/** Every table a dump reads, in an order in which they can be emptied; `node_text` follows from `node`. */
export const ARCHIVED_TABLES = [
	...['revision_chunk', 'revision', 'relation', 'node'],
	...['tombstone', 'layout', 'scenario', 'passage']
];

function empty(connection: Connection): void {
	connection.run("INSERT INTO node_text (node_text) VALUES ('delete-all')");
	for (const table of ARCHIVED_TABLES) connection.run(`DELETE FROM ${table}`);
}

export const load = (
	connection: Connection,
	items: Parameters<Archive['load']>[0],
	{ replace }: { replace: boolean }
): Promise<void> =>
	connection.writeLong(async () => {
		const isHeld = connection.rows(HOLDS_ANYTHING)[0]?.[0] === 1;
		if (isHeld && !replace) throw new DatabaseNotEmptyError();
		empty(connection);
		for await (const item of items()) write(connection, item);
	});
