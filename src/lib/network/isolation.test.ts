import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolatedStructures, partnersOutside } from './isolation.ts';
import { ISOLATION_CLASSES, type IsolationRow, type Network, type NetworkEdge } from './model.ts';
import { actor, leaving, network, tie } from './small-networks.ts';
import { horizontalTies } from './ties.ts';

const uses = (a: string, more: Partial<NetworkEdge> = {}) =>
	tie(a, 'r', { type: 'USES', family: 'sharing', ...more });
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const nameAt = (at: number): string => NAMES[at] ?? '';
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
		// A resource of the halo ties nobody of the network either.
		const resource = actor('r', { label: 'SharedResource', group: 'resource', member: false });
		const used = [...triangle, uses('c'), uses('d')];
		expect(classes(network([...four, resource], used))).toEqual([['d', 'no_tie']]);
	});
	it('says of who only cooperates beyond the network that it is turned outward, and with whom', () => {
		const outward = [leaving('d', 'z'), leaving('d', 'y', { status: 'ended' }), leaving('a', 'x')];
		expect(isolatedStructures(network(four, triangle, { outside: outward }))).toMatchObject([
			{ actorId: 'd', class: 'outside_only', reasons: ['cooperation'], with: ['z'] }
		]);
	});
	it('names the partners that members have elsewhere today, each once', () => {
		const outside = [
			...[leaving('d', 'z'), leaving('d', 'y'), leaving('d', 'y')],
			leaving('a', 'x', { status: 'ended' }),
			leaving('b', 'w', { family: 'funding', horizontal: false })
		];
		expect(partnersOutside(network(four, triangle, { outside }))).toEqual(
			new Map([['d', ['y', 'z']]])
		);
		expect(partnersOutside({})).toEqual(new Map());
	});
	it.each([
		['one that has ended', { status: 'ended' }, 'no_horizontal_tie'],
		['one of money', { family: 'funding', horizontal: false }, 'no_horizontal_tie'],
		['a deduced oversight', { family: 'oversight', certainty: 'inferred' }, 'no_tie']
	] as const)('counts a relation beyond the network for what it is: %s', (_name, more, found) => {
		const outside = [leaving('d', 'z', more)];
		expect(classes(network(four, triangle, { outside }))).toEqual([['d', found]]);
	});
	it.each<[string, Network, [string, string][]]>([
		['nobody', network([], []), []],
		['one structure', network([actor('a')], []), [['a', 'no_tie']]],
		['a tie to itself', network([actor('a')], [tie('a', 'a')]), [['a', 'no_tie']]],
		[
			'two ties between the same two',
			network(four.slice(0, 2), [tie('a', 'b'), tie('a', 'b', { id: 'again' })]),
			[
				['a', 'single_bridge'],
				['b', 'single_bridge']
			]
		],
		[
			'every tie over',
			network(four.slice(0, 2), [tie('a', 'b', { status: 'ended' })]),
			[
				['a', 'no_horizontal_tie'],
				['b', 'no_horizontal_tie']
			]
		],
		[
			'everyone tied to everyone',
			network(
				four,
				four.flatMap((x, i) => four.slice(i + 1).map((y) => tie(x.id, y.id)))
			),
			[]
		]
	])('has an answer for %s', (_name, given, expected) => {
		expect(classes(given)).toEqual(expected);
	});
});

/** Any small network of seven structures: cooperation and money, over or not, within and beyond. */
const NETWORKS: fc.Arbitrary<Network> = fc
	.record({
		ties: fc.array(
			fc.record({
				a: fc.nat(6),
				b: fc.nat(6),
				family: fc.constantFrom('cooperation' as const, 'funding' as const),
				status: fc.constantFrom('current' as const, 'ended' as const)
			}),
			{ maxLength: 12 }
		),
		outward: fc.array(fc.nat(6), { maxLength: 3 })
	})
	.map(({ ties, outward }) =>
		network(
			NAMES.map((id) => actor(id)),
			ties.map(({ a, b, family, status }, i) =>
				tie(nameAt(a), nameAt(b), {
					id: `t${i}`,
					family,
					status,
					horizontal: family === 'cooperation'
				})
			),
			{ outside: outward.map((at) => leaving(nameAt(at), 'z')) }
		)
	);
const rankIn = (given: Network, id: string): number => {
	const found = isolatedStructures(given).find((row) => row.actorId === id);
	return found ? ISOLATION_CLASSES.indexOf(found.class) : ISOLATION_CLASSES.length;
};

it('no tie makes one of the two it joins more isolated', () => {
	fc.assert(
		fc.property(NETWORKS, fc.nat(6), fc.nat(6), (given, i, j) => {
			fc.pre(i !== j);
			const [a, b] = [nameAt(i), nameAt(j)];
			const after = { ...given, edges: [...given.edges, tie(a, b, { id: 'new' })] };
			for (const id of [a, b]) expect(rankIn(after, id)).toBeGreaterThanOrEqual(rankIn(given, id));
		})
	);
});

it('other names change nothing but the names', () => {
	const renamed = (id: string): string => (NAMES.includes(id) ? `${9 - NAMES.indexOf(id)}` : id);
	fc.assert(
		fc.property(NETWORKS, (given) => {
			const other = {
				...given,
				nodes: given.nodes.map((node) => ({ ...node, id: renamed(node.id) })),
				edges: given.edges.map((edge) => ({
					...edge,
					source: renamed(edge.source),
					target: renamed(edge.target)
				})),
				outside: given.outside?.map((each) => ({ ...each, member: renamed(each.member) }))
			};
			const said = (rows: IsolationRow[], name: (id: string) => string) =>
				rows
					.map((row) => [name(row.actorId), row.class, row.reasons, row.with.map(name).sort()])
					.sort();
			expect(said(isolatedStructures(other), (id) => id)).toEqual(
				said(isolatedStructures(given), renamed)
			);
		})
	);
});
