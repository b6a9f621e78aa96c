import { expect, it } from 'vitest';
import type { Change } from '#lib/domain/changes.ts';
import { createNode, createRelation, removeRelation } from '../changes/codecs.ts';
import type { Repository } from '../repository.ts';
import { allRecords, applied, freshRepository, refusal, undoOf, type Open } from './context.ts';
import { actor, changeSet, CREATIONS } from './fixture.ts';

const [LEFT, RIGHT] = [actor('z-left', 'À gauche'), actor('a-right', 'À droite')];
const TIE = { id: 'm-tie', type: 'COOPERATES_WITH', source: 'z-left', target: 'a-right' } as const;
const THREE = [[createNode(LEFT)], [createNode(RIGHT)], [createRelation(TIE)]];

const inParts = (repository: Repository, ...parts: readonly (readonly Change[])[]) =>
	repository.applyParts(
		async function* () {
			yield* parts;
		},
		() => changeSet([])
	);

const removedIds = async (repository: Repository): Promise<string[]> => {
	const ids: string[] = [];
	for await (const id of repository.removedIds()) ids.push(id);
	return ids.sort();
};

/** A revision written in parts is one like another. */
export function describeParts(open: Open): void {
	const repository = freshRepository(open);

	it('makes one revision, as if all had come at once', async () => {
		await applied(repository(), CREATIONS);
		const before = await allRecords(repository());
		const revision = await inParts(repository(), ...THREE, []);
		expect(revision).toMatchObject({ number: 2, previous: 1, created: 3, updated: 0, removed: 0 });
		expect(await repository().revision(2)).toEqual(revision);
		expect(await repository().changesOf(2)).toEqual(
			THREE.flat().sort((a, b) => (a.id < b.id ? -1 : 1))
		);
		const whole = await allRecords(repository());
		for (const { id } of THREE.flat())
			expect(await repository().historyOf(id)).toMatchObject([
				{ revision: { number: 2 }, change: { id, op: 'create' } }
			]);
		await repository().apply(await undoOf(repository(), 2));
		expect(await allRecords(repository())).toEqual(before);
		expect(await removedIds(repository())).toEqual(['a-right', 'm-tie', 'z-left']);
		await repository().apply(await undoOf(repository(), 3));
		expect(await allRecords(repository())).toEqual(whole);
		expect(await removedIds(repository())).toEqual([]);
	});

	it('writes nothing where no part changes anything', async () => {
		expect(await inParts(repository())).toBeNull();
		expect(await inParts(repository(), [], [])).toBeNull();
		expect(await repository().dataRevision()).toBe(0);
	});

	it('says of itself what is known at the end', async () => {
		let why = 'under way';
		const revision = await repository().applyParts(
			async function* () {
				yield [createNode(LEFT)];
				why = 'done';
			},
			() => ({ ...changeSet([]), why })
		);
		expect(revision?.why).toBe('done');
		expect(await repository().revisions({ limit: 1 })).toEqual([revision]);
	});

	it('takes all back when a later part is refused, or its maker gives up', async () => {
		await applied(repository(), CREATIONS);
		const before = await allRecords(repository());
		const renamed: Change = {
			...{ entity: 'node', id: 'z-left', label: 'Actor', op: 'update' },
			...{ before: { name: 'À gauche' }, after: { name: 'Ailleurs' } }
		};
		for (const [last, code] of [
			[[createRelation({ ...TIE, id: 'm-other', target: 'a-nobody' })], 'unknown_end'],
			[[renamed], 'changed_twice']
		] as const)
			expect(await refusal(inParts(repository(), ...THREE, last))).toMatchObject({
				name: 'InvalidChangeError',
				problems: [{ code }]
			});
		expect(await refusal(inParts(repository(), ...THREE, [createNode(LEFT)]))).toMatchObject({
			name: 'ConflictError'
		});
		expect(await refusal(inParts(repository(), ...THREE, [removeRelation(TIE)]))).toMatchObject({
			problems: [{ code: 'changed_twice' }]
		});
		const gaveUp = new Error('enough');
		const parts = async function* () {
			yield* THREE;
			throw gaveUp;
		};
		expect(await refusal(repository().applyParts(parts, () => changeSet([])))).toBe(gaveUp);
		expect(await allRecords(repository())).toEqual(before);
		expect(await repository().dataRevision()).toBe(1);
		expect(await inParts(repository(), ...THREE)).toMatchObject({ number: 2 });
	});
}
