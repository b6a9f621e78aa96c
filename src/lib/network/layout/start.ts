import type { DrawnGraph } from './drawn.ts';
import { neighbours } from './drawn.ts';
import { unit } from './hash.ts';

/**
 * Starting positions of one connected graph, x and y alternating: its breadth-first tree drawn as a
 * wheel around its best connected node, each branch with a sector as wide as it has leaves, nudged by
 * a hash of ids. Depends on ids and ties alone, and starts with few crossings.
 */
export function startingPositions(graph: DrawnGraph, spacing: number): Float64Array {
	const n = graph.nodes.length;
	const next = neighbours(graph);
	const keys = graph.nodes.map((node) => unit(node.id));
	const degree = (i: number): number => next[i]?.length ?? 0;
	let root = 0;
	for (let i = 1; i < n; i++) if (degree(i) > degree(root)) root = i;

	const parent = new Int32Array(n).fill(-1);
	const depth = new Int32Array(n);
	const order = [root];
	parent[root] = root;
	for (const i of order) {
		const free = (next[i] ?? []).filter((j) => parent[j] === -1);
		free.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
		for (const j of free) {
			parent[j] = i;
			depth[j] = (depth[i] ?? 0) + 1;
			order.push(j);
		}
	}
	const leaves = new Float64Array(n);
	for (let k = order.length - 1; k >= 0; k--) {
		const i = order[k] ?? 0;
		if (leaves[i] === 0) leaves[i] = 1;
		const up = parent[i] ?? i;
		if (up !== i) leaves[up] = (leaves[up] ?? 0) + (leaves[i] ?? 0);
	}
	const branches = leaves[root] ?? 1;
	const from = new Float64Array(n);
	const taken = new Float64Array(n);
	const positions = new Float64Array(2 * n);
	for (const i of order) {
		const up = parent[i] ?? i;
		// Not quite a full turn: two leaves opposite each other would hide the tie between them for good.
		const whole = (2 * Math.PI * branches) / (branches + 0.5);
		const share = whole * ((leaves[i] ?? 1) / branches);
		if (up !== i) {
			from[i] = (from[up] ?? 0) + (taken[up] ?? 0);
			taken[up] = (taken[up] ?? 0) + share;
		}
		const angle = (from[i] ?? 0) + share / 2 + 0.05 * (keys[i] ?? 0);
		const radius = (depth[i] ?? 0) * spacing * (1 + 0.1 * unit(graph.nodes[i]?.id ?? '', 7));
		positions[2 * i] = radius * Math.cos(angle);
		positions[2 * i + 1] = radius * Math.sin(angle);
	}
	return positions;
}
