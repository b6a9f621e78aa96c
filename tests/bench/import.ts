// What bringing data in costs: the national file of FINESS beside bare inserts of the same nodes,
// relations and claims.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Repository, StoredRecord } from '#lib/server/repository.ts';
import { openSqlite } from '#lib/server/sqlite/repository.ts';
import { hasNational } from './national.ts';
import { nationalExtract } from './national-extract.ts';
import { withTerritories } from './territories.ts';
import { report, type Row } from './timing.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));

/** Processor time so far, in milliseconds: what others do on the machine does not count. */
function processor(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** A file of SQLite with the territories structures are placed in. */
async function emptyDatabase(name: string): Promise<Repository> {
	const repository = openSqlite({ path: join(folder, name) });
	await withTerritories(repository);
	return repository;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The same records by prepared statements in one transaction, indexes kept, no history nor search. */
async function bareInserts(records: readonly StoredRecord[], name: string): Promise<number> {
	const made = openSqlite({ path: join(folder, name) });
	await made.migrate();
	await made.close();
	const database = new DatabaseSync(join(folder, name));
	database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
	const node = database.prepare(
		`INSERT INTO node (id, label, revision, kind, fold_name, region, departement, finess, siret, siren,
			about_id, source_id, body) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	);
	const relation = database.prepare(
		'INSERT INTO relation (id, type, source, target, revision, body) VALUES (?, ?, ?, ?, 1, ?)'
	);
	const start = processor();
	database.exec('BEGIN IMMEDIATE');
	for (const record of records) {
		const { id, properties: p } = record;
		if (record.entity === 'relation') {
			const { type, source, target } = record;
			relation.run(id, type, source, target, JSON.stringify({ id, type, source, target, ...p }));
			continue;
		}
		const columns = ['kind', 'name', 'region', 'departement', 'finess', 'siret', 'siren'];
		node.run(
			id,
			record.label,
			...columns.map((column) => text(p[column])),
			text(p['aboutId']),
			text(p['sourceId']),
			JSON.stringify({ id, label: record.label, ...p })
		);
	}
	database.exec('COMMIT');
	const took = processor() - start;
	database.close();
	return took;
}

interface Imported {
	/** Processor time, in milliseconds: what others do on the machine does not count. */
	cpu: number;
	/** Largest, in MB. */
	memory: number;
	revision: number | null;
}

/** An import in a process of its own. */
function imported(file: string, database: string): Imported {
	const script = new URL('./import-once.mjs', import.meta.url).pathname;
	const { stdout, status, stderr } = spawnSync(
		process.execPath,
		[script, join(folder, file), join(folder, database)],
		{ encoding: 'utf8' }
	);
	if (status !== 0) throw new Error(stderr);
	const measured: Imported = JSON.parse(stdout);
	return measured;
}

async function national(): Promise<Row[]> {
	writeFileSync(join(folder, 'national.csv'), await nationalExtract('2021-01-08'));
	await (await emptyDatabase('national.sqlite')).close();
	const first = imported('national.csv', 'national.sqlite');
	const again = imported('national.csv', 'national.sqlite');
	const repository = openSqlite({ path: join(folder, 'national.sqlite') });
	const records: StoredRecord[] = [];
	for await (const record of repository.records()) records.push(record);
	await repository.close();
	globalThis.gc?.();
	const bare = await bareInserts(records, 'bare.sqlite');
	const { length } = records;
	return [
		{
			what: `national FINESS into SQLite / bare prepared inserts of the same ${length} records`,
			measured: first.cpu / bare,
			unit: '×',
			atMost: 4,
			note: `${seconds(first.cpu)} / ${seconds(bare)}`
		},
		{
			what: 'national FINESS again / the first time',
			measured: again.cpu / first.cpu,
			unit: '×',
			atMost: 0.5,
			note: again.revision === null ? seconds(again.cpu) : 'it raised a revision'
		},
		{ what: 'memory to import national FINESS', measured: first.memory, unit: 'MB', atMost: 600 },
		{ what: 'memory to import it again', measured: again.memory, unit: 'MB', atMost: 600 }
	];
}

const rows = hasNational() ? await national() : [];
if (rows.length === 0)
	rows.push({ what: 'national FINESS into SQLite', measured: null, unit: '×', note: 'no file' });
report(rows);
rmSync(folder, { recursive: true, force: true });
