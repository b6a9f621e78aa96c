import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layout, Network, NetworkEdge } from '../model.ts';
import { actor, network, tie } from '../small-networks.ts';
import { computeLayout, decodeLayout, encodeLayout, layoutFingerprint } from './layout.ts';
import { unit } from './hash.ts';

/** A tree with some chords, from hashes: `extra` ties per node beyond the tree. */
function grown(order: number, extra: number): Network {
	const nodes = Array.from({ length: order }, (_, i) => actor(`a${i}`));
	const edges: NetworkEdge[] = [];
	for (let i = 1; i < order; i++)
		for (let k = 0; k <= extra; k++)
			edges.push(tie(`a${i}`, `a${Math.floor(unit(`${i} ${k}`) * i)}`, { id: `${i}.${k}` }));
	return network(nodes, edges);
}

/** Pairs of nodes whose discs of diameter 1 overlap. */
function overlaps({ positions }: Layout): number {
	const points = [...positions.values()].sort((a, b) => a.x - b.x);
	let found = 0;
	points.forEach((p, i) => {
		for (let j = i + 1; j < points.length; j++) {
			const q = points[j];
			if (!q || q.x - p.x >= 1) break;
			if (Math.hypot(q.x - p.x, q.y - p.y) < 1) found++;
		}
	});
	return found;
}

describe('computeLayout', () => {
	it.each([10, 100, 1000])(
		'leaves no overlap among %i nodes, twice the same',
		{ timeout: 60_000 },
		(order) => {
			const first = computeLayout(grown(order, 1));
			expect(overlaps(first)).toBe(0);
			expect(first.positions.size).toBe(order);
			for (const { x, y } of first.positions.values())
				expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
			expect(encodeLayout(computeLayout(grown(order, 1)))).toBe(encodeLayout(first));
		}
	);

	it('places nothing of nothing, and one node', () => {
		expect(computeLayout(network([], [])).positions.size).toBe(0);
		const one = computeLayout(network([actor('a')], []));
		expect(one.positions.get('a')).toEqual({ x: 0, y: 0, zone: 'network' });
		expect(one.marginX).toBeUndefined();
	});

	it('puts who has no cooperation in the margin, right of everything, by class', () => {
		const nodes = ['a', 'b', 'c', 'd'].map((id) => actor(id));
		const layout = computeLayout(
			network(nodes, [tie('a', 'b'), tie('a', 'c', { family: 'governance', horizontal: false })])
		);
		const zones = [...layout.positions].map(([id, p]) => [id, p.zone]);
		expect(zones).toEqual([
			['a', 'network'],
			['b', 'network'],
			['c', 'margin'],
			['d', 'margin']
		]);
		const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => layout.positions.get(id));
		const edge = layout.marginX ?? NaN;
		expect(Math.max(a?.x ?? NaN, b?.x ?? NaN)).toBeLessThan(edge);
		expect(Math.min(c?.x ?? NaN, d?.x ?? NaN)).toBeGreaterThan(edge);
		expect(d?.y).toBeLessThan(c?.y ?? NaN);
	});

	it('keeps everyone in the network when no cooperation is documented', () => {
		const layout = computeLayout(network([actor('a'), actor('b')], []));
		expect([...layout.positions.values()].map((p) => p.zone)).toEqual(['network', 'network']);
		expect(overlaps(layout)).toBe(0);
	});

	it('seats on the bench what no drawn tie holds, and judges no funder', () => {
		const funder = actor('f', { label: 'Funder', group: 'funder', kind: 'financeur' });
		const layout = computeLayout(network([actor('a'), actor('b'), funder], [tie('a', 'b')]));
		expect(layout.positions.get('f')?.zone).toBe('unattached');
	});

	it('stands a resource that only the margin holds beside its holder, not on the bench', () => {
		const resource = (id: string) =>
			actor(id, { label: 'SharedResource', group: 'resource', kind: 'locaux' });
		const holds = (source: string, target: string) =>
			tie(source, target, { type: 'HOLDS', family: 'sharing', horizontal: false });
		const layout = computeLayout(
			network(
				[
					...['mairie', 'maison', 'msp', 'osi'].map((id) => actor(id)),
					...['bus', 'car'].map(resource)
				],
				[tie('maison', 'msp'), holds('mairie', 'bus'), holds('osi', 'car'), holds('maison', 'car')]
			)
		);
		const at = (id: string) => layout.positions.get(id);
		expect(at('bus')?.zone).toBe('margin');
		expect(at('bus')?.y).toBe(at('mairie')?.y);
		const step = (at('bus')?.x ?? NaN) - (at('mairie')?.x ?? NaN);
		expect(step).toBeGreaterThan(1);
		expect(step).toBeLessThan(3);
		expect(at('car')?.zone).toBe('network');
		expect(overlaps(layout)).toBe(0);
	});

	it('leaves room for two lines of names in a margin of few, and stacks many in a block', () => {
		const alone = (count: number) => {
			const nodes = Array.from({ length: count }, (_, i) => actor(`s${i}`));
			return computeLayout(network([actor('a'), actor('b'), ...nodes], [tie('a', 'b')]));
		};
		const margin = (layout: Layout) =>
			[...layout.positions.values()].filter((p) => p.zone === 'margin');
		const gaps = (values: number[]) => {
			const sorted = [...new Set(values)].sort((a, b) => a - b);
			return sorted.slice(1).map((value, i) => value - (sorted[i] ?? NaN));
		};
		const few = alone(5);
		expect(new Set(margin(few).map((p) => p.x)).size).toBe(1);
		expect(Math.min(...gaps(margin(few).map((p) => p.y)))).toBeGreaterThan(2.6);
		expect(few.bounds.maxX - Math.max(...margin(few).map((p) => p.x))).toBeGreaterThan(6);
		const some = alone(12);
		expect(Math.min(...gaps(margin(some).map((p) => p.x)))).toBeGreaterThan(7);
		const block = margin(alone(200));
		const wide = Math.max(...block.map((p) => p.x)) - Math.min(...block.map((p) => p.x));
		const high = Math.max(...block.map((p) => p.y)) - Math.min(...block.map((p) => p.y));
		expect(wide / high).toBeGreaterThan(0.25);
		expect(wide / high).toBeLessThan(1.5);
	});

	it('shows the three ties of a triangle: none hides behind a node', () => {
		const three = ['a', 'b', 'c'].map((id) => actor(id));
		const { bounds } = computeLayout(network(three, [tie('a', 'b'), tie('b', 'c'), tie('a', 'c')]));
		expect(bounds.maxY - bounds.minY).toBeGreaterThan(1.5);
	});

	it('folds a chain and turns it: no picture is a line', () => {
		const { bounds } = computeLayout(
			network(
				Array.from({ length: 14 }, (_, i) => actor(`a${i}`)),
				Array.from({ length: 13 }, (_, i) => tie(`a${i}`, `a${i + 1}`))
			)
		);
		expect((bounds.maxX - bounds.minX) / (bounds.maxY - bounds.minY)).toBeLessThan(2.5);
	});

	it('draws a pair at the length of a tie, however large the group beside it', () => {
		const big = grown(40, 0);
		const layout = computeLayout(
			network([...big.nodes, actor('x'), actor('y')], [...big.edges, tie('x', 'y')])
		);
		const x = layout.positions.get('x');
		const y = layout.positions.get('y');
		expect(Math.hypot((x?.x ?? 0) - (y?.x ?? 0), (x?.y ?? 0) - (y?.y ?? 0))).toBeLessThan(4);
		expect(overlaps(layout)).toBe(0);
	});

	it('hangs projects and agencies above the picture, outside its bounds', () => {
		const hub = actor('p', { label: 'HealthProject', group: 'project', kind: 'cpts' });
		const layout = computeLayout(network([actor('a'), actor('b'), hub], [tie('a', 'b')]));
		expect(layout.positions.get('p')?.y).toBeLessThan(layout.bounds.minY);
	});
});

describe('layoutFingerprint', () => {
	it('changes with a tie, an isolation or a kind, not with a name or a source', () => {
		const base = network([actor('a'), actor('b'), actor('c')], [tie('a', 'b')]);
		const print = layoutFingerprint(base);
		const renamed = network(
			[actor('a', { name: 'Autre' }), actor('b'), actor('c')],
			[tie('a', 'b', { sources: ['s'] })]
		);
		expect(layoutFingerprint(renamed)).toBe(print);
		const others = [
			network(base.nodes, [...base.edges, tie('b', 'c')]),
			network([actor('a'), actor('b'), actor('c', { kind: 'hopital' })], base.edges),
			network(base.nodes, [
				...base.edges,
				tie('b', 'c', { family: 'governance', horizontal: false })
			])
		];
		for (const other of others) expect(layoutFingerprint(other)).not.toBe(print);
	});
});

describe('encodeLayout', () => {
	it('round-trips', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 30 }),
				fc.integer({ min: 0, max: 2 }),
				(order, extra) => {
					const layout = computeLayout(grown(order, extra));
					expect(decodeLayout(encodeLayout(layout))).toEqual(layout);
				}
			),
			{ numRuns: 30 }
		);
	});

	it('refuses what is not a layout, so that it is computed again', () => {
		const text = encodeLayout(computeLayout(grown(3, 0)));
		for (const damaged of ['', '{}', text.slice(0, -5), text.replace(/"x":\[[^\]]*\]/, '"x":[1]')])
			expect(decodeLayout(damaged)).toBeUndefined();
	});
});
