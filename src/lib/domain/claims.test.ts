import { describe, expect, it } from 'vitest';
import { certaintyOf, sourceIdsOf, verdictOf } from './claims.ts';
import type { Claim } from './entities.ts';

let n = 0;
const claim = (over: Partial<Claim>): Claim => ({
	id: `c${n++}`,
	aboutId: 'r',
	by: 'press',
	says: 'exists',
	how: 'stated',
	...over
});
const ends = { source: 'a', target: 'b' };

describe('verdict of a relation', () => {
	it.each([
		['nobody spoke', [], 'not_asked'],
		['a third party states it', [claim({})], 'said_by_third_party'],
		['the source end states it', [claim({ by: 'a' })], 'said_by_source'],
		['the target end states it', [claim({ by: 'b' })], 'said_by_target'],
		['both ends state it', [claim({ by: 'a' }), claim({ by: 'b' })], 'said_by_both'],
		['an end outranks a third party', [claim({}), claim({ by: 'b' })], 'said_by_target'],
		[
			'an end that denies contradicts',
			[claim({ by: 'a' }), claim({ by: 'b', says: 'denies' })],
			'contradicted'
		],
		['a deduction is nobody’s statement', [claim({ by: 'a', how: 'inferred' })], 'not_asked'],
		['an outdated claim no longer speaks', [claim({ by: 'a', toCheck: true })], 'not_asked'],
		[
			'a claim about a property is not about existence',
			[claim({ by: 'a', property: 'amountEur', says: 'value' })],
			'not_asked'
		],
		[
			'saying it ended still says it was there',
			[claim({ by: 'b', says: 'ended' })],
			'said_by_target'
		]
	])('%s', (_name, claims, expected) => {
		expect(verdictOf(ends, claims)).toBe(expected);
	});
});

describe('certainty', () => {
	it('is sourced as soon as one source states it', () => {
		expect(certaintyOf([claim({ how: 'inferred' }), claim({})])).toBe('sourced');
	});
	it('is inferred when everything is deduced', () => {
		expect(certaintyOf([claim({ how: 'inferred' })])).toBe('inferred');
	});
	it('is unsourced without a claim, or with outdated or denying ones only', () => {
		expect(certaintyOf([])).toBe('unsourced');
		expect(certaintyOf([claim({ toCheck: true }), claim({ says: 'denies' })])).toBe('unsourced');
	});
});

it('lists each source once, in order', () => {
	expect(
		sourceIdsOf([
			claim({ sourceId: 's2' }),
			claim({}),
			claim({ sourceId: 's1' }),
			claim({ sourceId: 's2' })
		])
	).toEqual(['s2', 's1']);
});
