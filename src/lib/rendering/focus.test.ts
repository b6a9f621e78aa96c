import { describe, expect, it } from 'vitest';
import { MultiDirectedGraph } from 'graphology';
import { changedBetween, focusOn } from './focus.ts';
import type { DrawnGraph } from './graph.ts';
import type { Visibility } from './model.ts';
import type { EdgeAttributes, Focus, NodeAttributes } from './styles.ts';

/** a – b – c – d – e in a row, and f – g apart. */
function row(): { graph: DrawnGraph; visibility: Visibility } {
	const graph: DrawnGraph = new MultiDirectedGraph();
	[...'abcdefg'].forEach((id, place) => graph.addNode(id, node(place)));
	['ab', 'bc', 'cd', 'de', 'fg'].forEach((ends, place) =>
		graph.addDirectedEdgeWithKey(ends, ends.charAt(0), ends.charAt(1), { tie: edge(place) })
	);
	const all = (size: number): Uint8Array => new Uint8Array(size).fill(1);
	return { graph, visibility: { nodes: all(7), edges: all(5), dim: false, alive: false } };
}
const node = (place: number): NodeAttributes => ({
	x: place,
	y: 0,
	group: 'hospital',
	shape: 'circle',
	apart: false,
	ringed: false,
	zone: 'network',
	home: { x: 0, y: 0 },
	pinned: false,
	hollow: false,
	ties: 0,
	funding: 0,
	radius: 4,
	place
});
const edge = (place: number): EdgeAttributes => ({
	family: 'cooperation',
	curvature: 0,
	arrow: false,
	dashed: false,
	past: false,
	width: 1,
	strength: 1,
	alive: { dashed: false, strength: 1 },
	aside: false,
	rest: 1,
	place
});
const on = (id: string) => ({ kind: 'node', id }) as const;
const { graph, visibility } = row();
const strong = (focus: Focus, seen = visibility): string =>
	[...(focusOn(graph, seen, focus).strong ?? [])].sort().join(' ');

describe('emphasis', () => {
	it('goes as many ties away as asked, and to the end when asked for all', () => {
		expect(strong({ selected: on('a') })).toBe('a ab b');
		expect(strong({ selected: on('a'), depth: 2 })).toBe('a ab b bc c');
		expect(strong({ selected: on('a'), depth: 3 })).toBe('a ab b bc c cd d');
		expect(strong({ selected: on('a'), depth: 0 })).toBe('a ab b bc c cd d de e');
	});

	it('surrounds everything selected, and names only what is one tie away', () => {
		const focus = focusOn(graph, visibility, {
			selected: on('a'),
			others: new Set(['f']),
			depth: 2
		});
		expect([...(focus.strong ?? [])].sort().join(' ')).toBe('a ab b bc c f fg g');
		expect(focus.near?.has('b')).toBe(true);
		expect(focus.near?.has('c')).toBe(false);
	});

	it('stops where ties do not pass', () => {
		const edges = visibility.edges.slice();
		edges[1] = 0;
		expect(strong({ selected: on('a'), depth: 0 }, { ...visibility, edges })).toBe('a ab b');
	});

	it('carries a tie’s own ends, then further when asked', () => {
		expect(strong({ selected: { kind: 'edge', id: 'bc' } })).toBe('b bc c');
		expect(strong({ selected: { kind: 'edge', id: 'bc' }, depth: 2 })).toContain('ab');
	});

	it('follows the pointer first, one tie away, then a way being shown', () => {
		const traced = new Set(['d', 'de', 'e']);
		expect(strong({ selected: on('a'), traced, depth: 3 })).toBe('d de e');
		expect(strong({ selected: on('a'), traced, depth: 3, hovered: on('f') })).toBe('f fg g');
	});

	it('redraws what was or becomes emphasised or selected, and nothing else', () => {
		const before = focusOn(graph, visibility, { selected: on('a') });
		const after = focusOn(graph, visibility, { selected: on('e'), others: new Set(['f']) });
		const { nodes, edges } = changedBetween(graph, before, after);
		expect([...nodes].sort().join('')).toBe('abdefg');
		expect([...edges].sort()).toEqual(['ab', 'de', 'fg']);
	});
});
