import type { DrawnGraph } from './graph.ts';
import { isShown, type Visibility } from './model.ts';
import type { Focus } from './styles.ts';

/** What stays strong around the pointer or, without it, around the selection. */
export function focusOn(
	graph: DrawnGraph,
	{ edges }: Visibility,
	{ selected, hovered, traced }: Focus
): Focus {
	if (traced && !hovered) return { selected, traced, strong: traced };
	const on = hovered ?? selected;
	const strong = new Set<string>();
	if (on?.kind === 'node' && graph.hasNode(on.id)) {
		strong.add(on.id);
		graph.forEachEdge(on.id, (edge, attributes, source, target) => {
			if (isShown(edges, attributes)) strong.add(edge).add(source).add(target);
		});
	} else if (on?.kind === 'edge' && graph.hasEdge(on.id)) {
		strong.add(on.id).add(graph.source(on.id)).add(graph.target(on.id));
	}
	return { selected, hovered, traced, strong: strong.size > 0 ? strong : undefined };
}

/** The nodes and edges that look different once the focus has moved. */
export function changedBetween(
	graph: DrawnGraph,
	before: Focus,
	after: Focus
): { nodes: string[]; edges: string[] } {
	const changed = new Set<string>([...(before.strong ?? []), ...(after.strong ?? [])]);
	for (const { selected, hovered } of [before, after])
		for (const at of [selected, hovered]) if (at) changed.add(at.id);
	const nodes: string[] = [];
	const edges: string[] = [];
	for (const id of changed) {
		if (graph.hasNode(id)) nodes.push(id);
		else if (graph.hasEdge(id)) edges.push(id);
	}
	return { nodes, edges };
}
