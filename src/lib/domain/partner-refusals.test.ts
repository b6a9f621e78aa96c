import { expect, it } from 'vitest';
import { refusalClaims, refusalsIn, sidesOf } from './partner-refusals.ts';
import { parseClaim } from './schema/claim.ts';

const claims = refusalClaims('a', 'b', {
	by: 'local',
	reason: 'Elles ne sont plus en lien.',
	on: '2026-11-23',
	token: '0f3a'
});

it('is said of both sides, by claims the domain takes', () => {
	expect(claims.map(({ aboutId }) => aboutId)).toEqual(['a', 'b']);
	for (const claim of claims) expect(parseClaim(claim)).toMatchObject({ ok: true });
	expect(sidesOf(claims[1]?.id ?? '')).toEqual(claims.map(({ id }) => id));
});

it('is read back with its reason, who and when; other claims say nothing of partners', () => {
	const [about] = claims;
	expect(refusalsIn(about ? [about] : [])).toEqual([
		{
			...{ claimId: 'refus-0f3a-a', partnerId: 'b', reason: 'Elles ne sont plus en lien.' },
			...{ by: 'local', on: '2026-11-23' }
		}
	]);
	if (about) {
		expect(refusalsIn([{ ...about, toCheck: true }])).toEqual([]);
		expect(refusalsIn([{ ...about, says: 'exists' }])).toEqual([]);
		expect(refusalsIn([{ ...about, property: undefined }])).toEqual([]);
	}
});
