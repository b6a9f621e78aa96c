import type { DrawnGraph } from './graph.ts';
import { isShown, type Chosen, type Selection, type Visibility } from './model.ts';
import type { Focus } from './styles.ts';

/**
 * What stays strong: a way being shown or, without it, the surroundings of the selection to its depth,
 * counted in ties shown. The pointer comes before both, and reaches one tie away.
 */
export function focusOn(graph: DrawnGraph, visibility: Visibility, focus: Focus): Focus {
	const { selected, others, hovered, traced, depth = 1 } = focus;
	if (traced && !hovered) return { ...focus, strong: traced, near: traced };
	const { strong, near } = hovered
		? around(graph, visibility, [hovered], 1)
		: around(graph, visibility, [...(selected ? [selected] : []), ...nodesOf(others)], depth);
	const on = strong.size > 0;
	return {
		selected,
		others,
		depth,
		hovered,
		traced,
		strong: on ? strong : undefined,
		near: on ? near : undefined
	};
}

const nodesOf = (ids: ReadonlySet<string> | undefined): Selection[] =>
	[...(ids ?? [])].map((id) => ({ kind: 'node', id }));

function around(
	graph: DrawnGraph,
	{ edges }: Visibility,
	starts: readonly Selection[],
	depth: number
): { strong: Set<string>; near: Set<string> } {
	const strong = new Set<string>();
	let front: string[] = [];
	for (const { kind, id } of starts) {
		if (kind === 'node' && graph.hasNode(id)) {
			strong.add(id);
			front.push(id);
		} else if (kind === 'edge' && graph.hasEdge(id)) {
			strong.add(id).add(graph.source(id)).add(graph.target(id));
			if (depth !== 1) front.push(graph.source(id), graph.target(id));
		}
	}
	let near: Set<string> | undefined;
	for (let step = 1; front.length > 0 && (depth === 0 || step <= depth); step++) {
		const next: string[] = [];
		for (const node of front)
			graph.forEachEdge(node, (edge, { tie }, source, target) => {
				if (!isShown(edges, tie)) return;
				strong.add(edge);
				const other = source === node ? target : source;
				if (strong.has(other)) return;
				strong.add(other);
				next.push(other);
			});
		front = next;
		near ??= depth === 1 ? strong : new Set(strong);
	}
	return { strong, near: near ?? strong };
}

/** True when a choice is the one already emphasised. */
export function sameChosen(focus: Focus, { selected, others, depth }: Chosen): boolean {
	const before = focus.others ?? new Set();
	return (
		focus.selected?.id === selected?.id &&
		focus.selected?.kind === selected?.kind &&
		(focus.depth ?? 1) === depth &&
		before.size === others.size &&
		[...others].every((id) => before.has(id))
	);
}

/** The nodes and edges that look different once the focus has moved. */
export function changedBetween(
	graph: DrawnGraph,
	before: Focus,
	after: Focus
): { nodes: string[]; edges: string[] } {
	const changed = new Set<string>();
	for (const { selected, others, hovered, strong } of [before, after]) {
		for (const id of strong ?? []) changed.add(id);
		for (const id of others ?? []) changed.add(id);
		for (const at of [selected, hovered]) if (at) changed.add(at.id);
	}
	const nodes: string[] = [];
	const edges: string[] = [];
	for (const id of changed) {
		if (graph.hasNode(id)) nodes.push(id);
		else if (graph.hasEdge(id)) edges.push(id);
	}
	return { nodes, edges };
}
