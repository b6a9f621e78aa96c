import { afterEach, describe, expect, it } from 'vitest';
import type { NetworkEdge } from '#lib/network/model.ts';
import { pathsBetween, waysOf } from '#lib/network/paths.ts';
import { tie } from '#lib/network/small-networks.ts';
import { overwriteGetLocale } from './paraglide/runtime.js';
import { elides, pathSentence } from './path-sentences.ts';

const NAMES: Record<string, string> = {
	msp: 'MSP du Port',
	ccas: 'CCAS de Brume',
	asso: 'Aides',
	ville: 'Ville de Brume',
	room: 'Salle des Dunes'
};
const nodeOf = (id: string) => ({
	name: NAMES[id] ?? id,
	label: id === 'room' ? ('SharedResource' as const) : ('Actor' as const)
});
const hosts = (from: string, to: string) => tie(from, to, { type: 'HOSTS', family: 'sharing' });
const refers = (from: string, to: string) => tie(from, to, { type: 'REFERS_TO' });
const holds = (from: string) => tie(from, 'room', { type: 'HOLDS', family: 'sharing' });
const uses = (from: string) => tie(from, 'room', { type: 'USES', family: 'sharing' });

function sentence(edges: NetworkEdge[], from: string, to: string, locale: 'fr' | 'en' = 'fr') {
	overwriteGetLocale(() => locale);
	const [path] = pathsBetween(waysOf(edges), from, to);
	return path && pathSentence(path, nodeOf).replaceAll('\u202f', ' ');
}
afterEach(() => overwriteGetLocale(() => 'fr'));

describe('a way as a sentence', () => {
	it('tells a direct tie, whichever way it points', () => {
		expect(sentence([tie('msp', 'ccas')], 'ccas', 'msp')).toBe(
			'Lien direct : CCAS de Brume coopère avec MSP du Port.'
		);
		expect(sentence([hosts('ccas', 'asso')], 'asso', 'ccas')).toBe(
			'Lien direct : CCAS de Brume héberge Aides.'
		);
	});

	it('chains ties that go on with « qui »', () => {
		expect(sentence([tie('msp', 'ccas'), hosts('ccas', 'asso')], 'msp', 'asso')).toBe(
			'Par CCAS de Brume : MSP du Port coopère avec CCAS de Brume, qui héberge Aides.'
		);
	});

	it('turns a last tie that points back, with its elision', () => {
		expect(sentence([tie('msp', 'ccas'), hosts('asso', 'ccas')], 'msp', 'asso')).toBe(
			'Par CCAS de Brume : MSP du Port coopère avec CCAS de Brume, qu’Aides héberge.'
		);
		expect(sentence([tie('msp', 'ccas'), hosts('ville', 'ccas')], 'msp', 'ville')).toContain(
			'CCAS de Brume, que Ville de Brume héberge.'
		);
	});

	it('names again whoever « qui » could not stand for', () => {
		const edges = [tie('msp', 'ccas'), refers('ville', 'ccas'), hosts('ville', 'asso')];
		expect(sentence(edges, 'msp', 'asso')).toBe(
			'Par CCAS de Brume et Ville de Brume : MSP du Port coopère avec CCAS de Brume ; ' +
				'Ville de Brume oriente vers CCAS de Brume et héberge Aides.'
		);
	});

	it('makes one clause of the two ties through a shared resource', () => {
		expect(sentence([uses('msp'), holds('ville')], 'msp', 'ville')).toBe(
			'Par une ressource partagée : MSP du Port partage « Salle des Dunes » avec Ville de Brume.'
		);
		expect(sentence([uses('msp'), holds('ville'), hosts('ville', 'asso')], 'msp', 'asso')).toBe(
			'Par Ville de Brume : MSP du Port partage « Salle des Dunes » avec Ville de Brume, ' +
				'qui héberge Aides.'
		);
	});

	it('begins and ends at a resource too', () => {
		expect(sentence([holds('ville'), tie('ville', 'asso')], 'room', 'asso')).toBe(
			'Par Ville de Brume : Ville de Brume détient Salle des Dunes et coopère avec Aides.'
		);
		expect(sentence([tie('msp', 'asso'), uses('asso')], 'msp', 'room')).toBe(
			'Par Aides : MSP du Port coopère avec Aides, qui utilise Salle des Dunes.'
		);
	});

	it('says the same in English', () => {
		expect(sentence([tie('msp', 'ccas'), hosts('asso', 'ccas')], 'msp', 'asso', 'en')).toBe(
			'Through CCAS de Brume: MSP du Port cooperates with CCAS de Brume, which Aides hosts.'
		);
		expect(sentence([uses('msp'), holds('ville')], 'msp', 'ville', 'en')).toBe(
			'Through a shared resource: MSP du Port shares “Salle des Dunes” with Ville de Brume.'
		);
	});
});

describe('« que » before a name', () => {
	it.each([
		['Aides', 'qu’Aides'],
		['Établissement public de santé', 'qu’Établissement public de santé'],
		['Hôpital Nord', 'qu’Hôpital Nord'],
		['À vos soins', 'qu’À vos soins'],
		['Habitat et Humanisme', 'qu’Habitat et Humanisme'],
		['Human Santé', 'que Human Santé'],
		['Hauts-de-France', 'que Hauts-de-France'],
		['Ville de Brume', 'que Ville de Brume']
	])('%s', (name, said) => {
		expect(elides(name)).toBe(said.startsWith('qu’'));
	});
});
