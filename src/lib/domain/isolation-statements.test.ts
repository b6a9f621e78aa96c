import { expect, it } from 'vitest';
import { isolationClaim, statementsIn } from './isolation-statements.ts';
import { isOpinion } from './opinions.ts';
import { refusalClaims } from './partner-refusals.ts';

const said = { says: 'exists' as const, by: 'CPTS', reason: 'Jointe.', on: '2026-03-01' };

it('gives back the words it keeps, the oldest first, of everywhere or of one project', () => {
	const claims = [
		isolationClaim('a', { ...said, on: '2026-04-01', token: '1', projectId: 'p' }),
		isolationClaim('a', { ...said, token: '2' })
	];
	expect(statementsIn(claims).map(({ on, projectId }) => [on, projectId])).toEqual([
		['2026-03-01', undefined],
		['2026-04-01', 'p']
	]);
	expect(statementsIn(claims, { of: 'p' })).toHaveLength(2);
	expect(statementsIn(claims, { of: 'q' })).toMatchObject([{ by: 'CPTS', reason: 'Jointe.' }]);
	expect(statementsIn(claims, { of: undefined })).toHaveLength(1);
});

it('leaves out what must be checked again and what is about something else', () => {
	const claim = isolationClaim('a', { ...said, token: '1' });
	expect(statementsIn([{ ...claim, toCheck: true }])).toEqual([]);
	expect(statementsIn([{ ...claim, property: 'name' }])).toEqual([]);
	expect(statementsIn([{ ...claim, property: undefined }])).toEqual([]);
	expect(statementsIn([{ ...claim, says: 'value', value: '"x"' }])).toEqual([]);
});

it('judges a structure without saying what it is', () => {
	const refusal = refusalClaims('a', 'b', { by: 'x', reason: 'Non.', on: '2026', token: '1' });
	const word = isolationClaim('a', { ...said, token: '1' });
	expect([word, ...refusal].every(isOpinion)).toBe(true);
	expect(isOpinion({ property: undefined })).toBe(false);
	expect(isOpinion({ property: 'commune' })).toBe(false);
});
