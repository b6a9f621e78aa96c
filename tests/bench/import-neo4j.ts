// What bringing the national file of FINESS into Neo4j costs, beside bare batches of the same nodes,
// relations and claims on a server started alike. Waiting counts: most of the work is the server's.
import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import { writeImport } from '#lib/server/import/import-file.ts';
import { undoRevision } from '#lib/server/import/undo.ts';
import { openNeo4jRepository } from '#lib/server/neo4j/index.ts';
import type { Repository, StoredRecord } from '#lib/server/repository.ts';
import { canStart, NEO4J_LTS, startNeo4j } from '../neo4j/server.ts';
import { hasNational } from './national.ts';
import { nationalExtract } from './national-extract.ts';
import { withTerritories } from './territories.ts';
import { report, type Row } from './timing.ts';

const BATCH = 2_000;
/** One transaction holds all of it. */
const HEAP = '4g';
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
	const start = performance.now();
	const value = await work();
	return { ms: performance.now() - start, value };
}

/** Runs `work` on a server of its own, with our schema and the territories. */
async function onServer<T>(work: (repository: Repository, uri: string) => Promise<T>): Promise<T> {
	const server = await startNeo4j(NEO4J_LTS, { heap: HEAP });
	const repository = openNeo4jRepository({ uri: server.uri, user: 'neo4j', password: '' });
	try {
		await withTerritories(repository);
		return await work(repository, server.uri);
	} finally {
		await repository.close();
		await server.stop();
	}
}

async function inBatches(
	tx: ManagedTransaction,
	cypher: string,
	rows: readonly unknown[]
): Promise<void> {
	for (let at = 0; at < rows.length; at += BATCH)
		await tx.run(`UNWIND $rows AS row ${cypher}`, { rows: rows.slice(at, at + BATCH) });
}

function grouped<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(by(item));
		if (group) group.push(item);
		else groups.set(by(item), [item]);
	}
	return groups;
}

/** The same records by batches in one transaction, indexes kept, no history nor search. */
async function bareBatches(records: readonly StoredRecord[], uri: string): Promise<void> {
	const nodes = records.filter((record) => record.entity === 'node');
	const claims = nodes.filter(({ label }) => label === 'Claim');
	const relations = records.filter((record) => record.entity === 'relation');
	const row = ({ id, properties }: StoredRecord) => ({ id, properties: { ...properties, id } });
	const driver = neo4j.driver(uri);
	const session = driver.session();
	await session.executeWrite(async (tx) => {
		for (const [label, group] of grouped(nodes, (node) => node.label))
			await inBatches(tx, `CREATE (n:Entity:${label}) SET n = row.properties`, group.map(row));
		for (const [type, group] of grouped(relations, (relation) => relation.type))
			await inBatches(
				tx,
				`MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
				CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
				group.map((relation) => ({
					...row(relation),
					source: relation.source,
					target: relation.target
				}))
			);
		await inBatches(
			tx,
			`MATCH (n:Entity {id: row.id}) MATCH (source:Entity {id: row.sourceId})
			CREATE (n)-[:FROM {section: row.section}]->(source)`,
			claims.map(({ id, properties: { sourceId, section } }) => ({
				id,
				sourceId,
				section: section ?? null
			}))
		);
	});
	await session.close();
	await driver.close();
}

async function national(): Promise<Row[]> {
	const file = { name: 'national.csv', bytes: await nationalExtract('2021-01-08') };
	const given = { choices: {}, who: 'bench', skipRefused: true };
	const { first, again, undo, records } = await onServer(async (repository) => {
		const first = await timed(() => writeImport(repository, file, given));
		const records: StoredRecord[] = [];
		for await (const record of repository.records())
			if (record.entity === 'relation' || record.label !== 'Territory') records.push(record);
		const again = await timed(() => writeImport(repository, file, given));
		const number = first.value.revision?.number ?? 0;
		const undo = await timed(() => undoRevision(repository, number, { who: 'bench' }));
		return { first, again, undo, records };
	});
	const bare = await onServer((_, uri) => timed(() => bareBatches(records, uri)));
	return [
		{
			what: `national FINESS into Neo4j / bare batches of the same ${records.length} records`,
			measured: first.ms / bare.ms,
			unit: '×',
			atMost: 3,
			note: `${seconds(first.ms)} / ${seconds(bare.ms)}`
		},
		{
			what: 'national FINESS into Neo4j again / the first time',
			measured: again.ms / first.ms,
			unit: '×',
			atMost: 0.5,
			note: again.value.revision === null ? seconds(again.ms) : 'it raised a revision'
		},
		{
			what: 'taking it back from Neo4j / the import',
			measured: undo.ms / first.ms,
			unit: '×',
			note: seconds(undo.ms)
		}
	];
}

const isThere = hasNational() && (await canStart(NEO4J_LTS));
report(
	isThere
		? await national()
		: [
				{
					what: 'national FINESS into Neo4j',
					measured: null,
					unit: '×',
					note: 'no file or no Java'
				}
			]
);
