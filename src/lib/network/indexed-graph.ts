import type { NetworkEdge } from './model.ts';
import { compareText } from './order.ts';

/**
 * An undirected graph by numbers, for searches that visit everything: neighbours of node `i` stand in
 * `next` from `first[i]` to `first[i + 1]`, each once, in the order of ids.
 */
export interface IndexedGraph {
	size: number;
	/** By number; numbers follow the order of ids. */
	ids: readonly string[];
	first: Int32Array;
	next: Int32Array;
	/** Ids of the relations between two neighbours, in the order given. */
	between(a: number, b: number): readonly string[];
}

/** Whether relations point one way or the other is forgotten; an edge from a node to itself must not be given. */
export function indexGraph(edges: readonly NetworkEdge[]): IndexedGraph {
	const ids = [...new Set(edges.flatMap(({ source, target }) => [source, target]))].sort(
		compareText
	);
	const size = ids.length;
	const numberOf = new Map(ids.map((id, i) => [id, i]));
	/** Relations of each pair, the smaller number first. */
	const pairs = new Map<number, string[]>();
	for (const { id, source, target } of edges) {
		const [a, b] = [numberOf.get(source) ?? 0, numberOf.get(target) ?? 0];
		const key = Math.min(a, b) * size + Math.max(a, b);
		const known = pairs.get(key);
		if (known) known.push(id);
		else pairs.set(key, [id]);
	}
	const keys = [...pairs.keys()].sort((a, b) => a - b);
	const first = new Int32Array(size + 1);
	const ends = keys.map((key) => [Math.floor(key / size), key % size] as const);
	for (const [a, b] of ends) {
		first[a + 1] = (first[a + 1] ?? 0) + 1;
		first[b + 1] = (first[b + 1] ?? 0) + 1;
	}
	for (let i = 0; i < size; i++) first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
	const next = new Int32Array(ends.length * 2);
	const at = Int32Array.from(first);
	const put = (from: number, to: number): void => {
		const place = at[from] ?? 0;
		next[place] = to;
		at[from] = place + 1;
	};
	// Smaller ends of a node come first because pairs are sorted by their smaller end.
	for (const [a, b] of ends) put(b, a);
	for (const [a, b] of ends) put(a, b);
	return {
		size,
		ids,
		first,
		next,
		between: (a, b) => pairs.get(Math.min(a, b) * size + Math.max(a, b)) ?? []
	};
}
