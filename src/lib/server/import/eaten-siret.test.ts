import { afterEach, beforeEach, expect, it } from 'vitest';
import { createNode } from '../changes/codecs.ts';
import { openMemoryRepository } from '../database.ts';
import type { Repository } from '../repository.ts';
import { previewImport, writeImport } from './import-file.ts';

const SIRET = '26010004500012';

let repository: Repository;
beforeEach(async () => {
	repository = await openMemoryRepository();
	await repository.migrate();
	await repository.apply({
		who: 'Camille',
		why: 'essai',
		at: '2025-01-01T00:00:00Z',
		origin: { kind: 'page' },
		changes: [
			createNode({
				label: 'Actor',
				id: 'hopital',
				kind: 'hopital',
				name: 'Centre hospitalier de Fleyriat',
				commune: 'Viriat',
				siret: SIRET
			})
		]
	});
});
afterEach(() => repository.close());

const table = (row: string) => ({
	name: 'mutile.csv',
	bytes: new TextEncoder().encode(`Nom;Type;Commune;SIRET\n${row}`)
});
const given = { choices: {}, who: 'Camille', skipRefused: false };
const notesOf = async (row: string, answers?: Record<string, string>) => {
	const choices = answers ? { answers } : {};
	const { outcomes } = await previewImport(repository, table(row), { ...given, choices });
	return outcomes.map(({ id, action, notes }) => ({
		id,
		action,
		notes: notes.map(({ code, value, params }) => [code, value, params?.['now']])
	}));
};

it.each([
	['2,6E+13', 'CH de Fleyriat', 'VIRIAT'],
	['2,601E+13', 'Centre hospitalier de Fleyriat', 'Viriat'],
	['2.60100045E13', 'CENTRE HOSPITALIER FLEYRIAT', 'Viriat CEDEX']
])(
	'%s is the SIRET we have, where %s in %s says that it is the same',
	async (eaten, name, commune) => {
		expect(await notesOf(`${name};hôpital;${commune};${eaten}`)).toEqual([
			{ id: 'hopital', action: 'confirm', notes: [['repaired_siret', eaten, SIRET]] }
		]);
	}
);

it.each([
	['the commune is another', 'Centre hospitalier de Fleyriat;hôpital;Bourg-en-Bresse;2,6E+13'],
	[
		'the digits left are of another number',
		'Centre hospitalier de Fleyriat;hôpital;Viriat;3,1E+13'
	],
	['as many digits are not left', 'Centre hospitalier de Fleyriat;hôpital;Viriat;2,6E+8'],
	['nobody is known by that name there', 'Clinique des Tilleuls;hôpital;Viriat;2,6E+13']
])('it stays lost where %s', async (_, row) => {
	const [outcome] = await notesOf(row);
	expect(outcome?.notes.map(([code]) => code)).toEqual(['eaten_number']);
});

it('a person’s answer says who it is, and gives no number back: the commune does not confirm it', async () => {
	const row = 'Centre hospitalier de Fleyriat;hôpital;;2,6E+13';
	const [asked] = await notesOf(row);
	expect(asked?.action).toBe('ask');
	const [answered] = await notesOf(row, { '2': 'hopital' });
	expect(answered).toMatchObject({
		id: 'hopital',
		notes: [['eaten_number', '2,6E+13', undefined]]
	});
});

it('what a spreadsheet left of a number is never written', async () => {
	for (const row of [
		'Clinique des Tilleuls;hôpital;Viriat;2,6E+13',
		'Centre hospitalier de Fleyriat;hôpital;Viriat;3,1E+13'
	])
		await writeImport(repository, table(row), given);
	const numbers: unknown[] = [];
	for await (const { properties } of repository.records())
		if ('siret' in properties || properties['property'] === 'siret')
			numbers.push(properties['siret'] ?? properties['value']);
	expect(numbers).toEqual([SIRET]);
});
