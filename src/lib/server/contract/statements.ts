import { expect, it } from 'vitest';
import { statementsIn } from '#lib/domain/isolation-statements.ts';
import { stateIsolation, withdrawStatement } from '../catalogue/statements.ts';
import { applied, freshRepository, undoOf, type Open } from './context.ts';
import { CREATIONS } from './fixture.ts';

const written = {
	who: 'local',
	why: 'essai',
	page: '/structures/a-far',
	at: '2026-11-23T10:00:00Z'
};
const word = {
	...{ actorId: 'a-far', says: 'exists' as const, by: 'a-far' },
	...{ reason: 'Au téléphone.', projectId: undefined }
};

export function describeStatements(open: Open): void {
	const repository = freshRepository(open);
	const said = async () => statementsIn(await repository().claimsAbout(['a-far']));

	it('keeps words for and against side by side, each once, in the history, and undoes them', async () => {
		await applied(repository(), CREATIONS);
		const denied = { ...word, says: 'denies' as const, by: 'CPTS', projectId: 'prj-nord' };
		expect(await stateIsolation(repository(), word, written)).toBe(true);
		expect(await stateIsolation(repository(), word, written)).toBe(true);
		expect(await repository().dataRevision()).toBe(2);
		const later = { ...written, at: '2026-11-24T10:00:00Z' };
		expect(await stateIsolation(repository(), denied, later)).toBe(true);
		const kept = [
			{ says: 'exists', by: 'a-far', reason: 'Au téléphone.', on: '2026-11-23' },
			{ ...{ says: 'denies', by: 'CPTS', reason: 'Au téléphone.' }, on: '2026-11-24' }
		];
		expect(await said()).toMatchObject(kept);
		expect(await repository().revision(2)).toMatchObject({
			...{ who: 'local', created: 1, origin: { kind: 'page', name: '/structures/a-far' } }
		});
		await repository().apply(await undoOf(repository(), 3));
		expect(await said()).toMatchObject(kept.slice(0, 1));
	});

	it('takes a word back, of the structure it is about alone', async () => {
		await applied(repository(), CREATIONS);
		await stateIsolation(repository(), word, written);
		const [kept] = statementsIn(await repository().claimsAbout(['a-far']));
		const claimId = kept?.claimId ?? '';
		expect(await withdrawStatement(repository(), { actorId: 'a-sud', claimId }, written)).toBe(
			false
		);
		expect(await withdrawStatement(repository(), { actorId: 'a-far', claimId }, written)).toBe(
			true
		);
		expect(await said()).toEqual([]);
		expect(await withdrawStatement(repository(), { actorId: 'a-far', claimId }, written)).toBe(
			false
		);
	});

	it('writes nothing of what is no structure, nor for what is no project', async () => {
		await applied(repository(), CREATIONS);
		for (const wrong of [
			{ actorId: 'nobody' },
			{ actorId: 'prj-nord' },
			{ actorId: 'res-locaux' },
			{ projectId: 'a-sud' },
			{ projectId: 'nowhere' }
		])
			expect(await stateIsolation(repository(), { ...word, ...wrong }, written)).toBe(false);
		expect(await repository().dataRevision()).toBe(1);
	});
}
