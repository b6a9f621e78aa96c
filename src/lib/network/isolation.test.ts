import { describe, expect, it } from 'vitest';
import { isolatedStructures } from './isolation.ts';
import type { Network, NetworkEdge, NetworkNode } from './model.ts';
import { horizontalTies } from './ties.ts';

const node = (id: string, more: Partial<NetworkNode> = {}): NetworkNode => ({
	id,
	label: 'Actor',
	kind: 'association',
	name: id,
	group: 'civil_society',
	member: true,
	...more
});
const edge = (source: string, target: string, more: Partial<NetworkEdge> = {}): NetworkEdge => ({
	id: `${source}>${target}`,
	type: 'COOPERATES_WITH',
	family: 'cooperation',
	source,
	target,
	horizontal: true,
	status: 'current',
	certainty: 'sourced',
	verdict: 'not_asked',
	sources: [],
	...more
});
const uses = (a: string, more: Partial<NetworkEdge> = {}) =>
	edge(a, 'r', { type: 'USES', family: 'sharing', ...more });
const network = (nodes: NetworkNode[], edges: NetworkEdge[]): Network => ({
	scope: { kind: 'all' },
	day: '2026-01-01',
	revision: 1,
	nodes,
	edges,
	documented: true
});
const classes = (n: Network) => isolatedStructures(n).map((r) => [r.actorId, r.class]);
const pairs = (n: Network) => horizontalTies(n).map((t) => [t.a, t.b].sort().join('+'));

describe('horizontalTies', () => {
	const resource = node('r', { label: 'SharedResource', group: 'resource' });
	const nodes = [...['a', 'b', 'c'].map((id) => node(id)), resource];

	it('ties the holder to each user, users to one another only when no holder is known', () => {
		const held = edge('a', 'r', { type: 'HOLDS', family: 'sharing' });
		expect(pairs(network(nodes, [held, uses('b'), uses('c')]))).toEqual(['a+b', 'a+c']);
		expect(pairs(network(nodes, [uses('b'), uses('c')]))).toEqual(['b+c']);
		expect(pairs(network(nodes, [held]))).toEqual([]);
	});
	it('forgets what has ended', () => {
		expect(pairs(network(nodes, [edge('a', 'b', { status: 'ended' })]))).toEqual([]);
	});
});

describe('isolatedStructures', () => {
	const four = ['a', 'b', 'c', 'd'].map((id) => node(id));
	const triangle = [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')];

	it('tells the classes apart', () => {
		const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => node(id));
		const paid = edge('a', 'g', { type: 'FUNDS', family: 'funding', horizontal: false });
		expect(classes(network(nodes, [...triangle, edge('c', 'd'), edge('e', 'f'), paid]))).toEqual([
			['d', 'single_bridge'],
			['e', 'detached_group'],
			['f', 'detached_group'],
			['g', 'no_horizontal_tie'],
			['h', 'no_tie']
		]);
	});
	it('does not call a deduced oversight a tie', () => {
		const ars = node('z', { label: 'ArsRegion', group: 'ars', member: false });
		const under = (certainty: NetworkEdge['certainty']) =>
			edge('d', 'z', { type: 'OVERSEEN_BY', family: 'oversight', horizontal: false, certainty });
		expect(classes(network([...four, ars], [...triangle, under('inferred')]))).toEqual([
			['d', 'no_tie']
		]);
		expect(classes(network([...four, ars], [...triangle, under('sourced')]))).toEqual([
			['d', 'no_horizontal_tie']
		]);
	});
	it('judges neither funders nor the halo, nor lets the halo change a class', () => {
		const beside = [...four, node('h', { member: false }), node('i', { label: 'Funder' })];
		expect(classes(network(beside, [...triangle, edge('d', 'h')]))).toEqual([['d', 'no_tie']]);
	});
});
