import { describe, expect, it } from 'vitest';
import { readIdentifier, couldBe } from './identifiers.ts';
import { communeKey, nameKey } from './names.ts';
import { Matcher } from './matching.ts';
import { readDate, readNumber, readPeriod, readSerialDate } from './values.ts';
import { readKind, readType } from './vocabulary.ts';

describe('identifiers', () => {
	it.each([
		['siret', '732 829 320 00074', { kind: 'sound', value: '73282932000074' }],
		['siret', '73282932000075', { kind: 'wrong', value: '73282932000075' }],
		['siren', '5480120', { kind: 'wrong', value: '5480120' }],
		['finess', '10000024', { kind: 'sound', value: '010000024', restored: true }],
		['finess', '010000025', { kind: 'wrong', value: '010000025' }],
		['finess', '2A0000022', { kind: 'sound', value: '2A0000022' }],
		['rna', 'w333216789', { kind: 'sound', value: 'W333216789' }],
		['siret', '2,601E+13', { kind: 'eaten', head: '2601', digits: 14 }]
	] as const)('%s %s', (field, raw, expected) => {
		expect(readIdentifier(field, raw)).toEqual(expected);
	});

	it('a number without its digits could only be one that begins alike and is as long', () => {
		expect(couldBe('26010004500012', { head: '2601', digits: 14 })).toBe(true);
		expect(couldBe('26020004500012', { head: '2601', digits: 14 })).toBe(false);
		expect(couldBe('00260100045', { head: '2601', digits: 14 })).toBe(false);
	});
});

describe('values', () => {
	it.each([
		['14/02/2011', 'dmy', '2011-02-14'],
		['02/14/2011', 'mdy', '2011-02-14'],
		['31/02/2011', 'dmy', undefined],
		['3.4.21', 'dmy', '2021-04-03'],
		['03/2021', 'dmy', '2021-03'],
		['2021', 'dmy', '2021'],
		['1er mars 2021', 'dmy', '2021-03-01'],
		['august 2020', 'dmy', '2020-08'],
		['2021-03-14T10:00:00Z', 'dmy', '2021-03-14'],
		['demain', 'dmy', undefined]
	] as const)('date %s as %s', (raw, order, expected) => {
		expect(readDate(raw, order)).toBe(expected);
	});

	it.each([
		['12 500,50 €', ',', 12_500.5],
		['12.500,50', ',', 12_500.5],
		['12,500.50', '.', 12_500.5],
		['100000,1', '.', 100_000.1],
		['-3', '.', -3],
		['trois', '.', undefined],
		['1.2.3', '.', undefined]
	] as const)('number %s with %s', (raw, decimal, expected) => {
		expect(readNumber(raw, decimal)).toBe(expected);
	});

	it.each([
		['2017-03-30/2017-05-24', '2017'],
		['2017-12-14_2018-12-14', '2017-2018'],
		['2022-2024', '2022-2024'],
		['2024-2022', undefined],
		['NC/2019-06-30', undefined]
	])('period %s', (raw, expected) => {
		expect(readPeriod(raw, 'dmy')).toBe(expected);
	});

	it('a day a workbook shows as a number', () => {
		expect(readSerialDate('44352')).toBe('2021-06-05');
		expect(readSerialDate('2021')).toBeUndefined();
	});

	it.each([
		['Maisons de santé', 'maison_de_sante'],
		['CSAPA', 'csapa'],
		['604', 'cpts'],
		['Health centre', 'centre_de_sante'],
		['ruche', undefined]
	])('kind %s', (raw, expected) => {
		expect(readKind(raw)).toBe(expected);
	});

	it.each([
		['coopère avec', 'COOPERATES_WITH'],
		['hébergement', 'HOSTS'],
		['FUNDS', 'FUNDS'],
		['LOCATED_IN', undefined]
	])('tie %s', (raw, expected) => {
		expect(readType(raw)).toBe(expected);
	});
});

describe('names', () => {
	it.each([
		['CH de Saint-Flour', 'Centre Hospitalier St Flour'],
		['Assoc. Les Œuvres (loi 1901)', 'ASSOCIATION LES OEUVRES'],
		['M.S.P. des Tilleuls', 'MSP des Tilleuls']
	])('%s is %s', (a, b) => {
		expect(nameKey(a)).toBe(nameKey(b));
	});

	it('a commune by any of its ways', () => {
		expect(communeKey('SAINT-DENIS CEDEX 2')).toBe(communeKey('St Denis'));
		expect(communeKey('Paris 10e Arrondissement')).toBe(communeKey('PARIS 10'));
	});
});

describe('matching', () => {
	const matcher = new Matcher();
	matcher.add('ch-flour', {
		name: 'Centre hospitalier de Saint-Flour',
		commune: 'Saint-Flour',
		siret: '26150007800017'
	});
	matcher.add('cds-a', { name: 'Centre de santé', commune: 'Lens', finess: '620000257' });
	matcher.add('msp-t', { name: 'MSP des Tilleuls', commune: 'Rennes' });
	matcher.add('msp-r', { name: 'La Ruche' });

	it.each([
		[
			{ name: 'Autre nom', siret: '26150007800017' },
			{ kind: 'sure', id: 'ch-flour', why: 'siret' }
		],
		[
			{ name: 'CH St Flour', commune: 'ST FLOUR' },
			{ kind: 'sure', id: 'ch-flour', why: 'name_and_commune' }
		],
		[{ name: 'CH St Flour', commune: 'Lens' }, { kind: 'none' }],
		[
			{ name: 'MSP des Tilleul', commune: 'Rennes' },
			{ kind: 'doubt', candidates: [{ id: 'msp-t', why: 'close_name' }] }
		],
		[
			{ name: 'La Ruche', commune: 'Brest' },
			{ kind: 'doubt', candidates: [{ id: 'msp-r', why: 'name' }] }
		],
		// One establishment, one FINESS number: the same name with another is another one.
		[{ name: 'Centre de santé', commune: 'Lens', finess: '620000265' }, { kind: 'none' }],
		[
			{ name: 'CH de Saint-Flour', commune: 'Saint-Flour', siret: '26150007800025' },
			{ kind: 'doubt', candidates: [{ id: 'ch-flour', why: 'other_identifier' }] }
		]
	] as const)('%j', (row, expected) => {
		const found = matcher.match(row);
		expect(found).toEqual(expected);
	});

	it('a name alone is enough for the end of a tie when one structure has it', () => {
		expect(matcher.match({ name: 'la ruche' }, { alone: true })).toMatchObject({ id: 'msp-r' });
		expect(matcher.match({ name: 'la ruche' })).toMatchObject({ kind: 'doubt' });
	});
});
