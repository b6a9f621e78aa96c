import type { ChangeSet, Properties, Revision, Subject } from '#lib/domain/changes.ts';
import { foldText } from '#lib/domain/text.ts';
import { encodeChunks } from '../changes/chunks.ts';
import { prepareChanges, type PreparedChangeSet } from '../changes/normalise.ts';
import { planChanges, revisionOf, type PlannedChange } from '../changes/plan.ts';
import type { Connection, SqlValue } from './connection.ts';
import { newestRevision } from './history.ts';
import { takeSnapshot } from './snapshot.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const flag = (value: unknown): number | null => (typeof value === 'boolean' ? Number(value) : null);

const NODE_COLUMNS =
	'label, revision, kind, fold_name, region, departement, ess, finess, siret, siren, rna, code_insee, project_id, publisher_id, about_id, source_id, body';
const UPSERT_NODE = `
	INSERT INTO node (id, ${NODE_COLUMNS}) VALUES (${Array(18).fill('?').join(', ')})
	ON CONFLICT (id) DO UPDATE SET ${NODE_COLUMNS.split(', ')
		.map((column) => `${column} = excluded.${column}`)
		.join(', ')}
	RETURNING pk`;
const UPSERT_RELATION = `
	INSERT INTO relation (id, type, source, target, revision, project_id, resource_id, body)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?)
	ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, project_id = excluded.project_id,
		resource_id = excluded.resource_id, body = excluded.body`;

function writeNode(
	connection: Connection,
	{ id, label }: Subject & { entity: 'node' },
	p: Properties,
	revision: number
): void {
	const isClaim = label === 'Claim';
	const name = isClaim ? null : foldText(String(p['name']));
	const body = JSON.stringify(isClaim ? { id, ...p } : { id, label, ...p });
	const values: SqlValue[] = [id, label, revision, text(p['kind']), name];
	values.push(text(p['region']), text(p['departement']), flag(p['ess']));
	values.push(text(p['finess']), text(p['siret']), text(p['siren']), text(p['rna']));
	values.push(text(p['codeInsee']), text(p['projectId']), text(p['publisherId']));
	values.push(text(p['aboutId']), text(p['sourceId']), body);
	const [row] = connection.rows(UPSERT_NODE, ...values);
	if (name === null) return;
	const pk = row?.[0] ?? null;
	connection.run('DELETE FROM node_text WHERE rowid = ?', pk);
	const commune = foldText(text(p['commune']) ?? '');
	connection.run(
		'INSERT INTO node_text (rowid, name, commune) VALUES (?, ?, ?)',
		pk,
		name,
		commune
	);
}

function writeRelation(
	connection: Connection,
	{ id, type, source, target }: Subject & { entity: 'relation' },
	p: Properties,
	revision: number
): void {
	const body = JSON.stringify({ id, type, source, target, ...p });
	const about = [text(p['projectId']), text(p['resourceId'])];
	connection.run(UPSERT_RELATION, id, type, source, target, revision, ...about, body);
}

function removeRecord(connection: Connection, subject: Subject, revision: number): void {
	const { entity, id } = subject;
	if (entity === 'relation') connection.run('DELETE FROM relation WHERE id = ?', id);
	else {
		connection.run('DELETE FROM node_text WHERE rowid = (SELECT pk FROM node WHERE id = ?)', id);
		connection.run('DELETE FROM node WHERE id = ?', id);
	}
	connection.run('INSERT INTO tombstone (id, revision) VALUES (?, ?)', id, revision);
}

function writeChange(connection: Connection, planned: PlannedChange, revision: number): void {
	const { change, previous, properties } = planned;
	if (properties === null) return removeRecord(connection, change, revision);
	if (change.op === 'create' && previous !== null)
		connection.run('DELETE FROM tombstone WHERE id = ?', change.id);
	if (change.entity === 'node') writeNode(connection, change, properties, revision);
	else writeRelation(connection, change, properties, revision);
}

function keepRevision(
	connection: Connection,
	revision: Revision,
	planned: readonly PlannedChange[]
): void {
	const { number, previous } = revision;
	connection.run(
		'INSERT INTO revision (number, previous, body) VALUES (?, ?, ?)',
		number,
		previous,
		JSON.stringify(revision)
	);
	for (const { index, firstId, lastId, data } of encodeChunks(planned)) {
		connection.run(
			'INSERT INTO revision_chunk (revision, position, first_id, last_id, data) VALUES (?, ?, ?, ?, ?)',
			number,
			index,
			firstId,
			lastId,
			data
		);
	}
}

function applyPrepared(connection: Connection, changeSet: PreparedChangeSet): Revision {
	const planned = planChanges(changeSet, takeSnapshot(connection, changeSet.needs));
	const revision = revisionOf(changeSet, planned, newestRevision(connection) || null);
	for (const change of planned) writeChange(connection, change, revision.number);
	keepRevision(connection, revision, planned);
	return revision;
}

/** Applies a change set as the port says: judged, written and kept in one transaction. */
export async function applyChangeSet(
	connection: Connection,
	changeSet: ChangeSet
): Promise<Revision | null> {
	const prepared = prepareChanges(changeSet);
	if (prepared.changes.length === 0) return null;
	return connection.write(() => applyPrepared(connection, prepared));
}
