import type { Change, ChangeSet, Properties, Revision, Subject } from '#lib/domain/changes.ts';
import { foldText } from '#lib/domain/text.ts';
import { encodeChunks, type RevisionChunk } from '../changes/chunks.ts';
import { prepareChanges, type PreparedChangeSet } from '../changes/normalise.ts';
import { PartsOfRevision, type About } from '../changes/parts.ts';
import { planChanges, revisionOf, type PlannedChange } from '../changes/plan.ts';
import type { Repository } from '../repository.ts';
import type { Connection, SqlValue } from './connection.ts';
import { newestRevision } from './history.ts';
import { takeSnapshot } from './snapshot.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const flag = (value: unknown): number | null => (typeof value === 'boolean' ? Number(value) : null);

const NODE_COLUMNS = [
	...['label', 'revision', 'kind', 'fold_name', 'region', 'departement', 'ess', 'finess', 'siret'],
	...['siren', 'rna', 'code_insee', 'project_id', 'publisher_id', 'about_id', 'source_id', 'body']
];
const INSERT_NODE = `
	INSERT INTO node (${NODE_COLUMNS.join(', ')}, id)
	VALUES (${NODE_COLUMNS.map(() => '?').join(', ')}, ?)`;
const UPDATE_NODE = `
	UPDATE node SET ${NODE_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`;
const WRITE_TEXT = 'INSERT OR REPLACE INTO node_text (rowid, name, commune) VALUES (?, ?, ?)';
const INSERT_RELATION = `
	INSERT INTO relation (type, source, target, revision, project_id, resource_id, body, id)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const UPDATE_RELATION = `
	UPDATE relation SET type = ?, source = ?, target = ?, revision = ?, project_id = ?,
		resource_id = ?, body = ? WHERE id = ?`;

export const INSERT_TOMBSTONE = 'INSERT INTO tombstone (id, revision) VALUES (?, ?)';
export const INSERT_REVISION = 'INSERT INTO revision (number, previous, body) VALUES (?, ?, ?)';
const UPDATE_REVISION = 'UPDATE revision SET body = ? WHERE number = ?';
export const INSERT_CHUNK = `
	INSERT INTO revision_chunk (revision, position, first_id, last_id, data) VALUES (?, ?, ?, ?, ?)`;

/** A record as JSON: who it is, then its properties, which are JSON already. */
const bodyOf = (subject: Readonly<Record<string, string>>, json: string): string => {
	const head = JSON.stringify(subject);
	return json === '{}' ? head : `${head.slice(0, -1)},${json.slice(1)}`;
};

export function writeNode(
	connection: Connection,
	{ id, label, op }: Pick<Change & { entity: 'node' }, 'id' | 'label' | 'op'>,
	p: Properties,
	revision: number,
	json = JSON.stringify(p)
): void {
	const isClaim = label === 'Claim';
	const name = isClaim ? null : foldText(String(p['name']));
	const body = bodyOf(isClaim ? { id } : { id, label }, json);
	const values: SqlValue[] = [label, revision, text(p['kind']), name];
	values.push(text(p['region']), text(p['departement']), flag(p['ess']));
	values.push(text(p['finess']), text(p['siret']), text(p['siren']), text(p['rna']));
	values.push(text(p['codeInsee']), text(p['projectId']), text(p['publisherId']));
	values.push(text(p['aboutId']), text(p['sourceId']), body, id);
	const inserted = connection.run(op === 'create' ? INSERT_NODE : UPDATE_NODE, ...values);
	if (name === null) return;
	const pk = op === 'create' ? inserted : pkOf(connection, id);
	connection.run(WRITE_TEXT, pk, name, foldText(text(p['commune']) ?? ''));
}

const pkOf = (connection: Connection, id: string): SqlValue =>
	connection.rows('SELECT pk FROM node WHERE id = ?', id)[0]?.[0] ?? null;

export function writeRelation(
	connection: Connection,
	{
		id,
		type,
		source,
		target,
		op
	}: Pick<Change & { entity: 'relation' }, 'id' | 'type' | 'source' | 'target' | 'op'>,
	p: Properties,
	revision: number,
	json = JSON.stringify(p)
): void {
	const body = bodyOf({ id, type, source, target }, json);
	const about = [text(p['projectId']), text(p['resourceId'])];
	const sql = op === 'create' ? INSERT_RELATION : UPDATE_RELATION;
	connection.run(sql, type, source, target, revision, ...about, body, id);
}

function removeRecord(connection: Connection, subject: Subject, revision: number): void {
	const { entity, id } = subject;
	if (entity === 'relation') connection.run('DELETE FROM relation WHERE id = ?', id);
	else {
		connection.run('DELETE FROM node_text WHERE rowid = (SELECT pk FROM node WHERE id = ?)', id);
		connection.run('DELETE FROM node WHERE id = ?', id);
	}
	connection.run(INSERT_TOMBSTONE, id, revision);
}

function writeChange(connection: Connection, planned: PlannedChange, revision: number): void {
	const { change, previous, properties, json } = planned;
	if (properties === null || json === null) return removeRecord(connection, change, revision);
	if (change.op === 'create' && previous !== null)
		connection.run('DELETE FROM tombstone WHERE id = ?', change.id);
	if (change.entity === 'node') writeNode(connection, change, properties, revision, json);
	else writeRelation(connection, change, properties, revision, json);
}

function keepChunks(
	connection: Connection,
	number: number,
	chunks: readonly RevisionChunk[]
): void {
	for (const { index, firstId, lastId, data } of chunks)
		connection.run(INSERT_CHUNK, number, index, firstId, lastId, data);
}

const insertRevision = (connection: Connection, revision: Revision): number =>
	connection.run(INSERT_REVISION, revision.number, revision.previous, JSON.stringify(revision));

function applyPrepared(connection: Connection, changeSet: PreparedChangeSet): Revision {
	const planned = planChanges(changeSet, takeSnapshot(connection, changeSet.needs));
	const revision = revisionOf(changeSet, planned, newestRevision(connection) || null);
	for (const change of planned) writeChange(connection, change, revision.number);
	insertRevision(connection, revision);
	keepChunks(connection, revision.number, encodeChunks(planned));
	return revision;
}

function applyPart(
	connection: Connection,
	parts: PartsOfRevision,
	{ about, changes }: { about: About; changes: readonly Change[] }
): void {
	const prepared = parts.prepare(about, changes);
	if (!prepared) return;
	// Its chunks name it; what it says of itself is known at the end.
	if (parts.isEmpty) insertRevision(connection, parts.revision(about));
	const { planned, chunks } = parts.plan(prepared, takeSnapshot(connection, prepared.needs));
	for (const change of planned) writeChange(connection, change, parts.number);
	keepChunks(connection, parts.number, chunks);
}

/** Applies a change set part by part as the port says, in one transaction. */
export const applyInParts = (
	connection: Connection,
	...[parts, about]: Parameters<Repository['applyParts']>
): Promise<Revision | null> =>
	connection.writeAside(async (aside) => {
		const underway = new PartsOfRevision(newestRevision(aside));
		for await (const changes of parts()) applyPart(aside, underway, { about: about(), changes });
		if (underway.isEmpty) return null;
		const revision = underway.revision(about());
		aside.run(UPDATE_REVISION, JSON.stringify(revision), revision.number);
		return revision;
	});

/** Applies a change set as the port says: judged, written and kept in one transaction. */
export async function applyChangeSet(
	connection: Connection,
	changeSet: ChangeSet
): Promise<Revision | null> {
	const prepared = prepareChanges(changeSet);
	if (prepared.changes.length === 0) return null;
	return connection.write(() => applyPrepared(connection, prepared));
}
