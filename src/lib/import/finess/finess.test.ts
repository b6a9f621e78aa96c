import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FileRefusedError } from '../problem.ts';
import { readStructures, type StructureRow } from '../structure-rows.ts';
import { understand } from '../understand.ts';
import { readKind } from '../vocabulary.ts';
import { kindOfCategory, kindOfStatus } from './categories.ts';
import { degrees, toDegrees } from './projections.ts';

const DATA = new URL('../../../../../shared/data/finess/', import.meta.url);
const there = existsSync(DATA);
if (!there && !process.env['CI'])
	process.stderr.write('../shared/data is not there: no real file of FINESS was read\n');

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, DATA)));
const structuresOf = async (bytes: Uint8Array): Promise<StructureRow[]> => [
	...readStructures(await understand(bytes), {})
];
const text = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
const HEAD = 'finess;etalab;111;2026-05-12';

/** An establishment of an extract, by the ranks of the fields given. */
function establishment(fields: Readonly<Record<number, string>>): string {
	const cells = Array.from({ length: 32 }, (_, i) => fields[i] ?? '');
	return ['structureet', ...cells.slice(1)].join(';');
}
const SOUND = { 1: '010000024', 3: 'CH DE FLEYRIAT', 12: '451', 13: '01', 18: '355' };

describe('metres of a projection', () => {
	// Degrees worked out with PROJ 9 (pyproj 3.7.2) from EPSG 2154, 5490, 2972, 2975, 4471, 4467, 32701.
	it.each([
		[700_000, 6_600_000, '1,ATLASANTE,100,IGN,BD_ADRESSE,V2.1,LAMBERT_93', 46.5, 3],
		[881_398.6, 6_543_082.9, 'LAMBERT_93', 45.963242, 5.342644],
		[652_469.02, 6_862_035.26, '', 48.8566, 2.3522],
		[641_400, 1_770_000, 'UTM_N20', 16.005559, -61.678464],
		[353_000, 545_000, 'UTM_N22', 4.929342, -52.325806],
		[338_000, 7_690_000, 'UTM_S40', -20.883145, 55.442594],
		[523_000, 8_588_000, 'UTM_S38', -12.772618, 45.211904],
		[560_000, 5_181_000, 'UTM_N21', 46.77985, -56.214013],
		[588_000, 8_530_000, 'UTM_S01', -13.295881, -176.187553]
	])('%d, %d of %s is at %d, %d', (x, y, projection, lat, lon) => {
		expect(toDegrees(x, y, { projection, departement: '01' })).toEqual({
			lat,
			lon,
			swapped: false
		});
	});

	it('are of the zone of the département where none is named, and put right when swapped', () => {
		const at = { projection: '', departement: '9D' };
		expect(toDegrees(338_000, 7_690_000, at)).toMatchObject({ lat: -20.883145, swapped: false });
		expect(toDegrees(7_690_000, 338_000, at)).toMatchObject({ lat: -20.883145, swapped: true });
		expect(toDegrees(0, 0, { projection: 'LAMBERT_93', departement: '01' })).toBe('outside');
	});

	it('degrees stay as they are, or turn when only that is on French ground', () => {
		expect(degrees(7.254944, 43.697073)).toEqual({ lat: 43.697073, lon: 7.254944, swapped: false });
		expect(degrees(43.697073, 7.254944)).toEqual({ lat: 43.697073, lon: 7.254944, swapped: true });
		expect(degrees(0, 0)).toBe('outside');
	});
});

describe('categories', () => {
	it('are read with the zeros a spreadsheet took, and unknown ones are not guessed', () => {
		expect([readKind('603'), readKind('1'), readKind('001')]).toEqual([
			'maison_de_sante',
			'etablissement_medico_social',
			'etablissement_medico_social'
		]);
		expect([kindOfCategory('999'), kindOfCategory('0603'), kindOfCategory('')]).toEqual([
			undefined,
			undefined,
			undefined
		]);
	});

	it.skipIf(!there && !process.env['CI'])('of the published lists are all known', () => {
		const codes = (file: string) =>
			[...new TextDecoder().decode(bytesOf(file)).matchAll(/<code>(\w+)<\/code>/g)].map(
				([, code = '']) => code
			);
		const categories = codes('finess_cs1500106_stock_20250526-0337.xml');
		const statuses = codes('finess_cs1500107_stock_20250526-0337.xml');
		expect([categories.length, statuses.length]).toEqual([312, 69]);
		expect(categories.filter((code) => kindOfCategory(code) === undefined)).toEqual([]);
		// A person is no organisation.
		expect(statuses.filter((code) => kindOfStatus(code) === undefined)).toEqual(['70']);
	});
});

// Rows and values were read with Python's csv module.
describe.skipIf(!there && !process.env['CI'])('real extracts', () => {
	it.each([
		['etalab-cs1100502-extrait-20260512.csv', 'utf-8'],
		['etalab-cs1100502-extrait-20260512.latin1.csv', 'windows-1252']
	])('%s: fourteen structures, nine with a SIRET', async (name, encoding) => {
		const table = await understand(bytesOf(name));
		expect(table.format).toBe('finess');
		expect(table).toMatchObject({
			format: 'finess',
			encoding,
			publisher: 'FINESS',
			date: '2026-05-12'
		});
		const rows = [...readStructures(table, {})];
		expect(rows).toHaveLength(14);
		expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
		expect(rows.filter(({ properties }) => properties['siret'])).toHaveLength(9);
		expect(rows[0]).toMatchObject({
			line: 2,
			name: 'CENTRE HOSPITALIER DE BOURG-EN-BRESSE FLEYRIAT',
			kind: 'hopital',
			manager: { value: '010780054' },
			properties: {
				finess: '010000024',
				siret: '26010004500012',
				codeInsee: '01451',
				commune: 'VIRIAT',
				postalCode: '01440',
				departement: '01',
				region: '84',
				foundedYear: 1979,
				description: 'Centre Hospitalier (C.H.)'
			}
		});
		const places = rows.map(({ properties: p }) => [p['codeInsee'], p['departement'], p['region']]);
		expect(places.slice(1, 6)).toEqual([
			['97701', undefined, '01'],
			['97801', undefined, '01'],
			['97801', undefined, '01'],
			['97207', '972', '02'],
			['97302', '973', '03']
		]);
		expect(places[9]).toEqual(['97606', '976', '06']);
		expect(places[11]).toEqual(['98613', undefined, undefined]);
		expect(rows[9]?.name).toBe('LIEU DE VIE ET D\'ACCUEIL "MAVOUNA MEMA 1"');
		expect(rows[4]?.name).toBe('CMPP INTERSECTORIEL ALOES');
	});

	it('one that went through a spreadsheet: zeros put back, a SIRET eaten, a point in degrees', async () => {
		const rows = await structuresOf(bytesOf('etalab-cs1100507-extrait-2016-abime-par-tableur.csv'));
		expect(rows.map(({ properties: p }) => [p['codeInsee'], p['siret'], p['foundedYear']])).toEqual(
			[
				['01053', undefined, 1979],
				['01034', undefined, 1901],
				['01004', undefined, 2013]
			]
		);
		expect(rows.map(({ eaten }) => eaten.map(({ value }) => value))).toEqual([
			['2,601E+13'],
			['2,601E+13'],
			['4,09527E+13']
		]);
		expect(rows[2]?.properties).toMatchObject({ lat: 45.963242, lon: 5.342644 });
		expect(rows[0]?.properties).not.toHaveProperty('lat');
	});
});

describe('an extract', () => {
	it('gives each structure its point, put right when X and Y were swapped, left out at sea', async () => {
		const rows = await structuresOf(
			text(
				HEAD,
				establishment(SOUND),
				establishment({ ...SOUND, 1: '010000032', 3: 'CH DE BELLEY' }),
				establishment({ ...SOUND, 1: '010002335', 3: 'PHARMACIE' }),
				'geolocalisation;010000024;6543082.9;881398.6;1,ATLASANTE,100,LAMBERT_93;2020-01-01',
				'geolocalisation;010000032;881398,6;6543082,9;LAMBERT_93;2020-01-01',
				'geolocalisation;010002335;0;0;LAMBERT_93;2020-01-01'
			)
		);
		expect(rows.map(({ properties: { lat } }) => lat)).toEqual([45.963242, 45.963242, undefined]);
		expect(rows.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
			['swapped_place'],
			[],
			['place_outside']
		]);
	});

	it('puts who manages before what is managed, and leaves a person out', async () => {
		const manager = (finess: string, status: string) => {
			const cells: Record<number, string> = { 1: finess, 2: 'LES AMIS DE BOURG', 16: status };
			const fields = Array.from({ length: 23 }, (_, i) => cells[i] ?? '');
			return ['structureej', ...fields.slice(1)].join(';');
		};
		const rows = await structuresOf(
			text(HEAD, establishment(SOUND), manager('010780054', '60'), manager('010780062', '70'))
		);
		expect(rows.map(({ line, kind }) => [line, kind])).toEqual([
			[3, 'association'],
			[4, undefined],
			[2, 'hopital']
		]);
		expect(rows[1]?.notes).toMatchObject([{ code: 'natural_person' }]);
	});

	it('refuses an unknown category where it is, and takes what a person says of it', async () => {
		const bytes = text(HEAD, establishment({ ...SOUND, 18: '999' }));
		const [row] = await structuresOf(bytes);
		expect(row).toMatchObject({
			line: 2,
			problems: [{ code: 'unknown_kind', column: 'categetab', value: '999' }]
		});
		const choices = { kinds: { 999: 'reseau' } } as const;
		expect([...readStructures(await understand(bytes, choices), choices)][0]).toMatchObject({
			kind: 'reseau',
			problems: []
		});
	});

	it('without a structure is refused', async () => {
		await expect(understand(text(HEAD))).rejects.toMatchObject({ code: 'no_rows' });
	});
});

/** As the files of 2026 are: names of the schema but for capitals, codes bare or with their system. */
const PLUS = {
	schemaVersion: 'v1.0.0',
	generatedAt: '2026-09-01T00:00:00Z',
	gco: [],
	gcc: [],
	pmej: [
		{
			informationsGeneralesPMEJ: {
				numFinessPm: '010780054',
				denominationPm: 'CH BOURG',
				denominationLonguePmSmsse: 'CENTRE HOSPITALIER DE BOURG',
				siren: '260100045',
				statutJuridique: '13',
				dateCreation: '1979-02-13'
			},
			etatObjet: { code: 'A', system: 'tre_r386' },
			adresse: [{ cogCommune: '01053', codePostal: '01000', ligneAcheminement: '01000 BOURG' }],
			ege: [
				{
					informationsGeneralesEGE: {
						numFinessEge: '010000024',
						nomEgeLong: 'CENTRE HOSPITALIER FLEYRIAT',
						siret: '26010004500012',
						dateOuverture: '1979-02-13'
					},
					categorieentiteGeographiqueExercice: '355',
					etatObjet: 'A',
					adresse: [
						{ usageAdresse: '06', cogCommune: '01004' },
						{
							usageAdresse: '03',
							cogCommune: '01451',
							codePostal: '01440',
							ligneAcheminement: 'VIRIAT',
							coordonneesGeographique: { coordonneeX: '5.208596', coordonneeY: '46.222745' }
						}
					]
				},
				{
					informationsGeneralesEGE: { numFinessEge: '010000032', nomEgeLong: 'ANCIEN' },
					categorieEntiteGeographiqueExercice: { code: '355' },
					etatObjet: 'I',
					adresse: []
				}
			]
		}
	]
};

describe('FINESS+', () => {
	it('gives each legal entity and its establishments, those that closed apart', async () => {
		const bytes = text(JSON.stringify(PLUS));
		expect(await understand(bytes)).toMatchObject({
			format: 'finess-plus',
			publisher: 'FINESS',
			date: '2026-09-01'
		});
		const rows = await structuresOf(bytes);
		expect(rows).toMatchObject([
			{
				kind: 'hopital',
				name: 'CENTRE HOSPITALIER DE BOURG',
				properties: {
					finess: '010780054',
					siren: '260100045',
					codeInsee: '01053',
					commune: 'BOURG'
				}
			},
			{
				kind: 'hopital',
				manager: { value: '010780054' },
				properties: {
					finess: '010000024',
					codeInsee: '01451',
					commune: 'VIRIAT',
					lat: 46.222745,
					lon: 5.208596
				}
			},
			{ notes: [{ code: 'closed_structure' }] }
		]);
		expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
	});

	it('cut in its middle or of another shape is refused with its reason', async () => {
		const whole = JSON.stringify(PLUS);
		const refusal = (json: string) => understand(text(json)).catch((error: unknown) => error);
		expect(await refusal(whole.slice(0, -40))).toMatchObject({ code: 'bad_json' });
		expect(await refusal('{"gcc": [], "pmej": {}}')).toMatchObject({ code: 'not_finess_plus' });
	});

	it('of any JSON is read or refused, never a crash', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), async (value) => {
				const json = { gco: [], pmej: [value, { ege: [value], adresse: [value] }] };
				const rows = await structuresOf(text(JSON.stringify(json))).catch(
					(error: unknown) => error
				);
				if (rows instanceof Error) expect(rows).toBeInstanceOf(FileRefusedError);
				else expect(rows).not.toHaveLength(0);
			}),
			{ numRuns: 100 }
		);
	});
});

it('an extract of any lines is read or refused, never a crash', async () => {
	const section = fc.constantFrom('structureet', 'structureej', 'geolocalisation', 'finess', 'x');
	const line = fc
		.tuple(section, fc.array(fc.string({ maxLength: 12 }), { maxLength: 40 }))
		.map(([name, cells]) => [name, ...cells].join(';'));
	await fc.assert(
		fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
			const read = await understand(text(HEAD, ...lines)).catch((error: unknown) => error);
			if (read instanceof Error) expect(read).toBeInstanceOf(FileRefusedError);
		}),
		{ numRuns: 200 }
	);
});
