import { afterEach, describe, expect, it } from 'vitest';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { overwriteGetLocale } from './paraglide/runtime.js';
import { tieFacts, tiePeriod, tieSentence, tieVerb, type TieEnd } from './tie-sentences.ts';

const speak = (locale: 'fr' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('fr'));

const end = (name: string, label: TieEnd['label'] = 'Actor'): TieEnd => ({ name, label });
const said = (type: RelationType, target: TieEnd): string => {
	const { verb, join, close } = tieVerb(type, target);
	return `${verb}${join}${target.name}${close}`;
};

describe('a verb and the name after it, in French', () => {
	it.each([
		['COOPERATES_WITH', end('Aides'), 'coopère avec Aides'],
		['MEMBER_OF', end('Aides'), 'est membre d’Aides'],
		['MEMBER_OF', end('La Marée'), 'est membre de La Marée'],
		['MEMBER_OF', end('Hôtel Social 93'), 'est membre d’Hôtel Social 93'],
		['MEMBER_OF', end('Hautes Terres'), 'est membre de Hautes Terres'],
		['GOVERNS', end('Le Ravi'), 'siège à la gouvernance de « Le Ravi »'],
		['OVERSEEN_BY', end('ARS Bretagne', 'ArsRegion'), 'est du ressort de l’ARS Bretagne'],
		['TAKES_PART_IN', end('Contrat de Brume', 'HealthProject'), 'participe à « Contrat de Brume »'],
		['LEADS', end('Contrat de Brume', 'HealthProject'), 'porte Contrat de Brume']
	] as const)('%s', (type, target, words) => {
		expect(said(type, target).replaceAll('\u202f', ' ')).toBe(words);
	});
	it('is left alone in English', () => {
		speak('en');
		expect(said('MEMBER_OF', end('Aides'))).toBe('is a member of Aides');
		expect(said('TAKES_PART_IN', end('Le Port', 'HealthProject'))).toBe('takes part in Le Port');
	});
});

describe('when', () => {
	const when = (since?: string, until?: string, status: 'current' | 'planned' = 'current') =>
		tiePeriod({ since, until, status });
	it('takes the little words its dates ask for', () => {
		expect(when('2019')).toBe('depuis 2019');
		expect(when('2019-04')).toBe('depuis avril 2019');
		expect(when('2019-04-01')).toBe('depuis le 1er avril 2019');
		expect(when('2019-04', '2021-08')).toBe('d’avril 2019 à août 2021');
		expect(when('2019-03-14', '2021-08-02')).toBe('du 14 mars 2019 au 2 août 2021');
		expect(when('2019', '2019')).toBe('en 2019');
		expect(when('2019-03-14', '2019-03-14')).toBe('le 14 mars 2019');
		expect(when(undefined, '2021')).toBe('jusqu’à 2021');
		expect(when(undefined, '2021-03-14')).toBe('jusqu’au 14 mars 2021');
		expect(when('2030', undefined, 'planned')).toBe('à partir de 2030');
		expect(when('2030-10-01', undefined, 'planned')).toBe('à partir du 1er octobre 2030');
		expect(when()).toBe('date inconnue');
	});
	it('is said in English too', () => {
		speak('en');
		expect(when('2019-03-14', '2021')).toBe('from 14 March 2019 to 2021');
		expect(when('2030', undefined, 'planned')).toBe('starting from 2030');
	});
});

const TIE = {
	type: 'FUNDS',
	status: 'ended',
	certainty: 'sourced',
	verdict: 'said_by_target',
	since: '2018',
	until: '2020',
	amountEur: 12_000,
	stage: 'paid'
} as const;

it('says how much, and at which stage', () => {
	const plain = (text: string): string => text.replace(/[\u202f\u00a0]/gu, ' ');
	expect(plain(tieFacts(TIE))).toBe(', de 2018 à 2020, 12 000 € (versé)');
	expect(tieFacts({ ...TIE, amountEur: undefined })).toBe(', de 2018 à 2020, versé');
});

it('says the whole tie: who, what, whom, when, how sure, and who says so', () => {
	const plain = { ...TIE, amountEur: undefined, stage: undefined };
	expect(tieSentence(plain, end('Fondation Brume', 'Funder'), end('La Marée'))).toBe(
		'Fondation Brume finance La Marée, de 2018 à 2020. Terminé, sourcé, dit par La Marée.'
	);
});
