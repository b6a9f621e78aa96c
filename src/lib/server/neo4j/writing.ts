import neo4j from 'neo4j-driver';
import type { Change, ChangeSet, Properties, Revision } from '#lib/domain/changes.ts';
import { encodeChunks } from '../changes/chunks.ts';
import { prepareChanges, type PreparedChangeSet } from '../changes/normalise.ts';
import { planChanges, revisionOf as nextRevision, type PlannedChange } from '../changes/plan.ts';
import type { Connection, Query, Row, Writing } from './connection.ts';
import { STORED_LABELS } from './cypher.ts';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import { revisionOf, toBytes, toRevisionNode } from './history.ts';
import { searchProperties, toStored } from './rows.ts';
import { lockForWriting } from './schema.ts';
import { readSnapshot } from './snapshot.ts';

const BATCH = 2_000;

async function inBatches(query: Query, cypher: string, rows: readonly unknown[]): Promise<void> {
	for (let start = 0; start < rows.length; start += BATCH)
		await query(`UNWIND $rows AS row ${cypher}`, { rows: rows.slice(start, start + BATCH) });
}

interface Written {
	change: Change;
	properties: Properties;
}
const isWritten = (planned: PlannedChange): planned is PlannedChange & Written =>
	planned.properties !== null;

/** A claim keeps the source it rests on as a relationship, with the section. */
function claimRow(id: string, properties: Properties, revision: number): Row {
	const { sourceId = null, section = null, ...others } = properties;
	if (sourceId === null) return { id, sourceId, properties: toStored(id, properties, revision) };
	return { id, sourceId, section, properties: toStored(id, others, revision) };
}

async function writeNodes(query: Query, written: readonly Written[], revision: number) {
	for (const label of STORED_LABELS) {
		const ours = written.filter(({ change }) => change.entity === 'node' && change.label === label);
		const rows = (op: Change['op']): Row[] =>
			ours
				.filter(({ change }) => change.op === op)
				.map(({ change: { id }, properties }) =>
					label === 'Claim'
						? claimRow(id, properties, revision)
						: {
								id,
								properties: {
									...toStored(id, properties, revision),
									...searchProperties(properties)
								}
							}
				);
		const created = rows('create');
		const updated = rows('update');
		await inBatches(query, `CREATE (n:Entity:${label}) SET n = row.properties`, created);
		await inBatches(query, 'MATCH (n:Entity {id: row.id}) SET n = row.properties', updated);
		if (label !== 'Claim') continue;
		// Claims come last of the labels: the sources they rest on are there by now.
		await inBatches(query, 'MATCH (:Entity {id: row.id})-[from:FROM]->() DELETE from', updated);
		await inBatches(
			query,
			`MATCH (n:Entity {id: row.id}), (source:Entity {id: row.sourceId})
			CREATE (n)-[:FROM {section: row.section}]->(source)`,
			[...created, ...updated].filter((row) => row.sourceId !== null)
		);
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
			CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
			rows('create')
		);
		await inBatches(
			query,
			`MATCH ()-[r:${type} {id: row.id}]->() SET r = row.properties`,
			rows('update')
		);
	}
}

async function removeRelations(query: Query, changes: readonly Change[]): Promise<void> {
	for (const type of RELATION_TYPES) {
		const ids = changes.flatMap((change) =>
			change.op === 'remove' && change.entity === 'relation' && change.type === type
				? change.id
				: []
		);
		await inBatches(query, `MATCH ()-[r:${type} {id: row}]->() DELETE r`, ids);
	}
}

async function removeNodes(query: Query, changes: readonly Change[]): Promise<void> {
	const ids = changes.flatMap((change) =>
		change.op === 'remove' && change.entity === 'node' ? change.id : []
	);
	await inBatches(query, 'MATCH (n:Entity {id: row}) DETACH DELETE n', ids);
}

/** Removed ids are remembered, with the revision that removed them; a returning one is forgotten. */
async function writeTombstones(query: Query, planned: readonly PlannedChange[], revision: number) {
	const removed = planned.flatMap(({ change: { op, id } }) =>
		op === 'remove' ? { id, revision: neo4j.int(revision) } : []
	);
	const returned = planned.flatMap(({ change: { op, id }, previous }) =>
		op === 'create' && previous !== null ? id : []
	);
	await inBatches(query, 'MERGE (t:Tombstone {id: row.id}) SET t.revision = row.revision', removed);
	await inBatches(query, 'MATCH (t:Tombstone {id: row}) DELETE t', returned);
}

async function writeRevision(
	query: Query,
	revision: Revision,
	planned: readonly PlannedChange[],
	token: string
): Promise<void> {
	const number = neo4j.int(revision.number);
	await query(
		`MATCH (m:Maillage) SET m.revision = $number
		CREATE (r:Revision) SET r = $revision
		WITH r MATCH (previous:Revision {number: $previous}) CREATE (r)-[:PREVIOUS]->(previous)`,
		{ number, revision: toRevisionNode(revision, token), previous: revision.previous }
	);
	for (const { index, firstId, lastId, data } of encodeChunks(planned)) {
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

async function applyPrepared(
	{ query, lock }: Writing,
	changeSet: PreparedChangeSet,
	where: string,
	token: string
): Promise<Revision> {
	const newest = await lockForWriting(lock, where);
	// A commit whose answer got lost is tried again by the driver: it has been done already then.
	const [done] = await query(
		'MATCH (r:Revision {token: $token}) RETURN properties(r) AS revision',
		{ token }
	);
	if (done) return revisionOf(done);
	const planned = planChanges(changeSet, await readSnapshot(query, changeSet));
	const revision = nextRevision(changeSet, planned, newest === 0 ? null : newest);
	const changes = planned.map(({ change }) => change);
	const written = planned.filter(isWritten);
	await removeRelations(query, changes);
	await writeNodes(query, written, revision.number);
	await writeRelations(query, written, revision.number);
	await removeNodes(query, changes);
	await writeTombstones(query, planned, revision.number);
	await writeRevision(query, revision, planned, token);
	return revision;
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
