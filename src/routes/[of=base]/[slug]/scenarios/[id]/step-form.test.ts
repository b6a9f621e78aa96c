import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryRepository } from '#lib/server/database.ts';
import type { Repository } from '#lib/server/repository.ts';
import { fillStarter } from '#lib/server/starter.ts';
import {
	circumstancesOf,
	dateOf,
	stepOf,
	WrongForm,
	type FormContext
} from './step-form.server.ts';
import type { FormName } from '#lib/explorer/planning/forms/fields.ts';

let repository: Repository;
beforeAll(async () => {
	repository = await openMemoryRepository();
	await repository.migrate();
	await fillStarter(repository);
}, 60_000);
afterAll(() => repository.close());

const form = (fields: Record<string, string | string[]>): FormData => {
	const data = new FormData();
	for (const [name, values] of Object.entries(fields))
		for (const value of [values].flat()) data.append(name, value);
	return data;
};
const context = (): FormContext => ({
	repository,
	base: { kind: 'project', id: 'prj-place-sante' },
	communes: ['Strasbourg'],
	isKnown: (id) => ['a', 'b', 'res', 'prj-place-sante'].includes(id),
	isRelation: (id) => id === 'rel'
});
const planned = async (name: FormName, fields: Record<string, string | string[]>) =>
	(await stepOf(name, form(fields), context())).change;
const refused = (name: FormName, fields: Record<string, string | string[]>) =>
	expect(planned(name, fields)).rejects;

describe('a date', () => {
	it.each([
		['', undefined],
		['2027', '2027'],
		['2027-03', '2027-03'],
		['3/2027', '2027-03'],
		['1/3/2027', '2027-03-01'],
		['14/03/2027', '2027-03-14']
	])('reads « %s »', (text, expected) => expect(dateOf(text)).toBe(expected));
	it.each(['demain', '31/02/2027', '2027-13', '03-2027'])('refuses « %s »', (text) =>
		expect(() => dateOf(text)).toThrow(WrongForm)
	);
});

describe('a form', () => {
	it('plans a structure with its part in the project and a first partner', async () => {
		const change = await planned('structure', {
			...{ name: ' Médiation ', kind: 'association', commune: 'Lens', role: 'TAKES_PART_IN' },
			with: 'a'
		});
		expect(change).toMatchObject({
			op: 'add',
			node: { label: 'Actor', name: 'Médiation', kind: 'association', commune: 'Lens' },
			relations: [
				{ type: 'TAKES_PART_IN', target: 'prj-place-sante', projectId: 'prj-place-sante' },
				{ type: 'COOPERATES_WITH', target: 'a' }
			]
		});
	});

	it('plans a post held by one and used by others, once each', async () => {
		const change = await planned('ressource', {
			...{ name: 'Médiatrice', kind: 'personnel_partage', capacity: '0,5 ETP', holder: 'a' },
			users: ['a', 'b', 'b', 'nobody']
		});
		expect(change).toMatchObject({
			node: { label: 'SharedResource', capacity: '0,5 ETP' },
			relations: [
				{ type: 'HOLDS', source: 'a' },
				{ type: 'USES', source: 'b' }
			]
		});
	});

	it('plans money by its stage, from a known payer or a new one', async () => {
		const money = { target: 'prj-place-sante', amount: '12 000,50 €', period: '2027 – 2029' };
		expect(await planned('financement', { ...money, source: 'a', stage: 'asked' })).toMatchObject({
			op: 'tie',
			relation: { type: 'FUNDS', amountEur: 12000.5, amountPeriod: '2027-2029', stage: 'asked' }
		});
		const change = await planned('financement', {
			...{ ...money, name: 'Fondation', kind: 'fondation', stage: 'granted' }
		});
		expect(change).toMatchObject({ op: 'add', node: { label: 'Funder', name: 'Fondation' } });
	});

	it('finds a structure of the directory by its whole name', async () => {
		const { items } = await repository.list({ labels: ['Actor'] }, { limit: 1 });
		const [{ id = '', name = '' } = {}] = items;
		const tie = { source: 'a', type: 'REFERS_TO' };
		expect(await planned('lien', { ...tie, other: name.toUpperCase() })).toMatchObject({
			relation: { source: 'a', target: id, type: 'REFERS_TO' }
		});
		await refused('lien', { ...tie, other: 'Zzyx' }).toThrow(/Aucune structure/);
		await refused('lien', { ...tie, other: 'cpts' }).toThrow(/Plusieurs structures/);
	});

	it('plans an end and a territory', async () => {
		expect(await planned('fin', { what: 'rel' })).toEqual({
			...{ op: 'end', entity: 'relation', id: 'rel' }
		});
		expect(await planned('fin', { what: 'b' })).toEqual({ op: 'end', entity: 'node', id: 'b' });
		expect(await planned('territoire', { communes: 'Lens, Arras\nLens' })).toMatchObject({
			op: 'modify',
			before: { communes: ['Strasbourg'] },
			after: { communes: ['Lens', 'Arras'] }
		});
		await refused('territoire', { communes: ' Strasbourg ' }).toThrow(/Rien ne change/);
		await refused('fin', { what: 'prj-place-sante' }).toThrow(/prend fin/);
	});

	it('says what to correct', async () => {
		const structure = { name: 'X', kind: 'association', role: 'LEADS' };
		await refused('structure', { ...structure, name: ' ' }).toThrow(/^Nom/);
		await refused('structure', { ...structure, kind: 'ars' }).toThrow(/Type/);
		await refused('structure', { ...structure, when: 'bientôt' }).toThrow(/n’est pas une date/);
		await refused('structure', { ...structure, note: 'x'.repeat(200_000) }).toThrow(/trop long/);
		const money = { source: 'a', target: 'b', stage: 'asked' };
		await refused('financement', { ...money, amount: 'beaucoup' }).toThrow(/montant/);
		await refused('financement', { ...money, period: 'bientôt' }).toThrow(/Années couvertes/);
		await refused('lien', { source: 'nobody', type: 'HOSTS', target: 'a' }).toThrow(/De/);
	});

	it('takes what is said around it, hoped for unless told', () => {
		expect(circumstancesOf(form({ who: ' La mairie ', when: '2027' }))).toEqual({
			...{ who: 'La mairie', when: '2027', agreement: 'hoped' }
		});
	});
});
