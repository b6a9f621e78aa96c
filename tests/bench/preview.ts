// What the preview of a table costs beside csv-parse reading it: of a real table as it was published,
// and of one whose names are all alike, where every row is compared with many and four in ten are asked.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { previewImport } from '#lib/server/import/import-file.ts';
import { openSqlite } from '#lib/server/sqlite/repository.ts';
import { withTerritories } from './territories.ts';
import { best, inTurn, report, type Row } from './timing.ts';

const FINESS = process.env['BENCH_FINESS'] ?? '../shared/data/finess';
const PUBLISHED = join(FINESS, 'finess2021_national_soins_primaires.csv');
const ROUNDS = 5;
const ROWS = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));

const bytesOf = (lines: readonly string[]): Uint8Array =>
	new TextEncoder().encode(lines.join('\r\n'));

const SYLLABLES = ['lé', 'mor', 'val', 'ran', 'dou', 'bri', 'che', 'tou', 'gar', 'nes'];
/** A name for each of a thousand communes: a number would be an arrondissement of one. */
const river = (i: number): string =>
	[1, 10, 100].map((ten) => SYLLABLES[Math.floor(i / ten) % 10]).join('');

/** Eleven structures in each commune, told apart by a number only. */
const alike = (): Uint8Array =>
	bytesOf([
		'Nom;Type;Commune;SIRET;Code postal;Date de création;Site;Statut',
		...Array.from(
			{ length: ROWS },
			(_, i) =>
				`Maison de santé n° ${i} de la vallée;MSP;Ville-sur-${river(i % 900)};;${10_000 + (i % 80_000)};12/03/${1980 + (i % 40)};https://structure-${i}.example.org;association`
		)
	]);

/** A real table as it was published, its first rows. */
const real = (): Uint8Array =>
	bytesOf(
		readFileSync(PUBLISHED, 'utf8')
			.split(/\r?\n/)
			.slice(0, ROWS + 1)
	);

async function preview(what: string, bytes: Uint8Array): Promise<Row> {
	const repository = openSqlite({ path: join(folder, `${bytes.length}.sqlite`) });
	await withTerritories(repository);
	const file = { name: 'structures.csv', bytes };
	const given = { choices: {}, who: 'bench', skipRefused: true };
	const { counts } = await previewImport(repository, file, given);
	const times = await inTurn(ROUNDS, {
		preview: () => previewImport(repository, file, given),
		reading: () => parse(Buffer.from(bytes), { delimiter: ';', relax_column_count: true })
	});
	await repository.close();
	const ofWhat = `${counts.create} to create, ${counts.ask} in doubt, ${counts.refuse} refused`;
	return {
		what: `preview of ${what} / csv-parse reading it`,
		measured: best(times.preview) / best(times.reading),
		unit: '×',
		atMost: 3,
		note: `${best(times.preview).toFixed(0)} ms / ${best(times.reading).toFixed(0)} ms; ${ofWhat}`
	};
}

const rows: Row[] = [];
if (existsSync(PUBLISHED)) rows.push(await preview(`${ROWS} real structures`, real()));
rows.push(await preview(`${ROWS} structures with names alike`, alike()));
report(rows);
rmSync(folder, { recursive: true, force: true });
