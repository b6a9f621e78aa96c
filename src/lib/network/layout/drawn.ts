import { isAlive } from '#lib/domain/status.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import type { Network, NetworkEdge, NetworkNode } from '../model.ts';

/** Families that pull nodes together. The others are drawn over the picture, they do not make it. */
const SHAPING: ReadonlySet<Family> = new Set(['cooperation', 'sharing', 'funding']);

/** Nodes that take a place of their own in the picture, and the pairs that pull them together. */
export interface DrawnGraph {
	nodes: NetworkNode[];
	/** Index pairs into `nodes`, each pair once, sorted. */
	pairs: readonly (readonly [number, number])[];
}

/** ARS and projects hang over the picture: they would turn every network into a star. */
export const isHub = (node: Pick<NetworkNode, 'label'>): boolean =>
	node.label === 'ArsRegion' || node.label === 'HealthProject';

/** Relations that shape the picture: alive or to be checked; the past when nothing else is left. */
export function shapingEdges(network: Pick<Network, 'edges'>): NetworkEdge[] {
	const shaping = network.edges.filter((e) => SHAPING.has(e.family));
	const alive = shaping.filter((e) => isAlive(e.status) || e.status === 'to_check');
	return alive.length > 0 ? alive : shaping;
}

/** The graph of the given nodes and the shaping relations between them; parallel ones once, no loops. */
export function drawnGraph(nodes: NetworkNode[], edges: readonly NetworkEdge[]): DrawnGraph {
	const index = new Map(nodes.map((n, i) => [n.id, i]));
	const keys = new Set<number>();
	for (const edge of edges) {
		const a = index.get(edge.source);
		const b = index.get(edge.target);
		if (a === undefined || b === undefined || a === b) continue;
		keys.add(Math.min(a, b) * nodes.length + Math.max(a, b));
	}
	const pairs = [...keys]
		.sort((x, y) => x - y)
		.map((key) => [Math.floor(key / nodes.length), key % nodes.length] as const);
	return { nodes, pairs };
}

/** Connected components as sorted index lists, largest first, then by first index. */
export function components(graph: {
	nodes: { length: number };
	pairs: DrawnGraph['pairs'];
}): number[][] {
	const next = neighbours(graph);
	const seen = new Uint8Array(graph.nodes.length);
	const found: number[][] = [];
	for (let start = 0; start < graph.nodes.length; start++) {
		if (seen[start]) continue;
		seen[start] = 1;
		const list = [start];
		for (const i of list)
			for (const j of next[i] ?? [])
				if (!seen[j]) {
					seen[j] = 1;
					list.push(j);
				}
		found.push(list.sort((a, b) => a - b));
	}
	return found.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/** Neighbour indices of each node, in the order of the pairs. */
export function neighbours(graph: {
	nodes: { length: number };
	pairs: DrawnGraph['pairs'];
}): number[][] {
	const next: number[][] = Array.from({ length: graph.nodes.length }, () => []);
	for (const [a, b] of graph.pairs) {
		next[a]?.push(b);
		next[b]?.push(a);
	}
	return next;
}

/** Pairs of the given nodes that a shaping relation joins, as indices into them. */
export const drawnPairs = (
	nodes: NetworkNode[],
	network: Pick<Network, 'edges'>
): DrawnGraph['pairs'] => drawnGraph(nodes, shapingEdges(network)).pairs;
