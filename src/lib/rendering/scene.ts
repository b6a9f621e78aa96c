import type Sigma from 'sigma';
import type { DrawnGraph } from './graph.ts';
import type { NameQuota } from './density.ts';
import type { Box } from './boxes.ts';
import { RIGHT, type Obstacles } from './labels.ts';
import type { LabelRequest } from './label-layer.ts';
import { isShown, type Point, type Visibility } from './model.ts';
import { isOn, type HeldEdge, type Focus, type NodeAttributes } from './styles.ts';

/** Names asked for beyond this many times those written are only sorted to be dropped. */
const SPARE = 1.6;
/** Above these, names dodge one another only: dodging everything costs more than it shows. */
const MOST_DISCS = 1500;
/** In a crowd, a name may cover small nodes: otherwise there would be none. */
const FEW_NODES = 600;
const LARGE = 7;
const MOST_SEGMENTS = 700;

interface Scene {
	requests: LabelRequest[];
	frame: Box;
	obstacles: Obstacles;
}

const byTies = new WeakMap<DrawnGraph, string[]>();

/** Ids from the most tied to the least, computed once a graph. */
function ranked(graph: DrawnGraph): string[] {
	const known = byTies.get(graph);
	if (known) return known;
	const order = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1));
	byTies.set(graph, order);
	return order;
}

/** Kept free of names along the edges of the drawing. */
const EDGE = 8;

/**
 * What the labels need to know of the picture on screen: who asks for a name, and what is in the
 * way. The names of a hushed margin wait to be asked for.
 */
export function readScene(
	sigma: Sigma<NodeAttributes, HeldEdge>,
	graph: DrawnGraph,
	{ visibility, focus, quota }: { visibility: Visibility; focus: Focus; quota: NameQuota },
	names: ReadonlyMap<string, string>
): Scene {
	const { width, height } = sigma.getDimensions();
	const frame: Box = { x: EDGE, y: EDGE, width: width - 2 * EDGE, height: height - 2 * EDGE };
	const seen = new Map<string, Point>();
	const requests: LabelRequest[] = [];
	const discs: { x: number; y: number; radius: number; faint: boolean }[] = [];
	const onScreen = ({ x, y }: Point): boolean =>
		x > -20 && y > -20 && x < width + 20 && y < height + 20;

	const { hushed } = quota;
	const most = Math.ceil(quota.most * SPARE);
	const roomy = graph.order <= FEW_NODES;
	const add = (id: string): void => {
		if (seen.has(id)) return;
		const data = graph.getNodeAttributes(id);
		if (!isShown(visibility.nodes, data)) return;
		const at = sigma.graphToViewport(data);
		seen.set(id, at);
		if (!onScreen(at)) return;
		const radius = sigma.scaleSize(data.radius) + (data.ringed ? 4 : 0);
		const on = isOn(focus, 'node', id);
		const strong = focus.strong?.has(id) ?? false;
		const faint = focus.strong !== undefined && !strong;
		if (discs.length < MOST_DISCS && (roomy || data.ringed || radius >= LARGE))
			discs.push({ ...at, radius, faint });
		const margin = data.zone === 'margin';
		const required = focus.near?.has(id) ?? false;
		if ((requests.length >= most || (margin && hushed)) && !required) return;
		requests.push({
			key: id,
			...at,
			radius: radius + (on ? 4 : 0),
			name: names.get(id) ?? id,
			priority: graph.degree(id) + 1 + (margin ? 1e3 : 0) + (on ? 1e6 : strong ? 1e3 : 0),
			required,
			roams: graph.order <= quota.roaming && !margin,
			only: margin && !hushed ? RIGHT : undefined,
			strength: faint ? 0.32 : 1,
			bold: on,
			margin
		});
	};

	for (const emphasised of [focus.near, focus.strong])
		for (const id of emphasised ?? []) if (graph.hasNode(id)) add(id);
	const large = graph.order > 4 * MOST_DISCS;
	for (const id of ranked(graph)) {
		if (large && requests.length >= most) break;
		add(id);
	}
	return {
		requests,
		frame,
		obstacles: { discs, segments: segments(graph, visibility, focus, seen) }
	};
}

/** Edges on screen as two straight pieces each, when there are few enough to matter; the faint do not. */
function segments(
	graph: DrawnGraph,
	visibility: Visibility,
	{ strong }: Focus,
	seen: ReadonlyMap<string, Point>
): Obstacles['segments'] {
	if (graph.size > 4 * MOST_SEGMENTS) return [];
	const found: { x1: number; y1: number; x2: number; y2: number }[] = [];
	graph.forEachEdge((edge, { tie }, source, target) => {
		if (found.length >= 2 * MOST_SEGMENTS || !isShown(visibility.edges, tie)) return;
		if (strong && !strong.has(edge)) return;
		const a = seen.get(source);
		const b = seen.get(target);
		if (!a || !b) return;
		// Pixels go down where the programs' ordinates go up, hence the sign.
		const x = (a.x + b.x) / 2 + ((b.y - a.y) * tie.curvature) / 2;
		const y = (a.y + b.y) / 2 - ((b.x - a.x) * tie.curvature) / 2;
		found.push({ x1: a.x, y1: a.y, x2: x, y2: y }, { x1: x, y1: y, x2: b.x, y2: b.y });
	});
	return found;
}
