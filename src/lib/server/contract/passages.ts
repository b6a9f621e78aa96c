import { expect, it } from 'vitest';
import type { StoredPassage } from '#lib/domain/passages.ts';
import { allRecords, applied, freshRepository, type Open } from './context.ts';
import { CREATIONS } from './fixture.ts';

const first: StoredPassage = {
	dossier: 'prj-nord:pts:fr',
	passage: 'reseau.cooperations',
	version: 1,
	text: 'Nos mots « à nous »,\nsur deux lignes.\n\n<b>=1+1</b>',
	base: 'Ce que disaient les données.',
	at: '2026-11-23T10:00:00.000Z',
	who: 'Camille'
};

export function describePassages(open: Open): void {
	const repository = freshRepository(open);

	it('keeps every version of what a team writes, the newest of each passage first to be read', async () => {
		expect(await repository().passages(first.dossier)).toEqual([]);
		const second = { ...first, version: 2, text: 'Mieux dit.', who: 'Sacha' };
		const other = { ...first, passage: 'a-part.equipe', text: 'Autre passage.' };
		const english = { ...first, dossier: 'prj-nord:pts:en', text: 'Our words.' };
		for (const passage of [first, second, other, english])
			expect(await repository().savePassage(passage)).toBe(true);
		expect(await repository().passages(first.dossier)).toEqual([other, second]);
		expect(await repository().passages(english.dossier)).toEqual([english]);
		expect(await repository().passageVersions(first.dossier, first.passage)).toEqual([
			{ version: 2, at: second.at, who: 'Sacha' },
			{ version: 1, at: first.at, who: 'Camille' }
		]);
		const read = (version: number) =>
			repository().passageVersion(first.dossier, first.passage, version);
		expect([await read(1), await read(2), await read(3)]).toEqual([first, second, undefined]);
	});

	it('writes nothing that does not follow the newest version, and of two at once keeps one', async () => {
		const late = { ...first, text: 'Trop tard.' };
		expect(await repository().savePassage({ ...first, version: 2 })).toBe(false);
		expect(await repository().savePassage(first)).toBe(true);
		expect(await repository().savePassage(late)).toBe(false);
		expect(await repository().passages(first.dossier)).toEqual([first]);
		const rivals = ['A', 'B', 'C'].map((who) => ({ ...first, version: 2, who, text: who }));
		const kept = await Promise.all(rivals.map((rival) => repository().savePassage(rival)));
		expect(kept.filter(Boolean)).toHaveLength(1);
		const [newest] = await repository().passages(first.dossier);
		expect(newest?.who).toBe(rivals[kept.indexOf(true)]?.who);
	});

	it('gives a passage back to the data, and holds 200,000 characters', async () => {
		const long = { ...first, text: 'é€𝄞 '.repeat(40_000) };
		const given = { ...first, version: 2 };
		delete given.text;
		for (const passage of [long, given]) expect(await repository().savePassage(passage)).toBe(true);
		expect(await repository().passages(first.dossier)).toEqual([given]);
		expect(await repository().passageVersion(first.dossier, first.passage, 1)).toEqual(long);
	});

	it('changes no fact: no revision, no record', async () => {
		await applied(repository(), CREATIONS);
		const before = await allRecords(repository());
		expect(await repository().savePassage(first)).toBe(true);
		expect(await repository().dataRevision()).toBe(1);
		expect(await allRecords(repository())).toEqual(before);
	});
}
