import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Network, NetworkEdge } from './model.ts';
import { actor, network, tie } from './small-networks.ts';
import { countChanges, tieChanges } from './tie-changes.ts';

const people = ['a', 'b', 'c'].map((id) => actor(id));
const of = (...edges: NetworkEdge[]): Network => network(people, edges);
const kinds = (before: Network, after: Network) =>
	tieChanges(before, after).map(({ kind, edge }) => `${kind} ${edge.id}`);
const over = { status: 'ended' as const };

it('tells what appeared, ended, left the data, and was sourced, contested or confirmed', () => {
	const before = of(
		tie('a', 'b'),
		tie('b', 'c'),
		tie('a', 'c', { certainty: 'inferred', verdict: 'not_asked' }),
		tie('c', 'a', { verdict: 'said_by_source' })
	);
	const after = of(
		tie('a', 'b', over),
		tie('a', 'c', { verdict: 'contradicted' }),
		tie('c', 'a', { verdict: 'said_by_both' }),
		tie('b', 'a', { certainty: 'unsourced' })
	);
	expect(kinds(before, after)).toEqual([
		'appeared b-a',
		'ended a-b',
		'withdrawn b-c',
		'sourced a-c',
		'contested a-c',
		'confirmed c-a'
	]);
	expect(countChanges(tieChanges(before, after))).toEqual({
		...{ appeared: 1, ended: 1, withdrawn: 1, sourced: 1, contested: 1, confirmed: 1 }
	});
});

it('says nothing of what was already over, nor of the proofs of what has just appeared', () => {
	expect(kinds(of(tie('a', 'b', over)), of())).toEqual([]);
	expect(kinds(of(), of(tie('a', 'b', { verdict: 'said_by_both' })))).toEqual(['appeared a-b']);
	expect(kinds(of(), of(tie('a', 'b', over)))).toEqual([]);
	expect(kinds(of(tie('a', 'b', { status: 'to_check' })), of(tie('a', 'b')))).toEqual([
		'appeared a-b'
	]);
	expect(kinds(network([], []), network([], []))).toEqual([]);
});

const EDGES = fc.uniqueArray(
	fc.record({
		at: fc.nat(8),
		status: fc.constantFrom('current' as const, 'ended' as const, 'to_check' as const),
		certainty: fc.constantFrom('sourced' as const, 'inferred' as const),
		verdict: fc.constantFrom('said_by_both' as const, 'contradicted' as const, 'not_asked' as const)
	}),
	{ selector: ({ at }) => at }
);
const PICTURES = EDGES.map((edges) =>
	of(...edges.map(({ at, ...more }) => tie('a', 'b', { id: `t${at}`, ...more })))
);

it('finds nothing between a picture and itself, and turns round with the pictures', () => {
	fc.assert(
		fc.property(PICTURES, PICTURES, (one, other) => {
			expect(tieChanges(one, one)).toEqual([]);
			const there = countChanges(tieChanges(one, other));
			const back = countChanges(tieChanges(other, one));
			expect(back.ended + back.withdrawn).toBe(there.appeared);
			expect(there.ended + there.withdrawn).toBe(back.appeared);
		})
	);
});
