import { expect, it } from 'vitest';
import { fixtureRepository, ids, type Open } from './context.ts';

/** Queries with the ids they find, best first. */
const QUERIES: readonly (readonly [string, string, readonly string[]])[] = [
	['a name without its accents', 'hopital', ['a-sud', 'a-cpts', 'a-centre', 'res-locaux']],
	['the same in capitals', 'HÔPITAL', ['a-sud', 'a-cpts', 'a-centre', 'res-locaux']],
	['an elision', "l'hôpital", ['a-sud', 'a-cpts', 'a-centre', 'res-locaux']],
	[
		'an elision in its place, communes after names',
		'de L’Hôp',
		['a-sud', 'a-centre', 'res-locaux', 'a-cpts']
	],
	['a ligature opened', 'oeuvres', ['a-asso']],
	['a ligature typed', 'œuv', ['a-asso']],
	['beginnings of words in any order', 'plain oeuv', ['a-asso']],
	['a whole name before longer ones', 'mairie', ['a-mairie']],
	['not the middle of a word', 'pital', []],
	[
		'words of the name and of the commune together',
		'hop saint',
		['a-cpts', 'a-centre', 'res-locaux']
	],
	['the commune alone', 'marseille', ['a-sud', 'res-vehicule']],
	['projects first', 'projet', ['prj-sud', 'prj-nord']],
	['sources, not territories', 'rapport etude', ['s-rapport']],
	['quotes in a name', 'l’été', ['a-alone']],
	['nothing for nothing', ' « ! » ', []],
	['nothing for an unknown word', 'hopital zzz', []]
];

export function describeSearch(open: Open): void {
	const repository = fixtureRepository(open);

	it.each(QUERIES)('finds %s', async (_, query, expected) => {
		expect(ids(await repository().search(query, 20))).toEqual(expected);
	});

	it('tells what a result is and where, and keeps to its limit after ranking', async () => {
		const [first, ...others] = await repository().search('hôpital', 1);
		expect(others).toEqual([]);
		expect(first).toEqual({
			id: 'a-sud',
			label: 'Actor',
			kind: 'hopital',
			name: 'Hôpital de la Côte',
			commune: 'Marseille',
			region: '93'
		});
		expect(await repository().search('rapport', 1)).toEqual([
			{ id: 's-rapport', label: 'Source', name: 'Rapport d’étude' }
		]);
	});
}
