// What bringing data in costs: the national file of FINESS beside bare inserts of the same nodes,
// relations and claims, and the preview of a table beside csv-parse reading it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { parse } from 'csv-parse/sync';
import { previewImport } from '#lib/server/import/import-file.ts';
import type { Repository, StoredRecord } from '#lib/server/repository.ts';
import { openSqlite } from '#lib/server/sqlite/repository.ts';
import { hasNational } from './national.ts';
import { nationalExtract } from './national-extract.ts';
import { withTerritories } from './territories.ts';
import { inTurn, report, type Row } from './timing.ts';

const ROUNDS = 5;
const PREVIEWED = 10_000;
const GIVEN = { choices: {}, who: 'bench', skipRefused: true };
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const best = (times: readonly number[]): number => Math.min(...times);

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

const SYLLABLES = ['lé', 'mor', 'val', 'ran', 'dou', 'bri', 'che', 'tou', 'gar', 'nes'];
/** A name for each of a thousand communes: a number would be an arrondissement of one. */
const river = (i: number): string =>
	[1, 10, 100].map((ten) => SYLLABLES[Math.floor(i / ten) % 10]).join('');

const table = new TextEncoder().encode(
	[
		'Nom;Type;Commune;SIRET;Code postal;Date de création;Site;Statut',
		...Array.from(
			{ length: PREVIEWED },
			(_, i) =>
				`Maison de santé n° ${i} de la vallée;MSP;Ville-sur-${river(i % 900)};;${10_000 + (i % 80_000)};12/03/${1980 + (i % 40)};https://structure-${i}.example.org;association`
		)
	].join('\r\n')
);

async function preview(): Promise<Row> {
	const repository = await emptyDatabase('preview.sqlite');
	const file = { name: 'structures.csv', bytes: table };
	const times = await inTurn(ROUNDS, {
		preview: () => previewImport(repository, file, GIVEN),
		reading: () => parse(Buffer.from(table), { delimiter: ';', relax_column_count: true })
	});
	await repository.close();
	return {
		what: `preview of a table of ${PREVIEWED} rows / csv-parse reading it`,
		measured: best(times.preview) / best(times.reading),
		unit: '×',
		atMost: 3,
		note: `${best(times.preview).toFixed(0)} ms / ${best(times.reading).toFixed(0)} ms`
	};
}

const rows = hasNational() ? await national() : [];
if (rows.length === 0)
	rows.push({ what: 'national FINESS into SQLite', measured: null, unit: '×', note: 'no file' });
report([...rows, await preview()]);
rmSync(folder, { recursive: true, force: true });
