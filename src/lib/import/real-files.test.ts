import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStructures } from './structure-rows.ts';
import { readTies } from './tie-rows.ts';
import { understand } from './understand.ts';

const DATA = new URL('../../../../shared/data/', import.meta.url);
const there = existsSync(DATA);
// Without the real files nothing is proved: said here, and a failure where everything must run.
if (!there && !process.env['CI'])
	process.stderr.write('../shared/data is not there: no real file was read\n');

const read = (path: string, choices = {}) =>
	understand(new Uint8Array(readFileSync(new URL(path, DATA))), choices);

// Rows, widths and encodings were counted with Python's csv module.
describe.skipIf(!there && !process.env['CI'])('real files', () => {
	it.each([
		['subventions/scdl_exemple_valide.csv', 29, 16, 'utf-8', ',', 1],
		['subventions/asso_test-csv-valid.csv', 38, 14, 'utf-8', ',', 1],
		['subventions/etalab_format_subventions_exemple.csv', 2, 14, 'utf-8', ',', 1],
		['subventions/scdl_exemple_invalide_colonnes.csv', 29, 15, 'utf-8', ',', 1],
		['subventions/scdl_exemple_colonne_dupliquee.csv', 29, 15, 'windows-1252', ',', 1],
		['territoires/cartosante_zonage_infirmiers_communes.csv', 34_919, 3, 'utf-8', ';', 3],
		['territoires/cpts_paca_extrait_4.csv', 4, 4, 'utf-8', ';', 1],
		['reseaux/tabac_indiana_edges.csv', 439, 4, 'utf-8', ',', 1],
		['amorcage/actors.csv', 379, 17, 'utf-8', ',', 1],
		['amorcage/relations.csv', 688, 12, 'utf-8', ',', 1]
	])('%s: %i rows of %i cells', async (path, rows, width, encoding, separator, headerLine) => {
		const table = await read(path);
		expect(table.rows).toHaveLength(rows);
		expect(table.columns).toHaveLength(width);
		expect(table).toMatchObject({ encoding, separator, headerLine });
	});

	it('all primary care of FINESS 2021: every number sound, every category known', async () => {
		const table = await read('finess/finess2021_national_soins_primaires.csv');
		const rows = [...readStructures(table, {})];
		expect(rows).toHaveLength(18_377);
		expect(rows.filter(({ properties }) => properties['finess'])).toHaveLength(18_377);
		expect(rows.filter(({ properties }) => !properties['siret'])).toHaveLength(4572);
		expect(rows.filter(({ kind }) => kind !== undefined)).toHaveLength(18_377);
		const refused = rows.flatMap(({ problems }) => problems.map(({ code }) => code));
		// 970 and 978: two rows of Saint-Martin and one of the old code of Guadeloupe.
		expect(refused.filter((code) => code === 'bad_departement')).toHaveLength(3);
		expect(new Set(refused)).toEqual(new Set(['bad_departement']));
	});

	it('subventions of the national schema: payers, receivers, amounts', async () => {
		const table = await read('subventions/scdl_exemple_valide.csv');
		const rows = [...readTies(table, {})];
		expect(rows.every(({ type }) => type === 'FUNDS')).toBe(true);
		expect(rows[0]).toMatchObject({
			line: 2,
			source: { name: 'ANTIBES', reference: '21060004500392' },
			target: { reference: '52499120500013', rna: 'W333216789' },
			properties: {
				amountEur: 99_786.57,
				since: '2015-07-07',
				amountPeriod: '2017',
				stage: 'granted'
			}
		});
		expect(new Set(rows.map(({ target }) => target.name))).toHaveLength(29);
	});

	it('the same with columns in another order and written otherwise', async () => {
		const table = await read('subventions/scdl_exemple_invalide_colonnes.csv');
		const [first] = readTies(table, {});
		expect(first).toMatchObject({
			source: { name: 'Ville de Poitiers' },
			target: { name: 'Trouver sonnette a son pied' },
			properties: { amountEur: 10_000 }
		});
	});

	it('a workbook with three sheets: the one of the table, from its third line', async () => {
		const table = await read('subventions/asso_fixture-errors.xlsx');
		expect(table).toMatchObject({ sheet: 'fixture', headerLine: 3, table: 'ties' });
		expect(table.rows).toHaveLength(8);
		// Written as the number 44352, its format lost.
		expect([...readTies(table, {})][0]).toMatchObject({
			line: 4,
			properties: { since: '2021-06-05' }
		});
	});

	// Nodes and edges were counted with Python's ElementTree, json, gzip and csv modules.
	it.each([
		['tabac_indiana.gexf', 'gexf', 25, 439],
		['tabac_indiana.graphml', 'graphml', 25, 439],
		['monchique.graphml', 'graphml', 5, 3],
		['monchique_kumu.json', 'kumu', 5, 3]
	])('reseaux/%s: a %s network of %i nodes and %i edges', async (name, format, nodes, edges) => {
		const table = await read(`reseaux/${name}`);
		expect(table).toMatchObject({ format, table: 'structures', ours: false });
		expect(table.rows).toHaveLength(nodes);
		expect(table.ties?.rows).toHaveLength(edges);
	});

	it('the same network says the same in GEXF, in GraphML and in two lists', async () => {
		const bytes = (name: string) => new Uint8Array(readFileSync(new URL(`reseaux/${name}`, DATA)));
		const types = {
			contact: 'REFERS_TO',
			collaborate: 'COOPERATES_WITH',
			dissemination: 'ACCOMPANIES'
		} as const;
		const said = [
			await read('reseaux/tabac_indiana.gexf', { types }),
			await read('reseaux/tabac_indiana.graphml', { types }),
			await understand(
				bytes('tabac_indiana_nodes.csv'),
				{ types },
				bytes('tabac_indiana_edges.csv')
			)
		].map((table) => ({
			names: [...readStructures(table, {})].map(({ id, name }) => [id, name]),
			ties: [...(table.ties ? readTies(table.ties, { types }) : [])].map(
				({ source, target, type }) => [source.reference, target.reference, type]
			)
		}));
		expect(said[0]?.names).toHaveLength(25);
		expect(said[0]?.names[0]).toEqual(['n1', 'ITPC']);
		const count = (type: string) => said[0]?.ties.filter((tie) => tie[2] === type).length;
		expect([count('REFERS_TO'), count('COOPERATES_WITH'), count('ACCOMPANIES')]).toEqual([
			175, 161, 103
		]);
		expect(said[1]).toEqual(said[0]);
		expect(said[2]).toEqual(said[0]);
	});

	it('two lists of clinical research: 493 and 1,359', async () => {
		const bytes = (name: string) => new Uint8Array(readFileSync(new URL(`reseaux/${name}`, DATA)));
		const table = await understand(
			bytes('icts_recherche_clinique_edges.csv'),
			{},
			bytes('icts_recherche_clinique_nodes.csv')
		);
		expect([table.rows.length, table.ties?.rows.length]).toEqual([493, 1359]);
	});

	it('two gzipped lists of the whole FINESS: 84,881 and 130,138', async () => {
		const bytes = (name: string) => new Uint8Array(readFileSync(new URL(`reseaux/${name}`, DATA)));
		const table = await understand(
			bytes('finess2021_national_nodes.csv.gz'),
			{},
			bytes('finess2021_national_edges.csv.gz')
		);
		expect([table.rows.length, table.ties?.rows.length]).toEqual([84_881, 130_138]);
	}, 120_000);
});
