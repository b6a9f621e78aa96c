// Time and quality of the layout, and what an iteration costs beside graphology's own.
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { buildNetwork } from '#lib/network/build.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import { drawnGraph, isHub, shapingEdges, type DrawnGraph } from '#lib/network/layout/drawn.ts';
import { ForceSimulation, settingsFor, TIE_LENGTH } from '#lib/network/layout/forces.ts';
import { computeLayout } from '#lib/network/layout/layout.ts';
import { startingPositions } from '#lib/network/layout/start.ts';
import type { Layout, Network } from '#lib/network/model.ts';
import { sliceOf } from '#lib/server/seed/fictional/change-set.ts';
import { fictionalOfSize } from '#lib/server/seed/fictional/territory.ts';
import { crossingsAgainstRandom, overlaps, stress, type Drawing } from './quality.ts';
import { PROJECT_SCOPE } from './scope.ts';
import { inTurn, report, type Row } from './timing.ts';

const SIZES = [100, 1_000, 10_000];
const BEST_OF = 10;
const DAY = '2026-01-01';
/** A node's diameter is the unit of layouts. */
const DIAMETER = 1;

const networkOf = (nodes: number): Network =>
	buildNetwork(sliceOf(fictionalOfSize(nodes, 3 * nodes, 1)), PROJECT_SCOPE, DAY);

/** The nodes of the main zone with the ties that shape it; hubs hang over the picture, not in it. */
function drawingOf(network: Network, layout: Layout): Drawing {
	const nodes = network.nodes.filter(
		(node) => !isHub(node) && layout.positions.get(node.id)?.zone === 'network'
	);
	const { pairs } = drawnGraph(nodes, shapingEdges(network));
	const points = nodes.flatMap(({ id }) => layout.positions.get(id) ?? []);
	return { points, edges: pairs };
}

async function quality(size: number): Promise<Row[]> {
	const network = networkOf(size);
	const isolated = isolatedStructures(network);
	let layout: Layout | undefined;
	const times = await inTurn(size > 1_000 ? 1 : 3, {
		layout: () => (layout = computeLayout(network, isolated))
	});
	if (!layout) throw new Error('nothing was laid out');
	const drawing = drawingOf(network, layout);
	const everyone = network.nodes.flatMap((node) =>
		isHub(node) ? [] : (layout?.positions.get(node.id) ?? [])
	);
	const what = `layout of ${size.toLocaleString('en')} nodes`;
	return [
		{ what: `${what}, time`, measured: Math.min(...times.layout) / 1000, unit: 's' },
		{
			what: `${what}, crossings / nodes dealt at random`,
			measured: crossingsAgainstRandom(drawing),
			unit: '×'
		},
		{ what: `${what}, stress per pair (0 is perfect)`, measured: stress(drawing), unit: '' },
		{
			what: `${what}, overlapping pairs`,
			measured: overlaps(everyone, DIAMETER),
			unit: '',
			atMost: 0
		}
	];
}

/** graphology's own run of the same graph from the same start with the same settings. */
function theirs(graph: DrawnGraph, start: ArrayLike<number>, iterations: number): void {
	const theirGraph = new Graph({ type: 'undirected' });
	graph.nodes.forEach((_, i) =>
		theirGraph.addNode(i, { x: start[2 * i] ?? 0, y: start[2 * i + 1] ?? 0 })
	);
	for (const [a, b] of graph.pairs) theirGraph.addEdge(a, b);
	forceAtlas2.assign(theirGraph, { iterations, settings: settingsFor(graph.nodes.length) });
}

async function cost(size: number, iterations: number): Promise<Row> {
	const network = networkOf(size);
	const graph = drawnGraph(
		network.nodes.filter((node) => !isHub(node)),
		shapingEdges(network)
	);
	const start = startingPositions(graph, TIE_LENGTH);
	const times = await inTurn(BEST_OF, {
		ours: () => new ForceSimulation(start, graph.pairs).step(iterations),
		theirs: () => theirs(graph, start, iterations)
	});
	const [ours, best] = [Math.min(...times.ours), Math.min(...times.theirs)];
	const each = (ms: number): string => `${(ms / iterations).toFixed(2)} ms`;
	return {
		what: `iteration at ${size.toLocaleString('en')} nodes / graphology's own`,
		measured: ours / best,
		unit: '×',
		atMost: 1.15,
		note: `${each(ours)} / ${each(best)}`
	};
}

const rows: Row[] = [];
for (const size of SIZES) rows.push(...(await quality(size)));
rows.push(await cost(1_000, 50), await cost(10_000, 3));
report(rows);
