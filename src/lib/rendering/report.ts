import type { DrawnGraph } from './graph.ts';
import type { PlacedLabel } from './labels.ts';
import { isShown, type Visibility } from './model.ts';
import type { Focus } from './styles.ts';

export interface Drawn {
	graph: DrawnGraph;
	visibility: Visibility;
	focus: Focus;
	labels: readonly PlacedLabel[];
	pinned: readonly string[];
	/** A node on screen, in pixels. */
	discOf(id: string): { x: number; y: number; radius: number } | undefined;
	drawCalls: number;
}

/** Says in the element's `data-*` attributes what has been drawn, for whoever inspects it. */
export function report({ dataset }: HTMLElement, drawn: Drawn): void {
	const { graph, visibility, focus } = drawn;
	const { nodes, edges, changes, shown } = countsOf(graph, visibility);
	dataset['state'] = 'drawn';
	dataset['nodes'] = String(nodes);
	dataset['edges'] = String(edges);
	dataset['changes'] = changes;
	dataset['shown'] = shown;
	dataset['labels'] = String(drawn.labels.length);
	dataset['labelBoxes'] = drawn.labels
		.map((label) => boxText(label, drawn.discOf(label.key)))
		.join(' ');
	dataset['selected'] = focus.selected?.id ?? '';
	dataset['traced'] = [...(focus.traced ?? [])].join(' ');
	dataset['others'] = [...(focus.others ?? [])].join(' ');
	dataset['strong'] = String(focus.strong?.size ?? 0);
	dataset['pinned'] = drawn.pinned.join(' ');
	dataset['hovered'] = focus.hovered?.id ?? '';
	dataset['drawCalls'] = String(drawn.drawCalls);
}

/** One more place in a mark of places: the same places give the same mark (FNV-1a over whole numbers). */
const marked = (mark: number, place: number): number =>
	Math.imul(mark ^ (place + 1), 0x01000193) >>> 0;
const NO_PLACE = 0x811c9dc5;

interface Counts {
	nodes: number;
	edges: number;
	changes: string;
	/** The same for the same nodes and ties, and hardly ever for others. */
	shown: string;
}

/** They change with what is shown only, while frames follow the pointer. */
const counted = new WeakMap<Visibility, Counts>();

function countsOf(graph: DrawnGraph, visibility: Visibility): Counts {
	const known = counted.get(visibility);
	if (known) return known;
	let nodes = 0;
	let nodeMark = NO_PLACE;
	graph.forEachNode((_id, attributes) => {
		if (!isShown(visibility.nodes, attributes)) return;
		nodes++;
		nodeMark = marked(nodeMark, attributes.place);
	});
	let edges = 0;
	let edgeMark = NO_PLACE;
	const changes = { created: 0, ended: 0, renewed: 0, kept: 0 };
	graph.forEachEdge((_edge, { tie }) => {
		if (!isShown(visibility.edges, tie)) return;
		edges++;
		edgeMark = marked(edgeMark, tie.place);
		const change = visibility.changes?.[tie.place];
		if (change) changes[change]++;
	});
	const counts = {
		nodes,
		edges,
		changes: visibility.changes ? Object.values(changes).join(' ') : '',
		shown: `${nodeMark} ${edgeMark}`
	};
	counted.set(visibility, counts);
	return counts;
}

/** Identifier; left, top, width and height of the name; place and radius of its node, in pixels. */
const boxText = (
	{ key, x, y, width, height }: PlacedLabel,
	disc: { x: number; y: number; radius: number } | undefined
): string => {
	const numbers = [x, y, width, height, disc?.x ?? 0, disc?.y ?? 0, disc?.radius ?? 0];
	return [encodeURIComponent(key), ...numbers.map((n) => n.toFixed(1))].join(',');
};
