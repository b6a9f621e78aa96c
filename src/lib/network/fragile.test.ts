import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf } from './components.ts';
import { fragileIn } from './fragile.ts';
import type { Network, NetworkEdge, NetworkNode } from './model.ts';
import { actor, network, tie } from './small-networks.ts';

const actors = (...ids: string[]): NetworkNode[] => ids.map((id) => actor(id));
const said = (n: Network) => fragileIn(n).nodes.map(({ id, lost }) => [id, lost]);

/** Organisations by group, found the slow way. */
function groups(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): string[][] {
	const near = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
	for (const { source, target } of edges) {
		if (!near.has(source) || !near.has(target)) continue;
		near.get(source)?.push(target);
		near.get(target)?.push(source);
	}
	return componentsOf([...near.keys()], (id) => near.get(id) ?? []);
}

describe('what holds by one thread', () => {
	it('finds nothing in a ring, and everything in a chain', () => {
		const ring = [tie('a', 'b'), tie('b', 'c'), tie('c', 'a')];
		expect(fragileIn(network(actors('a', 'b', 'c'), ring))).toEqual({ nodes: [], ties: [] });
		const chain = network(actors('a', 'b', 'c', 'd'), [
			tie('a', 'b'),
			tie('b', 'c'),
			tie('c', 'd')
		]);
		expect(said(chain)).toEqual([
			['b', 1],
			['c', 1]
		]);
		expect(fragileIn(chain).ties.map(({ relation, sides }) => [relation, sides[0].named])).toEqual([
			['b-c', ['c', 'd']],
			['a-b', ['a']],
			['c-d', ['d']]
		]);
	});
	it('leaves every branch of a star alone without its middle', () => {
		const star = network(
			actors('a', 'b', 'c', 'm'),
			['a', 'b', 'c'].map((id) => tie('m', id))
		);
		expect(fragileIn(star).nodes).toEqual([
			{
				id: 'm',
				lost: 3,
				sides: ['a', 'b', 'c'].map((id) => ({ count: 1, named: [id] }))
			}
		]);
	});
	it('takes a shared resource for a stop, and says nothing of one that nobody else uses', () => {
		const resource = actor('r', { label: 'SharedResource', group: 'resource' });
		const holds = tie('a', 'r', { type: 'HOLDS', family: 'sharing' });
		expect(fragileIn(network([...actors('a'), resource], [holds]))).toEqual({
			nodes: [],
			ties: []
		});
		const uses = tie('b', 'r', { type: 'USES', family: 'sharing' });
		expect(said(network([...actors('a', 'b'), resource], [holds, uses]))).toEqual([['r', 2]]);
	});
	it('holds a pair with two relations for more than a thread', () => {
		const twice = [tie('a', 'b'), tie('b', 'a', { type: 'REFERS_TO' })];
		expect(fragileIn(network(actors('a', 'b'), twice)).ties).toEqual([]);
	});
	it('forgets what has ended and what is not horizontal', () => {
		const edges = [tie('a', 'b'), tie('b', 'c', { status: 'ended' })];
		const paid = tie('b', 'd', { type: 'FUNDS', family: 'funding', horizontal: false });
		expect(said(network(actors('a', 'b', 'c', 'd'), [...edges, paid]))).toEqual([]);
	});
	it('walks a chain of 50,000 without running out of stack, and names twelve', () => {
		const ids = Array.from({ length: 50_000 }, (_, i) => `n${String(i).padStart(5, '0')}`);
		const chain = ids.slice(1).map((id, i) => tie(ids[i] ?? '', id));
		const { nodes, ties } = fragileIn(network(actors(...ids), chain));
		expect([nodes.length, ties.length]).toEqual([49_998, 49_999]);
		expect(nodes[0]?.lost).toBe(24_999);
		expect(nodes[0]?.sides[0]?.named).toHaveLength(12);
	}, 120_000);

	const networks = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 16 }).map((pairs) =>
		network(
			actors(...Array.from({ length: 10 }, (_, i) => `n${i}`)),
			pairs.map(([a, b], i) => tie(`n${a}`, `n${b}`, { id: `e${i}` }))
		)
	);
	it('is what taking away each node in turn says', () => {
		fc.assert(
			fc.property(networks, (n) => {
				const whole = groups(n.nodes, n.edges).length;
				const cuts = n.nodes.flatMap(({ id }) => {
					const left = n.nodes.filter((node) => node.id !== id);
					const alone = !n.edges.some((e) => (e.source === id) !== (e.target === id));
					return groups(left, n.edges).length > whole - (alone ? 1 : 0) ? [id] : [];
				});
				const found = fragileIn(n);
				expect(found.nodes.map(({ id }) => id).sort()).toEqual(cuts.sort());
				for (const { id, sides } of found.nodes) {
					const left = groups(
						n.nodes.filter((node) => node.id !== id),
						n.edges
					);
					for (const { named } of sides) expect(left).toContainEqual(named);
				}
			})
		);
	});
	it('is what taking away each tie in turn says, and splits exactly what was said', () => {
		fc.assert(
			fc.property(networks, (n) => {
				const whole = groups(n.nodes, n.edges).length;
				const cuts = n.edges.flatMap(({ id }) =>
					groups(
						n.nodes,
						n.edges.filter((edge) => edge.id !== id)
					).length > whole
						? [id]
						: []
				);
				const found = fragileIn(n);
				expect(found.ties.map(({ relation }) => relation).sort()).toEqual(cuts.sort());
				for (const { relation, sides } of found.ties) {
					const left = groups(
						n.nodes,
						n.edges.filter((edge) => edge.id !== relation)
					);
					for (const { named } of sides) expect(left).toContainEqual(named);
				}
			})
		);
	});
});
