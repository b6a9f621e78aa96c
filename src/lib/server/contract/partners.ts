import { expect, it } from 'vitest';
import { refusalsIn } from '#lib/domain/partner-refusals.ts';
import { refusePartner, restorePartner } from '../catalogue/refusals.ts';
import { applied, freshRepository, type Open } from './context.ts';
import { CREATIONS } from './fixture.ts';

const written = {
	who: 'Camille',
	why: 'essai',
	page: '/structures/a-far',
	at: '2026-11-23T10:00:00Z'
};
const pair = { actorId: 'a-far', partnerId: 'a-sud' };

export function describePartners(open: Open): void {
	const repository = freshRepository(open);
	const refused = async (id: string) =>
		refusalsIn(await repository().claimsAbout([id])).map(({ partnerId, reason, by, on }) => [
			...[partnerId, reason, by, on]
		]);

	it('remembers a partner set aside with its reason, from both sides, once, in the history', async () => {
		await applied(repository(), CREATIONS);
		const about = { ...pair, reason: 'Trop loin.' };
		expect(await refusePartner(repository(), about, written)).toBe(true);
		expect(await refused('a-far')).toEqual([['a-sud', 'Trop loin.', 'Camille', '2026-11-23']]);
		expect(await refused('a-sud')).toEqual([['a-far', 'Trop loin.', 'Camille', '2026-11-23']]);
		const again = { ...pair, reason: 'Encore.' };
		expect(await refusePartner(repository(), again, written)).toBe(true);
		expect(await repository().dataRevision()).toBe(2);
		expect(await repository().revision(2)).toMatchObject({
			...{ who: 'Camille', created: 2, origin: { kind: 'page', name: '/structures/a-far' } }
		});
	});

	it('takes it back from both sides, and takes it again later', async () => {
		await applied(repository(), CREATIONS);
		const about = { ...pair, reason: 'Trop loin.' };
		await refusePartner(repository(), about, written);
		const [refusal] = refusalsIn(await repository().claimsAbout(['a-sud']));
		const claimId = refusal?.claimId ?? '';
		// Only the structure it is about takes it back.
		expect(await restorePartner(repository(), { actorId: 'a-asso', claimId }, written)).toBe(false);
		expect(await restorePartner(repository(), { actorId: 'a-sud', claimId }, written)).toBe(true);
		expect([await refused('a-far'), await refused('a-sud')]).toEqual([[], []]);
		expect(await refusePartner(repository(), about, written)).toBe(true);
		expect(await refused('a-sud')).toHaveLength(1);
	});

	it('writes nothing about what is no structure, or of one with itself', async () => {
		await applied(repository(), CREATIONS);
		for (const partnerId of ['a-far', 'nobody', 'prj-nord', 'res-locaux'])
			expect(
				await refusePartner(repository(), { ...pair, partnerId, reason: 'Non.' }, written)
			).toBe(false);
		expect(await repository().dataRevision()).toBe(1);
	});
}
