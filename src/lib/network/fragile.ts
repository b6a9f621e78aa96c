/**
 * What holds by one thread: structures, resources and ties without which others are no longer linked.
 * Over cooperation and sharing alive on the network's day; a shared resource is a stop on the way. Pure.
 */
import { isAlive } from '#lib/domain/status.ts';
import type { Network, NetworkEdge } from './model.ts';
import { compareText } from './order.ts';
import { indexGraph, type IndexedGraph } from './indexed-graph.ts';

/** More names than this are not said aloud. */
const MOST_NAMED = 12;

/** Organisations that would be cut from the rest. */
export interface Side {
	count: number;
	/** All of them up to twelve, else twelve of them; by id. */
	named: readonly string[];
}

export interface FragileNode {
	id: string;
	/** Groups cut off without it, largest first; what stays linked as the largest group is not among them. */
	sides: readonly Side[];
	/** Organisations in all these groups. */
	lost: number;
}

export interface FragileTie {
	/** The only relation between its ends. */
	relation: string;
	/** Both sides without it, the smaller first. */
	sides: readonly [Side, Side];
}

export interface Fragile {
	/** What cuts most organisations off first, then by id. */
	nodes: readonly FragileNode[];
	/** The most even split first, then by id. */
	ties: readonly FragileTie[];
}

/** The larger first, then by the first name. */
const bySize = (a: Side, b: Side): number =>
	b.count - a.count || compareText(a.named[0] ?? '', b.named[0] ?? '');

/** A stretch of the order in which nodes were first met: a subtree of the search. */
interface Stretch {
	from: number;
	/** Not included. */
	to: number;
}

/** What one depth-first search tells of every node, by its place in the graph. */
interface Search {
	/** Nodes in the order they were met. */
	order: Int32Array;
	/** When each was met. */
	met: Int32Array;
	/** The earliest met that its subtree reaches by one tie beside the tree. */
	low: Int32Array;
	parent: Int32Array;
	/** End of its subtree in `order`. */
	end: Int32Array;
	/** The component it is in. */
	whole: Stretch[];
}

/** Depth-first, without recursion: a chain of 100,000 structures is a network too. */
function search({ first, next, size }: IndexedGraph): Search {
	const order = new Int32Array(size);
	const met = new Int32Array(size).fill(-1);
	const low = new Int32Array(size);
	const parent = new Int32Array(size).fill(-1);
	const end = new Int32Array(size);
	const at = Int32Array.from(first);
	const whole: Stretch[] = new Array<Stretch>(size);
	let clock = 0;
	const meet = (node: number): void => {
		met[node] = low[node] = clock;
		order[clock++] = node;
	};
	for (let root = 0; root < size; root++) {
		if (met[root] !== -1) continue;
		const start = clock;
		meet(root);
		let node = root;
		while (node !== -1) {
			const cursor = at[node] ?? 0;
			const up = parent[node] ?? -1;
			if (cursor < (first[node + 1] ?? 0)) {
				at[node] = cursor + 1;
				const other = next[cursor] ?? 0;
				if (met[other] === -1) {
					parent[other] = node;
					meet(other);
					node = other;
				} else if (other !== up) low[node] = Math.min(low[node] ?? 0, met[other] ?? 0);
				continue;
			}
			end[node] = clock;
			if (up !== -1) low[up] = Math.min(low[up] ?? 0, low[node] ?? 0);
			node = up;
		}
		const component = { from: start, to: clock };
		for (let i = start; i < clock; i++) whole[order[i] ?? 0] = component;
	}
	return { order, met, low, parent, end, whole };
}

/**
 * Articulation points and bridges by one depth-first search (R. Tarjan, « Depth-first search and linear
 * graph algorithms », SIAM Journal on Computing 1, 1972). Linear in nodes and ties, apart from sorting
 * what is found. Two ends with several relations between them are held by more than a thread: no
 * fragile tie. A group of one is cut off wherever it is; of larger groups the largest is what remains.
 */
export function fragileIn(
	network: Pick<Network, 'nodes' | 'edges'>,
	alive: (edge: NetworkEdge) => boolean = ({ status }) => isAlive(status)
): Fragile {
	const organisations = new Set(
		network.nodes.filter(({ label }) => label === 'Actor' || label === 'Funder').map(({ id }) => id)
	);
	const graph = indexGraph(
		network.edges.filter((edge) => edge.horizontal && edge.source !== edge.target && alive(edge))
	);
	const { ids, size, between } = graph;
	const found = search(graph);
	const { order, met, low, parent, end, whole } = found;

	/** Organisations met before each moment. */
	const before = new Int32Array(size + 1);
	for (let i = 0; i < size; i++)
		before[i + 1] = (before[i] ?? 0) + (organisations.has(ids[order[i] ?? 0] ?? '') ? 1 : 0);
	const countIn = ({ from, to }: Stretch): number => (before[to] ?? 0) - (before[from] ?? 0);

	/** Organisations of a stretch, without those of the stretches left out (in order, apart). */
	function side(stretch: Stretch, out: readonly Stretch[] = []): Side {
		const count = out.reduce((left, each) => left - countIn(each), countIn(stretch));
		const named: string[] = [];
		let skipped = 0;
		for (let i = stretch.from; i < stretch.to && named.length < Math.min(count, MOST_NAMED); i++) {
			const leftOut = out[skipped];
			if (leftOut && i === leftOut.from) {
				i = leftOut.to - 1;
				skipped++;
				continue;
			}
			const id = ids[order[i] ?? 0] ?? '';
			if (organisations.has(id)) named.push(id);
		}
		return { count, named: named.sort(compareText) };
	}

	const subtree = (node: number): Stretch => ({ from: met[node] ?? 0, to: end[node] ?? 0 });
	/** Subtrees that hang on each node alone. */
	const hanging = new Map<number, Stretch[]>();
	const ties: FragileTie[] = [];
	for (let i = 0; i < size; i++) {
		const node = order[i] ?? 0;
		const up = parent[node] ?? -1;
		if (up === -1 || (low[node] ?? 0) < (met[up] ?? 0)) continue;
		const known = hanging.get(up);
		if (known) known.push(subtree(node));
		else hanging.set(up, [subtree(node)]);
		const component = whole[node];
		const [relation, another] = between(node, up);
		if ((low[node] ?? 0) <= (met[up] ?? 0) || !component || !relation || another) continue;
		const sides = [side(subtree(node)), side(component, [subtree(node)])] as const;
		if (sides[0].count === 0 || sides[1].count === 0) continue;
		ties.push({ relation, sides: bySize(...sides) <= 0 ? [sides[1], sides[0]] : sides });
	}

	const nodes: FragileNode[] = [];
	for (const [node, pieces] of hanging) {
		const component = whole[node];
		const isRoot = parent[node] === -1;
		if (!component || (isRoot && pieces.length < 2)) continue;
		const sides = pieces.map((piece) => side(piece));
		if (!isRoot) {
			const itself = { from: met[node] ?? 0, to: (met[node] ?? 0) + 1 };
			sides.push(side(component, [itself, ...pieces]));
		}
		const cut = sides.filter(({ count }) => count > 0).sort(bySize);
		// With one group left there was nothing to cut: the others were resources without anybody.
		if (cut.length < 2) continue;
		if ((cut[0]?.count ?? 0) > 1) cut.shift();
		nodes.push({
			id: ids[node] ?? '',
			sides: cut,
			lost: cut.reduce((sum, { count }) => sum + count, 0)
		});
	}
	return {
		nodes: nodes.sort((a, b) => b.lost - a.lost || compareText(a.id, b.id)),
		ties: ties.sort(
			(a, b) => b.sides[0].count - a.sides[0].count || compareText(a.relation, b.relation)
		)
	};
}
