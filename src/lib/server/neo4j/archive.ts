import neo4j from 'neo4j-driver';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import type { Archive, ArchivedItem } from '../archive.ts';
import { DatabaseNotEmptyError } from '../errors.ts';
import type { Connection, Query, Row } from './connection.ts';
import { STORED_LABELS } from './cypher.ts';
import { bytesOf, revisionOf, toBytes, toRevisionNode } from './history.ts';
import { readLayout, readLayouts, writeLayout } from './layouts.ts';
import { allPassages, createPassage } from './passages.ts';
import { streamStates } from './reading.ts';
import { numberOf, searchProperties, textOf, toStored } from './rows.ts';
import { lockForWriting } from './schema.ts';
import { inBatches, MATCH_NODE, ofClaim } from './writing.ts';

const PAGE = 2_000;
/** Compressed changes weigh tens of kilobytes each. */
const CHUNKS_AT_ONCE = 100;

interface Paging {
	cypher: string;
	start: string | number;
	limit: number;
	number?: number;
}

/** Rows by a growing key, a page at a time. */
async function* paged(
	connection: Connection,
	{ cypher, start, limit, ...given }: Paging
): AsyncIterable<Row> {
	let after: unknown = start;
	for (;;) {
		const rows = await connection.read((query) =>
			query(`${cypher} LIMIT $limit`, { ...given, after, limit: neo4j.int(limit) })
		);
		yield* rows;
		const last = rows.at(-1);
		if (!last || rows.length < limit) return;
		after = last.key;
	}
}

async function* chunksOf(connection: Connection, number: number): AsyncIterable<ArchivedItem> {
	const cypher = `MATCH (:Revision {number: $number})-[:CHUNK]->(c:RevisionChunk)
		WHERE c.index > $after
		RETURN c.index AS key, c.firstId AS firstId, c.lastId AS lastId, c.data AS data ORDER BY key`;
	for await (const row of paged(connection, { cypher, start: -1, limit: CHUNKS_AT_ONCE, number }))
		yield {
			kind: 'chunk',
			revision: number,
			index: numberOf(row, 'key'),
			firstId: textOf(row, 'firstId'),
			lastId: textOf(row, 'lastId'),
			data: bytesOf(row)
		};
}

async function* revisions(connection: Connection): AsyncIterable<ArchivedItem> {
	const cypher = `MATCH (r:Revision) WHERE r.number > $after
		RETURN r.number AS key, properties(r) AS revision ORDER BY key`;
	const numbers: number[] = [];
	for await (const row of paged(connection, { cypher, start: 0, limit: PAGE })) {
		const revision = revisionOf(row);
		numbers.push(revision.number);
		yield { kind: 'revision', revision };
	}
	for (const number of numbers) yield* chunksOf(connection, number);
}

async function* removed(connection: Connection): AsyncIterable<ArchivedItem> {
	const cypher = `MATCH (t:Tombstone) WHERE t.id > $after
		RETURN t.id AS key, t.revision AS revision ORDER BY key`;
	for await (const row of paged(connection, { cypher, start: '', limit: PAGE }))
		yield { kind: 'removed', id: textOf(row, 'key'), revision: numberOf(row, 'revision') };
}

async function* scenarios(connection: Connection): AsyncIterable<ArchivedItem> {
	const cypher = `MATCH (s:Scenario) WHERE s.id > $after
		RETURN s.id AS key, s.base AS base, s.version AS version, s.body AS body ORDER BY key`;
	for await (const row of paged(connection, { cypher, start: '', limit: PAGE }))
		yield {
			kind: 'scenario',
			...{ id: textOf(row, 'key'), base: textOf(row, 'base') },
			...{ version: numberOf(row, 'version'), body: textOf(row, 'body') }
		};
}

export async function* dump(connection: Connection): AsyncIterable<ArchivedItem> {
	yield* revisions(connection);
	for await (const { subject, properties, revision } of streamStates(connection)) {
		if (subject.entity === 'node') {
			const { id, label } = subject;
			yield { kind: 'node', id, label, revision, properties };
		} else {
			const { id, type, source, target } = subject;
			yield { kind: 'relation', id, type, source, target, revision, properties };
		}
	}
	yield* removed(connection);
	for (const { key } of await connection.read(readLayouts)) {
		const layout = await connection.read((query) => readLayout(query, key));
		if (layout) yield { kind: 'layout', layout };
	}
	yield* scenarios(connection);
	for await (const passage of allPassages(connection)) yield { kind: 'passage', passage };
}

type Of<Kind extends ArchivedItem['kind']> = Extract<ArchivedItem, { kind: Kind }>;

async function writeRevisions(query: Query, items: readonly Of<'revision'>[]): Promise<void> {
	const rows = items.map(({ revision }) => ({
		revision: toRevisionNode(revision, crypto.randomUUID()),
		previous: revision.previous
	}));
	await inBatches(
		query,
		`CREATE (r:Revision) SET r = row.revision
		WITH r, row MATCH (previous:Revision {number: row.previous}) CREATE (r)-[:PREVIOUS]->(previous)`,
		rows
	);
}

const writeChunks = (query: Query, items: readonly Of<'chunk'>[]): Promise<void> =>
	inBatches(
		query,
		'MATCH (r:Revision {number: row.revision}) CREATE (r)-[:CHUNK]->(c:RevisionChunk) SET c = row',
		items.map(({ revision, index, firstId, lastId, data }) => ({
			...{ revision: neo4j.int(revision), index: neo4j.int(index), firstId, lastId },
			data: toBytes(data)
		}))
	);

async function writeNodes(query: Query, items: readonly Of<'node'>[]): Promise<void> {
	for (const label of STORED_LABELS) {
		const rows = items
			.filter((item) => item.label === label)
			.map(({ id, properties, revision }) => ({
				properties:
					label === 'Claim'
						? toStored(id, ofClaim(properties), revision)
						: { ...toStored(id, properties, revision), ...searchProperties(properties) }
			}));
		await inBatches(query, `CREATE (n:Entity:${label}) SET n = row.properties`, rows);
	}
}

async function writeRelations(query: Query, items: readonly Of<'relation'>[]): Promise<void> {
	for (const type of RELATION_TYPES) {
		const rows = items
			.filter((item) => item.type === type)
			.map(({ id, source, target, properties, revision }) => ({
				...{ source, target, properties: toStored(id, properties, revision) }
			}));
		await inBatches(
			query,
			`MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
			USING INDEX a:Entity(id) USING INDEX b:Entity(id)
			CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
			rows
		);
	}
}

/** What claims rest on: written once every source is there. */
type Rest = { id: string; sourceId: unknown; section: unknown };

const restOf = ({ id, label, properties: { sourceId, section } }: Of<'node'>): Rest[] =>
	label === 'Claim' && sourceId !== undefined ? [{ id, sourceId, section: section ?? null }] : [];

const writeRests = (query: Query, rests: readonly Rest[]): Promise<void> =>
	inBatches(
		query,
		`${MATCH_NODE}
		MATCH (source:Entity {id: row.sourceId}) USING INDEX source:Entity(id)
		CREATE (n)-[:FROM {section: row.section}]->(source)`,
		rests
	);

const writeRemoved = (query: Query, items: readonly Of<'removed'>[]): Promise<void> =>
	inBatches(
		query,
		'CREATE (t:Tombstone) SET t = row',
		items.map(({ id, revision }) => ({ id, revision: neo4j.int(revision) }))
	);

const isOf =
	<Kind extends ArchivedItem['kind']>(kind: Kind) =>
	(item: ArchivedItem): item is Of<Kind> =>
		item.kind === kind;

const writeScenarios = (query: Query, items: readonly Of<'scenario'>[]): Promise<void> =>
	inBatches(
		query,
		'CREATE (s:Scenario) SET s = row',
		items.map(({ id, base, version, body }) => ({ id, base, version: neo4j.int(version), body }))
	);

async function writeSome(query: Query, items: readonly ArchivedItem[]): Promise<void> {
	await writeRevisions(query, items.filter(isOf('revision')));
	await writeChunks(query, items.filter(isOf('chunk')));
	await writeNodes(query, items.filter(isOf('node')));
	await writeRelations(query, items.filter(isOf('relation')));
	await writeRemoved(query, items.filter(isOf('removed')));
	await writeScenarios(query, items.filter(isOf('scenario')));
	for (const { passage } of items.filter(isOf('passage'))) await createPassage(query, passage);
	for (const { layout } of items.filter(isOf('layout'))) await writeLayout(query, layout);
}

/** How many items are held at once: those of one kind are far apart from those that need them. */
const HELD = 2_000;

async function fill(query: Query, items: AsyncIterable<ArchivedItem>): Promise<number> {
	const rests: Rest[] = [];
	let held: ArchivedItem[] = [];
	let newest = 0;
	let areNodes = true;
	const flush = async (): Promise<void> => {
		await writeSome(query, held);
		held = [];
	};
	for await (const item of items) {
		if (item.kind === 'revision') newest = Math.max(newest, item.revision.number);
		if (item.kind === 'node') rests.push(...restOf(item));
		if (item.kind === 'relation' && areNodes) {
			// Their ends are nodes of the same transaction, asked of an index that must know them all.
			await flush();
			areNodes = false;
		}
		held.push(item);
		if (held.length >= (item.kind === 'chunk' ? CHUNKS_AT_ONCE : HELD)) await flush();
	}
	await flush();
	await writeRests(query, rests);
	return newest;
}

const HOLDS_ANYTHING = `MATCH (n:Entity|Revision|Tombstone|Scenario|Passage) RETURN 1 LIMIT 1`;

export const load = (
	connection: Connection,
	items: Parameters<Archive['load']>[0],
	{ replace }: { replace: boolean }
): Promise<void> =>
	connection.write(async ({ query, lock }) => {
		await lockForWriting(lock, connection.where);
		const isHeld = (await query(HOLDS_ANYTHING)).length > 0;
		if (isHeld && !replace) throw new DatabaseNotEmptyError();
		await query(
			'MATCH (n:Entity|Revision|RevisionChunk|Tombstone|Layout|Scenario|Passage) DETACH DELETE n'
		);
		const newest = await fill(query, items());
		await query('MATCH (m:Maillage) SET m.revision = $newest', { newest: neo4j.int(newest) });
	});
