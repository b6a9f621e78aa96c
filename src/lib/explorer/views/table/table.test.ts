import { describe, expect, it } from 'vitest';
import { actor, tie } from '#lib/network/small-networks.ts';
import { networkTables } from './table.ts';

const NOBODY = new Map();

describe('the tables of a network', () => {
	it('are empty when it is', () => {
		expect(networkTables([], [], NOBODY)).toEqual({ nodes: [], ties: [] });
	});
	it('say who stands apart, with no tie at all', () => {
		const apart = new Map([['a', 'no_tie' as const]]);
		const { nodes, ties } = networkTables([actor('a'), actor('b')], [], apart);
		expect(nodes.map(({ id, ties: count, apart: said }) => [id, count, said])).toEqual([
			['a', 0, 'no_tie'],
			['b', 0, undefined]
		]);
		expect(ties).toEqual([]);
	});
	it('count a tie at both ends, and leave out one whose end is not shown', () => {
		const edges = [tie('a', 'b'), tie('a', 'c'), tie('a', 'hidden')];
		const { nodes, ties } = networkTables(
			['a', 'b', 'c'].map((id) => actor(id)),
			edges,
			NOBODY
		);
		expect(nodes.map((node) => node.ties)).toEqual([2, 1, 1]);
		expect(ties.map(({ id }) => id)).toEqual(['a-b', 'a-c']);
	});
	it('order names as a French reader would, whatever their case and accents', () => {
		const names = ['Zone', 'école', 'Étape', 'Eau', 'Œuvre', 'ode', 'Çà et là', 'Cabinet'];
		const { nodes } = networkTables(
			names.map((name) => actor(name)),
			[],
			NOBODY
		);
		expect(nodes.map(({ name }) => name)).toEqual([
			'Çà et là',
			'Cabinet',
			'Eau',
			'école',
			'Étape',
			'ode',
			'Œuvre',
			'Zone'
		]);
	});
	it('order ties by family as the legend does, then by names', () => {
		const edges = [
			tie('b', 'a', { id: 'funds', family: 'funding' }),
			tie('é', 'a', { id: 'late' }),
			tie('b', 'é', { id: 'second' }),
			tie('b', 'a', { id: 'first' })
		];
		const { ties } = networkTables(
			['a', 'b', 'é'].map((id) => actor(id)),
			edges,
			NOBODY
		);
		expect(ties.map(({ id }) => id)).toEqual(['first', 'second', 'late', 'funds']);
	});
	it('keep a name of two hundred characters whole, and count sources', () => {
		const name = 'é'.repeat(200);
		const edges = [tie('a', 'b', { sources: ['s1', 's2'] })];
		const { ties } = networkTables([actor('a', { name }), actor('b')], edges, NOBODY);
		expect(ties[0]?.source.name).toBe(name);
		expect(ties[0]?.sources).toBe(2);
	});
});
