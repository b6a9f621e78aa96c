import { expect, it } from 'vitest';
import type { Change } from '#lib/domain/changes.ts';
import { graphAt } from '../catalogue/past.ts';
import { createNode, removeNode } from '../changes/codecs.ts';
import { applied, freshRepository, ids, undoOf, type Open } from './context.ts';
import { CREATIONS, actor, changeSet } from './fixture.ts';

const rename = (before: string, after: string): Change => ({
	entity: 'node',
	id: 'a-1',
	label: 'Actor',
	op: 'update',
	before: { name: before },
	after: { name: after }
});

export function describeHistory(open: Open): void {
	const repository = freshRepository(open);

	it('tells the whole life of one record, newest first, even once removed', async () => {
		await applied(repository(), [createNode(actor('a-1', 'Un'))]);
		await applied(repository(), CREATIONS);
		await applied(repository(), [rename('Un', 'Deux'), createNode(actor('a-2', 'Autre'))]);
		await applied(repository(), [removeNode(actor('a-1', 'Deux'))]);
		const life = await repository().historyOf('a-1');
		expect(life.map(({ revision, change }) => [revision.number, change])).toEqual([
			[4, removeNode(actor('a-1', 'Deux'))],
			[3, rename('Un', 'Deux')],
			[1, createNode(actor('a-1', 'Un'))]
		]);
		await repository().apply(await undoOf(repository(), 4));
		const again = await repository().historyOf('a-1');
		expect(again.map(({ revision, change }) => [revision.number, change.op])).toEqual([
			[5, 'create'],
			[4, 'remove'],
			[3, 'update'],
			[1, 'create']
		]);
		expect(again[0]?.revision.origin).toEqual({ kind: 'undo', revision: 4 });
		expect(await repository().historyOf('never-seen')).toEqual([]);
	});

	it('goes back to what it was: every change since is taken back', async () => {
		const everything = () => repository().slice({ kind: 'all' });
		await applied(repository(), CREATIONS);
		const first = await everything();
		await applied(repository(), [
			{
				entity: 'relation',
				id: 'r-coop',
				type: 'COOPERATES_WITH',
				source: 'a-centre',
				target: 'a-asso',
				op: 'update',
				before: { since: '2019', until: null },
				after: { since: '2018', until: '2024' }
			},
			createNode(actor('a-new', 'Nouvelle'))
		]);
		const second = await everything();
		await applied(repository(), [removeNode(actor('a-new', 'Nouvelle'))]);
		expect(await graphAt(repository(), 3)).toEqual(await everything());
		expect(await graphAt(repository(), 2)).toEqual(second);
		expect(await graphAt(repository(), 1)).toEqual(first);
		expect(await graphAt(repository(), 0)).toEqual({
			...{ revision: 0, nodes: [], relations: [], claims: [] }
		});
		expect(await graphAt(repository(), 4)).toBeUndefined();
	});

	it('finds a relation and a claim it marked in the same revision', async () => {
		await applied(repository(), CREATIONS);
		await applied(repository(), [
			{
				entity: 'relation',
				id: 'r-coop',
				type: 'COOPERATES_WITH',
				source: 'a-centre',
				target: 'a-asso',
				op: 'update',
				before: { since: '2019' },
				after: { since: '2018' }
			}
		]);
		for (const id of ['r-coop', 'c-coop-1']) {
			const life = await repository().historyOf(id);
			expect(life.map(({ revision }) => revision.number)).toEqual([2, 1]);
		}
		expect(ids((await repository().changesOf(2)) ?? [])).toEqual([
			'c-coop-1',
			'c-coop-2',
			'r-coop'
		]);
	});

	it('keeps the changes of a revision, by id and without what did not change', async () => {
		await applied(repository(), [...CREATIONS].reverse());
		const kept = await repository().changesOf(1);
		expect(kept).toEqual([...CREATIONS].sort((a, b) => (a.id < b.id ? -1 : 1)));
		expect(await repository().changesOf(2)).toBeUndefined();
		await applied(repository(), [
			{
				entity: 'node',
				id: 'a-far',
				label: 'Actor',
				op: 'update',
				before: { name: 'Maison de santé du Far', region: '76' },
				after: { name: 'Maison du Far', region: '76' }
			}
		]);
		expect(await repository().changesOf(2)).toEqual([
			{
				entity: 'node',
				id: 'a-far',
				label: 'Actor',
				op: 'update',
				before: { name: 'Maison de santé du Far' },
				after: { name: 'Maison du Far' }
			}
		]);
	});

	it('keeps a revision of thousands of changes, and finds one record in it', async () => {
		const many = Array.from({ length: 2300 }, (_, index) =>
			createNode(actor(`a-${String(index).padStart(5, '0')}`, `Acteur n° ${index}`))
		);
		const revision = await applied(repository(), many);
		expect(revision.created).toBe(2300);
		expect(await repository().changesOf(1)).toEqual(many);
		for (const index of [0, 499, 500, 1234, 2299]) {
			const id = `a-${String(index).padStart(5, '0')}`;
			expect(await repository().historyOf(id)).toEqual([{ revision, change: many[index] }]);
		}
	});

	it('pages through revisions, newest first', async () => {
		for (let n = 1; n <= 5; n++)
			await repository().apply(
				changeSet([createNode(actor(`a-${n}`, `n° ${n}`))], { why: `pas ${n}` })
			);
		const numbers = async (options: { limit: number; before?: number }) =>
			(await repository().revisions(options)).map(({ number }) => number);
		expect(await numbers({ limit: 2 })).toEqual([5, 4]);
		expect(await numbers({ limit: 2, before: 4 })).toEqual([3, 2]);
		expect(await numbers({ limit: 9, before: 2 })).toEqual([1]);
		expect(await numbers({ limit: 9, before: 1 })).toEqual([]);
		expect(await repository().revision(3)).toMatchObject({ number: 3, previous: 2, why: 'pas 3' });
		expect(await repository().revision(6)).toBeUndefined();
	});
}
