import { describe, expect, it } from 'vitest';
import { isolatedStructures } from './isolation.ts';
import type { Network, NetworkEdge } from './model.ts';
import { actor, network, tie } from './small-networks.ts';
import { horizontalTies } from './ties.ts';

const uses = (a: string, more: Partial<NetworkEdge> = {}) =>
	tie(a, 'r', { type: 'USES', family: 'sharing', ...more });
const classes = (n: Network) => isolatedStructures(n).map((r) => [r.actorId, r.class]);
const pairs = (n: Network) => horizontalTies(n).map((t) => [t.a, t.b].sort().join('+'));

describe('horizontalTies', () => {
	const resource = actor('r', { label: 'SharedResource', group: 'resource' });
	const nodes = [...['a', 'b', 'c'].map((id) => actor(id)), resource];

	it('ties the holder to each user, users to one another only when no holder is known', () => {
		const held = tie('a', 'r', { type: 'HOLDS', family: 'sharing' });
		expect(pairs(network(nodes, [held, uses('b'), uses('c')]))).toEqual(['a+b', 'a+c']);
		expect(pairs(network(nodes, [uses('b'), uses('c')]))).toEqual(['b+c']);
		expect(pairs(network(nodes, [held]))).toEqual([]);
	});
	it('forgets what has ended', () => {
		expect(pairs(network(nodes, [tie('a', 'b', { status: 'ended' })]))).toEqual([]);
	});
});

describe('isolatedStructures', () => {
	const four = ['a', 'b', 'c', 'd'].map((id) => actor(id));
	const triangle = [tie('a', 'b'), tie('b', 'c'), tie('a', 'c')];

	it('tells the classes apart', () => {
		const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => actor(id));
		const paid = tie('a', 'g', { type: 'FUNDS', family: 'funding', horizontal: false });
		expect(classes(network(nodes, [...triangle, tie('c', 'd'), tie('e', 'f'), paid]))).toEqual([
			['d', 'single_bridge'],
			['e', 'detached_group'],
			['f', 'detached_group'],
			['g', 'no_horizontal_tie'],
			['h', 'no_tie']
		]);
	});
	it('does not call a deduced oversight a tie', () => {
		const ars = actor('z', { label: 'ArsRegion', group: 'ars', member: false });
		const under = (certainty: NetworkEdge['certainty']) =>
			tie('d', 'z', { type: 'OVERSEEN_BY', family: 'oversight', horizontal: false, certainty });
		expect(classes(network([...four, ars], [...triangle, under('inferred')]))).toEqual([
			['d', 'no_tie']
		]);
		expect(classes(network([...four, ars], [...triangle, under('sourced')]))).toEqual([
			['d', 'no_horizontal_tie']
		]);
	});
	it('judges neither funders nor the halo, nor lets the halo change a class', () => {
		const beside = [...four, actor('h', { member: false }), actor('i', { label: 'Funder' })];
		expect(classes(network(beside, [...triangle, tie('d', 'h')]))).toEqual([['d', 'no_tie']]);
	});
});
