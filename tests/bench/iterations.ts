import Graph from 'graphology';
import { drawnGraph, isHub, shapingEdges } from '#lib/network/layout/drawn.ts';
import type { Network } from '#lib/network/model.ts';

/** A network as graphology draws it, from places dealt on a grid: what so many iterations are timed on. */
export function graphOf(network: Network): Graph {
	const drawn = drawnGraph(
		network.nodes.filter((node) => !isHub(node)),
		shapingEdges(network)
	);
	const graph = new Graph({ type: 'undirected' });
	drawn.nodes.forEach((_, i) => graph.addNode(i, { x: i % 100, y: Math.floor(i / 100) }));
	for (const [a, b] of drawn.pairs) graph.addEdge(a, b);
	return graph;
}
