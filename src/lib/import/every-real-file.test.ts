import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FileRefusedError } from './problem.ts';
import { understand } from './understand.ts';

const DATA = new URL('../../../../shared/data/', import.meta.url);
const there = existsSync(DATA);

/** What a file must give: its format, the cells of its headers, its rows, and its ties where it is a network. */
type Expected = [format: string, columns: number, rows: number, ties?: number];

/**
 * Every file of the folder. Rows and columns of text were counted with Python's csv module, those of
 * workbooks by reading their sheets' XML (rows with a value below the headers, and the headers with one),
 * structures, ties and their attributes of networks with ElementTree, json and gzip, establishments of FINESS
 * with cut and uniq; ours have sixteen columns.
 */
const EXPECTED: Readonly<Record<string, Expected | string>> = {
	'amorcage/actors.csv': ['csv', 17, 379],
	'amorcage/projects.csv': ['csv', 20, 60],
	'amorcage/relations.csv': ['csv', 12, 688],
	'amorcage/resources.csv': ['csv', 7, 50],
	'amorcage/sources.csv': ['csv', 7, 289],
	'finess/etalab-cs1100502-extrait-20260512.csv': ['finess', 16, 14],
	'finess/etalab-cs1100502-extrait-20260512.latin1.csv': ['finess', 16, 14],
	'finess/etalab-cs1100507-extrait-2016-abime-par-tableur.csv': ['finess', 16, 3],
	'finess/finess2021_national_soins_primaires.csv': ['csv', 17, 18_377],
	// Lists of codes and a schema are no list of structures.
	'finess/finess_cs1500106_stock_20250526-0337.xml': 'not_a_graph',
	'finess/finess_cs1500107_stock_20250526-0337.xml': 'not_a_graph',
	'finess/finess-plus-schema-structures-v1.json': 'not_finess_plus',
	'reseaux/dhhs_collaboration.gml': 'not_asked',
	'reseaux/finess2021_national_edges.csv.gz': ['csv', 3, 130_138],
	'reseaux/finess2021_national_nodes.csv.gz': ['csv', 10, 84_881],
	'reseaux/icts_recherche_clinique_edges.csv': ['csv', 2, 1359],
	'reseaux/icts_recherche_clinique_nodes.csv': ['csv', 5, 493],
	'reseaux/monchique.graphml': ['graphml', 5, 5, 3],
	'reseaux/monchique_kumu.json': ['kumu', 14, 5, 3],
	'reseaux/tabac_indiana.gexf': ['gexf', 8, 25, 439],
	'reseaux/tabac_indiana.graphml': ['graphml', 8, 25, 439],
	'reseaux/tabac_indiana_edges.csv': ['csv', 4, 439],
	'reseaux/tabac_indiana_nodes.csv': ['csv', 8, 25],
	'subventions/asso_SCDL.xlsx': ['xlsx', 14, 10],
	'subventions/asso_SCDL_MANY_MISSING_MANDATORY.xlsx': ['xlsx', 14, 10],
	'subventions/asso_SCDL_WITH_EXERCICE_ALT.xlsx': ['xlsx', 18, 3],
	'subventions/asso_fixture-errors.xlsx': ['xlsx', 17, 8],
	'subventions/asso_test-csv-invalid.csv': ['csv', 14, 38],
	'subventions/asso_test-csv-valid.csv': ['csv', 14, 38],
	'subventions/etalab_format_subventions_exemple.csv': ['csv', 14, 2],
	'subventions/scdl_exemple_colonne_dupliquee.csv': ['csv', 15, 29],
	'subventions/scdl_exemple_invalide_cellules.csv': ['csv', 15, 29],
	'subventions/scdl_exemple_invalide_colonnes.csv': ['csv', 15, 29],
	'subventions/scdl_exemple_valide.csv': ['csv', 16, 29],
	'subventions/scdl_schema_v2.1.json': 'not_a_graph',
	'territoires/cartosante_zonage_infirmiers_communes.csv': ['csv', 3, 34_919],
	'territoires/cpts_paca_extrait_4.csv': ['csv', 4, 4],
	'territoires/qpv_zonage_medecins_paca_2025.json': 'not_a_graph'
};

const isData = (name: string): boolean => /\.(csv|gz|xlsx|json|xml|gexf|graphml|gml)$/.test(name);

describe.skipIf(!there && !process.env['CI'])('every file of ../shared/data', () => {
	it('is named here', () => {
		const found = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter(isData);
		expect(found.sort()).toEqual(Object.keys(EXPECTED).sort());
	});

	// No importer was asked for GML.
	const asked = Object.entries(EXPECTED).filter(([, expected]) => expected !== 'not_asked');
	it.each(asked)('%s', async (path, expected) => {
		const bytes = new Uint8Array(readFileSync(new URL(path, DATA)));
		const read = await understand(bytes).catch((error: unknown) => error);
		if (typeof expected === 'string') {
			expect(read).toMatchObject({ name: new FileRefusedError('empty_file').name, code: expected });
			return;
		}
		if (read instanceof Error) throw read;
		const { format, columns, rows, ties } = read as Awaited<ReturnType<typeof understand>>;
		const found = [format, columns.length, rows.length, ...(ties ? [ties.rows.length] : [])];
		expect(found).toEqual(expected);
	});
});
