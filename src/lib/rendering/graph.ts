import { MultiDirectedGraph } from 'graphology';
import { shapeOf, type DrawingSource } from './model.ts';
import { curvatures, edgeAttributes, type EdgeAttributes, type NodeAttributes } from './styles.ts';

export type DrawnGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** Builds the graph once; nothing but the layout changes it afterwards. */
export function buildGraph(source: DrawingSource): DrawnGraph {
	const graph: DrawnGraph = new MultiDirectedGraph();
	source.nodes.forEach((node, place) => {
		const position = source.positions.get(node.id);
		if (!position) return;
		graph.addNode(node.id, {
			x: position.x,
			// Layouts go down like screens, WebGL goes up.
			y: -position.y,
			group: node.group,
			shape: shapeOf(node),
			apart: source.apart.has(node.id),
			zone: position.zone,
			seat: { x: position.x, y: position.y },
			radius: 4,
			place
		});
	});
	const bends = curvatures(source.edges);
	const aside = (id: string): boolean => source.positions.get(id)?.zone === 'margin';
	source.edges.forEach((edge, place) => {
		if (!graph.hasNode(edge.source) || !graph.hasNode(edge.target)) return;
		graph.addDirectedEdgeWithKey(
			edge.id,
			edge.source,
			edge.target,
			edgeAttributes(edge, {
				place,
				curvature: bends[place] ?? 0,
				aside: aside(edge.source) || aside(edge.target)
			})
		);
	});
	return graph;
}
