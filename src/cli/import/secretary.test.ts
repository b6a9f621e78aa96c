import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import { openRepository } from '#lib/server/database.ts';
import { run } from '../program.ts';

// The whole starter set is read and written: seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let data = '';
beforeEach(async () => {
	overwriteGetLocale(() => 'fr');
	data = await mkdtemp(join(tmpdir(), 'maillage-secretary-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

async function maillage(...args: string[]) {
	const written = { out: '', err: '' };
	const channel = (name: 'out' | 'err') => ({
		write: (text: string) => (written[name] += text)
	});
	const env = { MAILLAGE_DATA: data };
	const code = await run(args, { env, out: channel('out'), err: channel('err') });
	return { code, ...written };
}

async function stored(): Promise<unknown[]> {
	const repository = await openRepository({ data });
	const records: unknown[] = [];
	for await (const record of repository.records()) records.push(record);
	await repository.close();
	return records;
}

/** As an association's spreadsheet leaves an old program: title, semicolons, Windows accents, dates d/m/y. */
const TABLE = [
	'Nos partenaires au 12/03/2025;;;;',
	'Structure;Type;Ville;N° SIRET;Création',
	'Été solidaire d’essai;association;Lens;2,6E+13;14/02/2011',
	'Acsbe la place sante;centre de santé;ST DENIS;;',
	'Aides;association;;;',
	'La case de sante;centre de santé;;;',
	'Coopérative de sante Richerant;SCIC;Paris;;2016',
	'Bonne volonté d’essai;association;Lens;12345678901234;'
].join('\r\n');

it('a secretary’s spreadsheet from a terminal: seen, answered, imported, taken back', async () => {
	await maillage('seed');
	const before = await stored();
	const path = join(data, 'partenaires.csv');
	await writeFile(path, Buffer.from(TABLE.replaceAll('’', "'"), 'latin1'));

	// What would be created, matched and refused, and why; nothing is written.
	const seen = await maillage('import', path, '--dry-run');
	expect(seen.code).toBe(1);
	expect(seen.err).toMatch(/Windows-1252.*point-virgule.*ligne 2/);
	expect(seen.err).toContain('1 à créer');
	expect(seen.err).toContain('3 à trancher');
	expect(seen.err).toContain('1 refusée');
	expect(seen.err).toMatch(/Ligne 3, colonne «.N° SIRET.».: «.2,6E\+13.».*la ligne est prise/);
	expect(seen.err).toMatch(/Ligne 8, colonne «.N° SIRET.».: «.12345678901234.»/);
	const rows: { line: number; questions: { key: string; candidates: { id: string }[] }[] }[] =
		JSON.parse((await maillage('import', path, '--dry-run', '--json')).out).error.rows;
	const asked = rows.flatMap(({ questions }) => questions);
	expect(asked).toHaveLength(3);
	for (const { key, candidates } of asked) {
		expect(seen.err).toContain(key);
		for (const { id } of candidates) expect(seen.err).toContain(id);
	}
	expect(await stored()).toEqual(before);

	// Each doubt is answered: the same one, a new one, left out.
	const [aides, other, cooperative] = asked;
	const mapping = join(data, 'reponses.json');
	const answers = {
		[aides?.key ?? '']: aides?.candidates[0]?.id,
		[other?.key ?? '']: 'new',
		[cooperative?.key ?? '']: 'skip'
	};
	await writeFile(mapping, JSON.stringify({ answers }));
	// A row is still refused: nothing is written unless it may be left out.
	expect((await maillage('import', path, '--mapping', mapping)).code).toBe(1);
	expect(await stored()).toEqual(before);
	const done = await maillage('import', path, '--mapping', mapping, '--skip-refused', '--json');
	expect(done.code).toBe(0);
	expect(JSON.parse(done.out)).toMatchObject({
		revision: 2,
		counts: { create: 2, confirm: 2, skip: 1, refuse: 1, ask: 0 }
	});
	expect(await stored()).not.toEqual(before);

	expect((await maillage('undo', '2')).code).toBe(0);
	expect(await stored()).toEqual(before);
});
