/** Nodes put somewhere by hand. Attributes are changed in place: sigma reads them when it is told to. */
import type { DrawnGraph } from './graph.ts';
import type { Point } from './model.ts';

/** Puts a node at a point of the graph and holds it there. */
export function pinAt(graph: DrawnGraph, id: string, { x, y }: Point): void {
	Object.assign(graph.getNodeAttributes(id), { x, y, pinned: true });
}

/** Lets a node go back to the place its layout gives it. */
export function release(graph: DrawnGraph, id: string): void {
	const attributes = graph.getNodeAttributes(id);
	Object.assign(attributes, attributes.home, { pinned: false });
}

export const pinnedIn = (graph: DrawnGraph): string[] =>
	graph.filterNodes((_id, { pinned }) => pinned);

/** Takes the positions of a layout, in its own direction; what is held by hand does not follow. */
export function takePositions(graph: DrawnGraph, positions: ReadonlyMap<string, Point>): void {
	graph.forEachNode((id, attributes) => {
		const to = positions.get(id);
		if (!to) return;
		if (attributes.pinned) return;
		attributes.home = { x: to.x, y: -to.y };
		Object.assign(attributes, attributes.home);
	});
}
