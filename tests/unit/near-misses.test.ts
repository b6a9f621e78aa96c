import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { readTies } from '#lib/import/tie-rows.ts';
import { understand } from '#lib/import/understand.ts';

const DATA = new URL('../../../shared/data/subventions/', import.meta.url);
const there = existsSync(DATA);
if (!there && !process.env['CI'])
	process.stderr.write('../shared/data is not there: no file of grants was read\n');

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, DATA)));
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Ways a published file differs from the national schema of grants, each a real habit. */
const HABITS: Readonly<Record<string, (rows: string[][]) => string[][]>> = {
	'columns in the opposite order': (rows) => rows.map((row) => row.toReversed()),
	'headers in capitals': ([head = [], ...rows]) => [
		head.map((cell) => cell.toUpperCase()),
		...rows
	],
	'headers cut into words': ([head = [], ...rows]) => [
		head.map((cell) => cell.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()),
		...rows
	],
	'headers in full French': ([head = [], ...rows]) => [
		head.map((cell) => FRENCH[cell] ?? cell),
		...rows
	],
	'titles above the headers': (rows) => [['Subventions versées en 2017'], [''], ...rows]
};
const FRENCH: Readonly<Record<string, string>> = {
	nomAttribuant: "Nom de l'attribuant",
	idAttribuant: "Identification de l'attribuant",
	dateConvention: 'Date de la convention',
	nomBeneficiaire: 'NOM Bénéficiaire',
	idBeneficiaire: 'N° SIRET',
	objet: 'Objet de la subvention',
	montant: 'Montant total de la subvention',
	nature: 'Nature de la subvention',
	datesPeriodeVersement: 'Date(s) ou période(s) de versement'
};

describe.skipIf(!there && !process.env['CI'])('grants as they are published', () => {
	it.each(Object.keys(HABITS))('with %s say what the schema’s own example says', async (habit) => {
		const bytes = bytesOf('scdl_exemple_valide.csv');
		const expected = [...readTies(await understand(bytes), {})];
		const rows: string[][] = parse(Buffer.from(bytes), { bom: true, relax_column_count: true });
		const other = HABITS[habit]?.(rows) ?? [];
		const read = await understand(utf8(stringify(other, { delimiter: ';' })));
		expect(read.impliedType).toBe('FUNDS');
		const said = [...readTies(read, {})].map(({ source, target, type, properties }) => ({
			source,
			target,
			type,
			properties
		}));
		expect(said).toEqual(
			expected.map(({ source, target, type, properties }) => ({ source, target, type, properties }))
		);
	});

	// Rows and header lines were counted with Python's zipfile and ElementTree.
	it.each([
		[
			'asso_SCDL.xlsx',
			10,
			4,
			['sourceName', 'targetName', 'target', 'amountEur', 'since', 'stage']
		],
		['asso_SCDL_MANY_MISSING_MANDATORY.xlsx', 10, 4, ['sourceName', 'targetName', 'since']],
		['asso_SCDL_WITH_EXERCICE_ALT.xlsx', 3, 1, ['sourceName', 'targetName', 'amountEur']],
		['asso_fixture-errors.xlsx', 8, 3, ['sourceName', 'targetName', 'amountEur', 'targetRna']]
	])('%s: %i rows under line %i', async (name, rows, headerLine, fields) => {
		const read = await understand(bytesOf(name));
		expect(read).toMatchObject({ headerLine, table: 'ties' });
		expect(read.rows).toHaveLength(rows);
		expect(read.columns.map(({ field }) => field)).toEqual(expect.arrayContaining(fields));
	});
});
