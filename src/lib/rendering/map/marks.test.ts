import { describe, expect, it } from 'vitest';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { buildGraph } from '../graph.ts';
import type { Visibility } from '../model.ts';
import { linesOf } from './lines.ts';
import { marksOf } from './marks.ts';
import { stacksAt, type Spot } from './stacks.ts';
import { worldOf, worldSize } from './view.ts';

const ZOOM = 9;
const node = (id: string, group: NetworkNode['group'] = 'hospital'): NetworkNode => ({
	...{ id, name: id, label: 'Actor', kind: 'hopital', group, member: true }
});
const tie = (source: string, target: string, family: NetworkEdge['family']): NetworkEdge => ({
	...{ id: `${source}-${target}-${family}`, source, target, family, horizontal: true },
	...{ type: family === 'funding' ? 'FUNDS' : 'COOPERATES_WITH', status: 'current' },
	...{ certainty: 'sourced', verdict: 'said_by_third_party', sources: [] }
});

const nodes = [node('a'), node('b', 'public_bodies'), node('c'), node('d'), node('lost')];
const edges = [
	tie('a', 'b', 'cooperation'),
	tie('a', 'd', 'cooperation'),
	tie('b', 'd', 'cooperation'),
	tie('c', 'd', 'funding'),
	tie('a', 'lost', 'cooperation')
];
const everywhere = { x: 0, y: 0, zone: 'network' } as const;
const graph = buildGraph({
	...{ nodes, edges, apart: new Set<string>(), hulls: [] },
	positions: new Map(nodes.map(({ id }) => [id, everywhere]))
});
const visibility: Visibility = {
	nodes: new Uint8Array(nodes.length).fill(1),
	edges: new Uint8Array(edges.length).fill(1),
	dim: false,
	alive: false
};
const spots: Spot[] = [
	{ key: 'lille', ...worldOf({ lon: 3.06, lat: 50.63 }), ids: ['a', 'b', 'c'] },
	{ key: 'paris', ...worldOf({ lon: 2.35, lat: 48.85 }), ids: ['d'] }
];
const placed = new Set(['a', 'b', 'c', 'd']);
const made = (opened?: string) => {
	const marks = marksOf(graph, stacksAt(spots, ZOOM), {
		...{ opened, worldSize: worldSize(ZOOM), deepest: false, passes: () => true },
		nameOf: ({ key }) => key
	});
	return { ...marks, ...linesOf(graph, visibility, marks, placed) };
};

describe('marks', () => {
	it('are one figure for what stands together, and a node for who stands alone', () => {
		const { marks, spread } = made();
		expect(spread).toBeUndefined();
		expect(marks).toMatchObject([
			{
				kind: 'stack',
				ids: ['a', 'b', 'c'],
				parts: [
					{ group: 'hospital', count: 2 },
					{ group: 'public_bodies', count: 1 }
				],
				splits: false
			},
			{ kind: 'node', id: 'd' }
		]);
	});

	it('are all its nodes around a place that was opened, each at its own point', () => {
		const { marks, spread } = made('lille');
		expect(spread?.count).toBe(3);
		const around = marks.filter((mark) => mark.kind === 'node' && mark.id !== 'd');
		const points = around.map((mark) => (mark.kind === 'node' ? mark.away : undefined));
		expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(3);
	});
});

describe('lines', () => {
	it('gather by family what ties two stacks, and count every relation once', () => {
		const { lines, inside, loose, covered } = made();
		expect(lines.map(({ family, edges: held }) => [family, held.length])).toEqual([
			['cooperation', 2],
			['funding', 1]
		]);
		expect([inside, loose, covered]).toEqual([1, 1, 0]);
	});

	it('are one a relation once a stack is spread', () => {
		const { lines, inside, loose } = made('lille');
		expect(lines.map(({ edges: held }) => held.length)).toEqual([1, 1, 1, 1]);
		expect([inside, loose]).toEqual([0, 1]);
	});

	it('leave out what filters hide', () => {
		const hidden = { ...visibility, edges: Uint8Array.of(0, 0, 0, 1, 0) };
		const marks = marksOf(graph, stacksAt(spots, ZOOM), {
			...{ opened: undefined, worldSize: worldSize(ZOOM), deepest: false, passes: () => true },
			nameOf: ({ key }) => key
		});
		expect(linesOf(graph, hidden, marks, placed).lines).toHaveLength(1);
	});

	it('keep what filters dim, pale and uncounted', () => {
		const passing = new Set(['a', 'd']);
		const dimmed: Visibility = {
			...visibility,
			nodes: Uint8Array.from(nodes, ({ id }) => Number(passing.has(id))),
			edges: Uint8Array.of(0, 1, 0, 0, 0),
			dim: true
		};
		const marks = marksOf(graph, stacksAt(spots, ZOOM), {
			...{ opened: undefined, worldSize: worldSize(ZOOM), deepest: false },
			passes: (id) => passing.has(id),
			nameOf: ({ key }) => key
		});
		const stack = marks.marks.find((mark) => mark.kind === 'stack');
		expect(stack).toMatchObject({ ids: ['a', 'b', 'c'], count: 1 });
		expect(stack?.kind === 'stack' && stack.parts).toEqual([{ group: 'hospital', count: 1 }]);
		const { lines, inside, loose } = linesOf(graph, dimmed, marks, placed);
		expect(lines.filter(({ ghost }) => !ghost).map(({ edges: held }) => held)).toEqual([
			['a-d-cooperation']
		]);
		expect(lines.filter(({ ghost }) => ghost).length).toBeGreaterThan(0);
		expect([inside, loose]).toEqual([0, 0]);
	});
});
