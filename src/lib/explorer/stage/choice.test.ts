import { describe, expect, it } from 'vitest';
import {
	chosenIds,
	MOST_CHOSEN,
	neighboursOf,
	tiesBetween,
	withChosen,
	withToggled
} from './choice.ts';

const none = { selection: undefined, others: new Set<string>() };
const node = (id: string) => ({ kind: 'node' as const, id });
const ids = (choice: typeof none | ReturnType<typeof withToggled>) => [...chosenIds(choice)];

describe('a choice of nodes', () => {
	it('grows and shrinks one node at a time, and its sheet stays open', () => {
		const two = withToggled(withToggled(none, 'a'), 'b');
		expect(two).toEqual({ selection: node('a'), others: new Set(['b']) });
		expect(withToggled(two, 'b')).toEqual({ selection: node('a'), others: new Set() });
	});

	it('opens the next sheet when the node of the open one leaves', () => {
		const two = withChosen(none, ['a', 'b', 'c']);
		expect(withToggled(two, 'a')).toEqual({ selection: node('b'), others: new Set(['c']) });
		expect(withToggled(withToggled(none, 'a'), 'a')).toEqual(none);
	});

	it('takes the place of a tie', () => {
		const tie = { selection: { kind: 'edge' as const, id: 'r' }, others: new Set<string>() };
		expect(withToggled(tie, 'a')).toEqual({ selection: node('a'), others: new Set() });
	});

	it('counts a node kept while walking once', () => {
		expect(ids({ selection: node('a'), others: new Set(['a', 'b']) })).toEqual(['a', 'b']);
	});

	it('holds no more than an address does', () => {
		const many = Array.from({ length: 500 }, (_, i) => `n${i}`);
		expect(ids(withChosen(none, many))).toHaveLength(MOST_CHOSEN);
	});
});

it('ties between chosen nodes and their neighbours', () => {
	const edges = [
		{ source: 'a', target: 'b' },
		{ source: 'b', target: 'c' },
		{ source: 'd', target: 'a' }
	];
	const chosen = new Set(['a', 'b']);
	expect(tiesBetween(chosen, edges)).toBe(1);
	expect([...neighboursOf(chosen, edges)]).toEqual(['c', 'd']);
});
