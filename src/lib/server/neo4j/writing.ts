import neo4j from 'neo4j-driver';
import type { Change, ChangeSet, Properties, Revision, Subject } from '#lib/domain/changes.ts';
import { encodeChunks, type RevisionChunk } from '../changes/chunks.ts';
import { prepareChanges, type PreparedChangeSet } from '../changes/normalise.ts';
import { PartsOfRevision } from '../changes/parts.ts';
import { planChanges, revisionOf as nextRevision, type PlannedChange } from '../changes/plan.ts';
import type { Connection, Query, Row, Writing } from './connection.ts';
import { indexed, perType, STORED_LABELS } from './cypher.ts';
import { RELATION_TYPES, type RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { revisionOf, toBytes, toRevisionNode } from './history.ts';
import { searchProperties, toStored } from './rows.ts';
import { lockForWriting } from './schema.ts';
import { readSnapshot, RelationIds } from './snapshot.ts';
import type { Repository } from '../repository.ts';

const BATCH = 2_000;

export async function inBatches(
	query: Query,
	cypher: string,
	rows: readonly unknown[]
): Promise<void> {
	for (let start = 0; start < rows.length; start += BATCH)
		await query(`UNWIND $rows AS row ${cypher}`, { rows: rows.slice(start, start + BATCH) });
}

interface Written {
	change: Change;
	properties: Properties;
}
const isWritten = (planned: PlannedChange): planned is PlannedChange & Written =>
	planned.properties !== null;

export const MATCH_NODE = 'MATCH (n:Entity {id: row.id}) USING INDEX n:Entity(id)';

/** What a claim keeps on itself: the source it rests on is a relationship, which keeps the section. */
export const ofClaim = (properties: Properties): Properties =>
	properties.sourceId === undefined
		? properties
		: Object.fromEntries(
				Object.entries(properties).filter(([key]) => key !== 'sourceId' && key !== 'section')
			);

async function writeNodes(query: Query, written: readonly Written[], revision: number) {
	for (const label of STORED_LABELS) {
		const ours = written.filter(({ change }) => change.entity === 'node' && change.label === label);
		const rows = (op: Change['op']): Row[] =>
			ours
				.filter(({ change }) => change.op === op)
				.map(({ change: { id }, properties }) => ({
					id,
					properties:
						label === 'Claim'
							? toStored(id, ofClaim(properties), revision)
							: { ...toStored(id, properties, revision), ...searchProperties(properties) }
				}));
		await inBatches(query, `CREATE (n:Entity:${label}) SET n = row.properties`, rows('create'));
		await inBatches(query, `${MATCH_NODE} SET n = row.properties`, rows('update'));
	}
}

async function writeRelations(query: Query, written: readonly Written[], revision: number) {
	for (const type of RELATION_TYPES) {
		const rows = (op: Change['op']): Row[] =>
			written.flatMap(({ change, properties }) =>
				change.entity === 'relation' && change.type === type && change.op === op
					? {
							id: change.id,
							source: change.source,
							target: change.target,
							properties: toStored(change.id, properties, revision)
						}
					: []
			);
		await inBatches(
			query,
			`MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
			USING INDEX a:Entity(id) USING INDEX b:Entity(id)
			CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
			rows('create')
		);
		await inBatches(
			query,
			`MATCH ${indexed(type, 'id', 'row.id')} SET r = row.properties`,
			rows('update')
		);
	}
}

/** The relationships from claims to the sources they rest on, where these change. */
async function writeSources(query: Query, written: readonly Written[]): Promise<void> {
	const before: { id: string }[] = [];
	const after: Row[] = [];
	for (const { change, properties } of written) {
		if (change.entity !== 'node' || change.label !== 'Claim' || change.op === 'remove') continue;
		if (!('sourceId' in change.after || 'section' in change.after)) continue;
		const { id } = change;
		const { sourceId, section = null } = properties;
		const was = change.op === 'update' && 'sourceId' in change.before ? change.before : properties;
		if (change.op === 'update' && typeof was.sourceId === 'string') before.push({ id });
		if (sourceId !== undefined) after.push({ id, sourceId, section });
	}
	await inBatches(query, `${MATCH_NODE} MATCH (n)-[from:FROM]->() DELETE from`, before);
	await inBatches(
		query,
		`${MATCH_NODE}
		MATCH (source:Entity {id: row.sourceId}) USING INDEX source:Entity(id)
		CREATE (n)-[:FROM {section: row.section}]->(source)`,
		after
	);
}

/** Removed ids are remembered, with the revision that removed them. */
async function writeTombstones(query: Query, removed: readonly string[], revision: number) {
	const rows = removed.map((id) => ({ id, revision: neo4j.int(revision) }));
	// What exists has no tombstone: it is taken away when a removed id returns.
	await inBatches(query, 'CREATE (t:Tombstone) SET t = row', rows);
}

const REMOVE_RELATIONS = `CALL () {
	${perType((type) => `UNWIND $ids.${type} AS id MATCH ${indexed(type, 'id', 'id')} RETURN r`)}
} WITH collect(r) AS gone FOREACH (r IN gone | DELETE r)`;

async function removeRelations(query: Query, removed: readonly Subject[]): Promise<void> {
	const ofType = (type: RelationType): string[] =>
		removed.flatMap((subject) =>
			subject.entity === 'relation' && subject.type === type ? subject.id : []
		);
	const ids = Object.fromEntries(RELATION_TYPES.map((type) => [type, ofType(type)]));
	if (Object.values(ids).some(({ length }) => length > 0)) await query(REMOVE_RELATIONS, { ids });
}

/** Removed nodes, and the tombstones of ids that return. */
async function removeNodes(
	query: Query,
	removed: readonly Subject[],
	returned: readonly string[]
): Promise<void> {
	const nodes = removed.flatMap(({ entity, id }) => (entity === 'node' ? id : []));
	if (nodes.length + returned.length === 0) return;
	await query(
		`CALL () {
			UNWIND $nodes AS id MATCH (n:Entity {id: id}) USING INDEX n:Entity(id) RETURN n
			UNION ALL
			UNWIND $returned AS id MATCH (n:Tombstone {id: id}) USING INDEX n:Tombstone(id) RETURN n
		} WITH collect(n) AS gone FOREACH (n IN gone | DETACH DELETE n)`,
		{ nodes, returned }
	);
}

async function writeRevision(query: Query, revision: Revision, token: string): Promise<void> {
	const number = neo4j.int(revision.number);
	await query(
		`MATCH (m:Maillage) SET m.revision = $number
		CREATE (r:Revision) SET r = $revision
		WITH r MATCH (previous:Revision {number: $previous}) CREATE (r)-[:PREVIOUS]->(previous)`,
		{ number, revision: toRevisionNode(revision, token), previous: revision.previous }
	);
}

async function writeChunks(
	query: Query,
	revision: number,
	chunks: readonly RevisionChunk[]
): Promise<void> {
	const number = neo4j.int(revision);
	for (const { index, firstId, lastId, data } of chunks) {
		await query(
			`MATCH (r:Revision {number: $number}) CREATE (r)-[:CHUNK]->(c:RevisionChunk) SET c = $chunk`,
			{
				number,
				chunk: {
					revision: number,
					index: neo4j.int(index),
					firstId,
					lastId,
					data: toBytes(data)
				}
			}
		);
	}
}

/** Writes what is planned, for the revision of this number. */
async function writePlanned(
	query: Query,
	planned: readonly PlannedChange[],
	revision: number
): Promise<void> {
	const written = planned.filter(isWritten);
	const removed = planned.flatMap(({ change }) => (change.op === 'remove' ? change : []));
	const returned = planned.flatMap(({ change: { op, id }, previous }) =>
		op === 'create' && previous !== null ? id : []
	);
	await writeNodes(query, written, revision);
	await writeRelations(query, written, revision);
	await writeTombstones(
		query,
		removed.map(({ id }) => id),
		revision
	);
	// What is deleted comes last, each kind in one statement that looks all up before it deletes any: an
	// index asked in a transaction that deleted n things goes through these n every time.
	await removeRelations(query, removed);
	await writeSources(query, written);
	await removeNodes(query, removed, returned);
}

/** A commit whose answer got lost is tried again by the driver: it has been done already then. */
async function doneBefore(query: Query, token: string): Promise<Revision | undefined> {
	const [done] = await query(
		'MATCH (r:Revision {token: $token}) RETURN properties(r) AS revision',
		{ token }
	);
	return done && revisionOf(done);
}

async function applyPrepared(
	{ query, lock }: Writing,
	changeSet: PreparedChangeSet,
	where: string,
	token: string
): Promise<Revision> {
	const newest = await lockForWriting(lock, where);
	const done = await doneBefore(query, token);
	if (done) return done;
	const planned = planChanges(changeSet, await readSnapshot(query, changeSet));
	const revision = nextRevision(changeSet, planned, newest === 0 ? null : newest);
	await writeRevision(query, revision, token);
	await writeChunks(query, revision.number, encodeChunks(planned));
	await writePlanned(query, planned, revision.number);
	return revision;
}

/** Applies a change set part by part as the port says, in one transaction under the same lock. */
export function applyInParts(
	connection: Connection,
	...[parts, about]: Parameters<Repository['applyParts']>
): Promise<Revision | null> {
	const token = crypto.randomUUID();
	return connection.write(async ({ query, lock }) => {
		const underway = new PartsOfRevision(await lockForWriting(lock, connection.where));
		const done = await doneBefore(query, token);
		if (done) return done;
		const relations = new RelationIds(query);
		for await (const changes of parts()) {
			const prepared = underway.prepare(about(), changes);
			if (!prepared) continue;
			if (underway.isEmpty) await writeRevision(query, underway.revision(about()), token);
			const snapshot = await readSnapshot(query, prepared, relations);
			const { planned, chunks } = underway.plan(prepared, snapshot);
			await writeChunks(query, underway.number, chunks);
			await writePlanned(query, planned, underway.number);
			relations.created(planned);
		}
		if (underway.isEmpty) return null;
		const revision = underway.revision(about());
		await query('MATCH (r:Revision {number: $number}) SET r = $revision', {
			number: neo4j.int(revision.number),
			revision: toRevisionNode(revision, token)
		});
		return revision;
	});
}

/** Applies a change set in one transaction, under the lock that all writers of this database share. */
export async function applyChanges(
	connection: Connection,
	changeSet: ChangeSet
): Promise<Revision | null> {
	const prepared = prepareChanges(changeSet);
	if (prepared.changes.length === 0) return null;
	const token = crypto.randomUUID();
	return connection.write((writing) => applyPrepared(writing, prepared, connection.where, token));
}
