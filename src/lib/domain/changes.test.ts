import { expect, it } from 'vitest';
import { invertChange, type Change } from './changes.ts';

const changes: Change[] = [
	{ entity: 'node', id: 'a', label: 'Actor', op: 'create', after: { name: 'A' } },
	{ entity: 'node', id: 'a', label: 'Actor', op: 'remove', before: { name: 'A' } },
	{
		entity: 'relation',
		id: 'r',
		type: 'FUNDS',
		source: 'a',
		target: 'b',
		op: 'update',
		before: { since: null },
		after: { since: '2021' }
	}
];

it('takes a creation back by removing exactly what was created', () => {
	expect(changes.slice(0, 1).map(invertChange)).toEqual(changes.slice(1, 2));
});

it('swaps the two sides of an update and keeps its ends', () => {
	expect(changes.slice(2).map(invertChange)).toEqual([
		{
			entity: 'relation',
			id: 'r',
			type: 'FUNDS',
			source: 'a',
			target: 'b',
			op: 'update',
			before: { since: '2021' },
			after: { since: null }
		}
	]);
});

it('inverted twice is itself', () => {
	for (const change of changes) expect(invertChange(invertChange(change))).toEqual(change);
});
