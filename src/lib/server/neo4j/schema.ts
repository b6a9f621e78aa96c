import neo4j from 'neo4j-driver';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import { DatabaseUnusableError } from '../errors.ts';
import type { Connection, Query } from './connection.ts';

const unique = (name: string, label: string, property: string): string =>
	`CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;
const index = (label: string, ...properties: string[]): string =>
	`CREATE INDEX ${[label, ...properties].join('_').toLowerCase()} IF NOT EXISTS FOR (n:${label}) ON (${properties.map((p) => `n.${p}`).join(', ')})`;

const SEARCHED = NODE_LABELS.filter((label) => label !== 'Territory').join('|');

/** Each version's statements, all repeatable: an interrupted migration is simply run again. */
const MIGRATIONS: readonly (readonly string[])[] = [
	[
		unique('maillage_name', 'Maillage', 'name'),
		unique('entity_id', 'Entity', 'id'),
		unique('tombstone_id', 'Tombstone', 'id'),
		unique('revision_number', 'Revision', 'number'),
		unique('revision_token', 'Revision', 'token'),
		unique('layout_key', 'Layout', 'key'),
		index('RevisionChunk', 'revision', 'firstId'),
		...['finess', 'siret', 'siren', 'rna', 'codeInsee', 'region', 'departement'].map((property) =>
			index('Entity', property)
		),
		index('Claim', 'aboutId'),
		index('Source', 'publisherId'),
		index('SharedResource', 'projectId'),
		...RELATION_TYPES.flatMap((type) => [
			`CREATE CONSTRAINT ${type.toLowerCase()}_id IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`,
			...['projectId', 'resourceId'].map(
				(property) =>
					`CREATE INDEX ${type}_${property} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${property})`
			)
		]),
		// The text is folded by us: the index only has to cut it at spaces.
		`CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:${SEARCHED}) ON EACH [n._text]
		OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'whitespace' } }`
	],
	[unique('scenario_id', 'Scenario', 'id'), index('Scenario', 'base')],
	[
		`CREATE CONSTRAINT passage_version IF NOT EXISTS FOR (n:Passage)
		REQUIRE (n.dossier, n.passage, n.version) IS UNIQUE`
	]
];
export const SCHEMA_VERSION = MIGRATIONS.length;

/** The database's version, 0 when it is empty; refuses what is not ours or newer than us. */
async function readVersion(query: Query, where: string): Promise<number> {
	const [found] = await query('MATCH (m:Maillage) RETURN m.schema AS schema LIMIT 1');
	if (!found) {
		const anything = await query('MATCH (n) RETURN 1 LIMIT 1');
		if (anything.length > 0) throw new DatabaseUnusableError('not_ours', where);
		return 0;
	}
	if (typeof found.schema !== 'number' || !Number.isInteger(found.schema) || found.schema < 1)
		throw new DatabaseUnusableError('not_ours', where);
	if (found.schema > SCHEMA_VERSION) throw new DatabaseUnusableError('newer', where);
	return found.schema;
}

/** True when our schema was ever made here; refuses what is not ours or newer than us. */
export const isPrepared = async (connection: Connection): Promise<boolean> =>
	(await connection.read((query) => readVersion(query, connection.where))) > 0;

/** Brings the database to our schema; a database that is there already is only looked at. */
export async function migrate(connection: Connection): Promise<void> {
	const { where } = connection;
	const version = await connection.read((query) => readVersion(query, where));
	for (let next = version; next < SCHEMA_VERSION; next++) {
		// In one transaction: it takes a second, one by one half a minute.
		await connection.write(async ({ lock }) => {
			for (const statement of MIGRATIONS[next] ?? []) await lock(statement);
		});
		await connection.statement('CALL db.awaitIndexes(60)');
		await connection.write(async ({ lock }) => {
			await lock(
				`MERGE (m:Maillage {name: 'maillage'}) ON CREATE SET m.revision = 0 SET m.schema = $schema`,
				{ schema: neo4j.int(next + 1) }
			);
		});
	}
}

/** Takes the one lock of writers, held until the transaction ends, and answers the data revision. */
export async function lockForWriting(lock: Query, where: string): Promise<number> {
	const [row] = await lock(
		'MATCH (m:Maillage) SET m.writers = 1 RETURN m.schema AS schema, m.revision AS revision'
	);
	if (!row || typeof row.revision !== 'number') throw new DatabaseUnusableError('not_ours', where);
	if (row.schema !== SCHEMA_VERSION) throw new DatabaseUnusableError('newer', where);
	return row.revision;
}

/** Number of the newest revision, 0 when nothing was ever written. */
export async function readDataRevision(query: Query): Promise<number> {
	const [row] = await query('MATCH (m:Maillage) RETURN m.revision AS revision');
	return typeof row?.revision === 'number' ? row.revision : 0;
}
