import { frameFor, type Bounds, type Frame } from './framing.ts';
import type { DrawnGraph } from './graph.ts';
import { planMargin, type MarginItem, type MarginPlan, type MarginRoom } from './margin-plan.ts';
import type { Point } from './model.ts';
import { nodeRadius, type NodeAttributes } from './styles.ts';

/** Below this width the margin goes under the network, and words break sooner. */
const NARROW = 620;
const GAP = { beside: 56, under: 40 };
/** Shares of the height the margin may take under the network, the first that holds its names: fingers need taller rows. */
const UNDER = { fine: [0.42, 0.6], coarse: [0.6] };

/** Share of its strength a relation to the margin keeps at rest: a long way across the drawing. */
const ASIDE = { beside: 0.28, under: 0.18, crowd: 0.12 };

/** The margin as it stands at the fitted view, in layout units. */
export interface FittedMargin extends Pick<MarginPlan, 'side' | 'named' | 'pitch' | 'title'> {
	/** Characters a line of its names. */
	breakAt: number;
	corner: Point;
	first: Point;
}

interface Words {
	isHidden(id: string): boolean;
	nameOf(id: string): string;
	/** Rows are pressed by fingers. */
	coarse: boolean;
	/** Size of each name, broken at so many characters. */
	sizes(names: readonly string[], breakAt: number): { width: number; height: number }[];
}

function marginItems(graph: DrawnGraph, words: Words, breakAt: number): MarginItem[] {
	const ids = graph.filterNodes(
		(id, { zone, pinned }) => zone === 'margin' && !pinned && !words.isHidden(id)
	);
	const sizes = words.sizes(ids.map(words.nameOf), breakAt);
	return ids.map((id, i) => {
		const { apart, home } = graph.getNodeAttributes(id);
		return { id, apart, x: home.x, y: -home.y, ...(sizes[i] ?? { width: 0, height: 0 }) };
	});
}

/**
 * Fits the network and its margin into `width` by `height` pixels: answers what the element shows, and
 * gives margin nodes their place and every node its radius.
 */
export function fitDrawing(
	graph: DrawnGraph,
	bounds: Bounds,
	{ width, height }: { width: number; height: number },
	words: Words,
	growth: (node: NodeAttributes) => number
): { frame: Frame; margin: FittedMargin | undefined } {
	const narrow = width < NARROW;
	const low = height < 420;
	const side = narrow ? 24 : 40;
	const insets = { left: side, right: side, top: low ? 44 : 64, bottom: low ? 56 : 76 };
	const [roomX, roomY] = [width - 2 * side, height - insets.top - insets.bottom];
	const rooms: MarginRoom[] = narrow
		? UNDER[words.coarse ? 'coarse' : 'fine'].map((share) => ({
				side: 'under',
				width: roomX,
				height: roomY * share
			}))
		: [{ side: 'beside', width: roomX * 0.5, height: roomY }];
	let breakAt = 24;
	let plan: MarginPlan | undefined;
	for (const room of rooms) {
		let lowest: MarginPlan | undefined;
		// Broken shorter where that makes a lower list.
		for (const at of narrow ? [20, 17, 15] : [24]) {
			const next = planMargin(marginItems(graph, words, at), room);
			if (!next || (lowest && lowest.height <= next.height)) continue;
			lowest = next;
			// A crowd without names stands in the least of rooms.
			if (plan && !next.named) continue;
			plan = next;
			breakAt = at;
		}
		if (plan?.named) break;
	}
	const frame = frameFor(bounds, width, height, insets, plan && { ...plan, gap: GAP[plan.side] });
	const unit = (at: Point): Point => ({
		x: frame.x[0] + at.x / frame.pixelsPerUnit,
		y: frame.y[1] - at.y / frame.pixelsPerUnit
	});
	const seated = new Map(
		plan?.seats.map(({ id, x, y }) => [id, unit({ x: frame.corner.x + x, y: frame.corner.y + y })])
	);
	graph.forEachNode((id, attributes) => {
		const { pixelsPerUnit } = frame;
		const radius = nodeRadius(pixelsPerUnit, growth(attributes), attributes.shape, graph.order);
		const seat = seated.get(id);
		attributes.radius = seat ? Math.min(radius, plan?.radius ?? radius) : radius;
		if (seat) Object.assign(attributes, seat);
	});
	const first = seated.get(plan?.seats[0]?.id ?? '');
	if (!plan || !first) return { frame, margin: undefined };
	const rest = plan.named ? ASIDE[plan.side] : ASIDE.crowd;
	graph.forEachEdge((_edge, { tie }) => {
		if (tie.aside) tie.rest = rest;
	});
	const { side: where, named, pitch, title } = plan;
	return {
		frame,
		margin: { side: where, named, pitch, title, breakAt, corner: unit(frame.corner), first }
	};
}
