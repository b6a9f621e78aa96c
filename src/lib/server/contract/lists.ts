import { expect, it } from 'vitest';
import { foldText } from '#lib/domain/text.ts';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import type { ListFilter } from '../repository.ts';
import { fixtureRepository, ids, type Open } from './context.ts';
import { NODES } from './fixture.ts';

const ORGANISATIONS = ['Actor', 'Funder', 'ArsRegion'] as const;

/** Filters with the ids they find, by folded name. */
const FILTERS: readonly (readonly [string, ListFilter, readonly string[]])[] = [
	['nothing without labels', { labels: [] }, []],
	[
		'organisations',
		{ labels: ORGANISATIONS },
		['ars-11', 'f-banque', 'a-centre', 'a-cpts', 'a-alone', 'a-sud', 'a-asso', 'a-mairie', 'a-far']
	],
	['kinds', { labels: ORGANISATIONS, kinds: ['cpts', 'ars'] }, ['ars-11', 'a-cpts']],
	['no kind at all', { labels: ORGANISATIONS, kinds: [] }, []],
	['a region', { labels: ['HealthProject'], region: '93' }, ['prj-sud']],
	[
		'a département',
		{ labels: [...ORGANISATIONS, 'SharedResource'], departement: '93' },
		['a-centre', 'a-cpts', 'res-locaux']
	],
	['the social economy', { labels: ORGANISATIONS, ess: true }, ['a-centre', 'a-alone']],
	['what is known not to be in it', { labels: ORGANISATIONS, ess: false }, ['a-asso']],
	['words of the name', { labels: ORGANISATIONS, text: 'SANTE d' }, ['a-centre', 'a-far']],
	['not words of the commune', { labels: ORGANISATIONS, text: 'Marseille' }, []],
	[
		'an elision',
		{ labels: ['Actor', 'SharedResource'], text: 'l’hôp' },
		['a-centre', 'a-cpts', 'a-sud', 'res-locaux']
	],
	['a blank text as no text', { labels: ['HealthProject'], text: ' ! ' }, ['prj-nord', 'prj-sud']],
	['all at once', { labels: ['Actor'], region: '11', ess: true, text: 'ete' }, ['a-alone']]
];

export function describeLists(open: Open): void {
	const repository = fixtureRepository(open);

	it.each(FILTERS)('lists %s', async (_, filter, expected) => {
		const { items, nextCursor } = await repository().list(filter, { limit: 100 });
		expect(ids(items)).toEqual(expected);
		expect(nextCursor).toBeUndefined();
		expect((await repository().count(filter)).total).toBe(expected.length);
	});

	it('pages to the end without missing or repeating any', async () => {
		const filter: ListFilter = { labels: NODE_LABELS };
		const whole = await repository().list(filter, { limit: 100 });
		const byName = [...NODES].sort((a, b) => {
			const [nameA, nameB] = [foldText(a.name), foldText(b.name)];
			return nameA === nameB ? (a.id < b.id ? -1 : 1) : nameA < nameB ? -1 : 1;
		});
		expect(whole.items).toEqual(byName);
		for (const limit of [1, 3, 5, NODES.length - 1, NODES.length]) {
			const found: string[] = [];
			let cursor: string | undefined;
			do {
				const page = await repository().list(filter, { limit, cursor });
				expect(page.items.length).toBeLessThanOrEqual(limit);
				found.push(...ids(page.items));
				cursor = page.nextCursor;
			} while (cursor !== undefined);
			expect(found).toEqual(ids(byName));
		}
	});

	it('counts in all and by label, kind and region', async () => {
		const labels = ['Actor', 'SharedResource', 'Source'] as const;
		expect(await repository().count({ labels })).toEqual({
			total: 11,
			byLabel: { Actor: 7, SharedResource: 2, Source: 2 },
			byKind: {
				association: 1,
				centre_de_sante: 1,
				collectivite: 1,
				cpts: 1,
				equipe_mobile: 1,
				hopital: 1,
				locaux: 1,
				maison_de_sante: 1,
				vehicule: 1
			},
			byRegion: { '11': 5, '76': 1, '93': 2 }
		});
	});
}
