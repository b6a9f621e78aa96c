import { MultiDirectedGraph } from 'graphology';
import { inOneGo, inParts } from '#lib/network/steps.ts';
import { shapeOf, type DrawingSource } from './model.ts';
import { curvatures, edgeAttributes, type HeldEdge, type NodeAttributes } from './styles.ts';

export type DrawnGraph = MultiDirectedGraph<NodeAttributes, HeldEdge>;

/** Above this many edges, plain lines: bends and arrows would be noise, and cost the first frame. */
const RIBBON_LIMIT = 6000;

/** Are its edges drawn as straight lines. */
export const isPlain = ({ edges }: Pick<DrawingSource, 'edges'>): boolean =>
	edges.length > RIBBON_LIMIT;

/** Builds the graph once, in steps; nothing but the layout and the hand that drags changes it afterwards. */
export function* graphSteps(source: DrawingSource): Generator<void, DrawnGraph> {
	const graph: DrawnGraph = new MultiDirectedGraph();
	const drawn = new Map<string, NodeAttributes>();
	yield* inParts(source.nodes, (node, place) => {
		const position = source.positions.get(node.id);
		if (!position) return;
		// Layouts go down like screens, WebGL goes up.
		const apart = source.apart.has(node.id);
		const home = { x: position.x, y: -position.y };
		const attributes: NodeAttributes = {
			...home,
			home,
			group: node.group,
			shape: shapeOf(node),
			apart,
			ringed: apart,
			zone: position.zone,
			pinned: false,
			hollow: node.planned === true,
			ties: 0,
			funding: 0,
			radius: 4,
			place
		};
		drawn.set(node.id, attributes);
		graph.addNode(node.id, attributes);
	});
	const bends = isPlain(source) ? [] : curvatures(source.edges);
	yield;
	yield* inParts(source.edges, (edge, place) => {
		const from = drawn.get(edge.source);
		const to = drawn.get(edge.target);
		if (!from || !to) return;
		if (edge.family === 'cooperation' || edge.family === 'sharing') {
			from.ties++;
			to.ties++;
		} else if (edge.type === 'FUNDS') to.funding += edge.amountEur ?? 0;
		const aside = from.zone === 'margin' || to.zone === 'margin';
		const tie = edgeAttributes(edge, { place, curvature: bends[place] ?? 0, aside });
		graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, { tie });
	});
	return graph;
}

/** The same, at once. */
export const buildGraph = (source: DrawingSource): DrawnGraph => inOneGo(graphSteps(source));
