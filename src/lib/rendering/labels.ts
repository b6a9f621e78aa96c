/**
 * Which names to write and where, on screen: never cut, never on one another. Pure, so that the
 * rule can be tested without a canvas.
 */
import { crosses, inside, Taken, type Box, type Segment } from './boxes.ts';
import type { Point } from './model.ts';

export interface LabelCandidate {
	key: string;
	/** Centre of its node and the node's radius, in pixels. */
	x: number;
	y: number;
	radius: number;
	/** Size of the written name, in pixels. */
	width: number;
	height: number;
	/** Its size when it is broken shorter, tried where the full width does not fit. */
	tight?: { width: number; height: number } | undefined;
	/** Higher first. */
	priority: number;
	/** Anchor to try first, by index; below the node unless told. */
	prefer?: number | undefined;
	/** The one anchor it may have beside its node, by index. */
	only?: number | undefined;
	/** May move a little away from its node, with a line to it, rather than disappear. */
	roams?: boolean | undefined;
	/** Written even if it must move away from its node. */
	required: boolean;
}

export interface PlacedLabel extends Box {
	key: string;
	anchor: number;
	/** Which edge its lines share: they hug their node. */
	align: 'left' | 'center' | 'right';
	/** True when it is broken shorter. */
	tight: boolean;
	/** True when it stands away from its node and needs a line to it. */
	away: boolean;
}

export interface Obstacles {
	/** Boxes no name may touch: other words of the drawing. */
	boxes?: readonly Box[];
	/** Nodes, as discs; a required name would rather stand on a faint one than far from its own. */
	discs: readonly { x: number; y: number; radius: number; faint?: boolean }[];
	/** Edges, as segments; a name avoids them when it can. */
	segments: readonly Segment[];
}

interface Anchor {
	dx: number;
	dy: number;
	distance: number;
}

const DIRECTIONS: readonly [number, number][] = [
	[0, 1],
	[1, 0],
	[0, -1],
	[-1, 0],
	[1, 1],
	[-1, 1],
	[1, -1],
	[-1, -1]
];
/** Index of the anchor on the right of the node. */
export const RIGHT = 1;
/** Beside the node first; a required name may go further, as far as it takes. */
const ANCHORS: readonly Anchor[] = [0, 16, 34, 56, 84, 120, 160, 210, 270].flatMap((distance) =>
	DIRECTIONS.map(([dx, dy]) => ({ dx, dy, distance }))
);
const NEAR = DIRECTIONS.length;
/** How far a name may roam: beyond, its line would be read as a tie. */
const ROAMING = NEAR * 3;
/** How a required name looks for a place: near, then over what is faint, then over anything. */
const STEPS: readonly (readonly [Over, number])[] = [
	['none', ROAMING],
	['faint', ANCHORS.length],
	['all', ANCHORS.length]
];
/** Pixels further a name goes rather than turn its back on the way out: less where one would have no place. */
const OUTWARD = [90, 30, 0];
/** More required names than these have no place each, whichever way they go. */
const MOST_TRIED = 40;
const GAP = 4;
/** Kept free around a name: two that touch read as one. */
const CLEAR = { x: 5, y: 1 };
function boxAt(candidate: LabelCandidate, anchor: Anchor, tight: boolean): Box {
	const label = tight ? { ...candidate, ...candidate.tight } : candidate;
	const diagonal = anchor.dx !== 0 && anchor.dy !== 0 ? 0.72 : 1;
	const reach = (label.radius + GAP + anchor.distance) * diagonal;
	return {
		x: label.x + anchor.dx * reach + ((anchor.dx - 1) * label.width) / 2,
		y: label.y + anchor.dy * reach + ((anchor.dy - 1) * label.height) / 2,
		width: label.width,
		height: label.height
	};
}

/**
 * Places as many names as fit, the most important first. A name already written keeps its place
 * while that place is free (`previous`, anchors by key): nothing flickers as the camera moves.
 * Required names come first and move away from their node rather than disappear.
 */
export function placeLabels(
	candidates: readonly LabelCandidate[],
	frame: Box,
	obstacles: Obstacles,
	previous: ReadonlyMap<string, number> = new Map()
): PlacedLabel[] {
	const nodes: Nodes = { firm: new Taken(), faint: new Taken() };
	for (const { x, y, radius, faint } of obstacles.discs)
		nodes[faint ? 'faint' : 'firm'].add({
			...{ x: x - radius, y: y - radius },
			...{ width: radius * 2, height: radius * 2 }
		});

	const rank = (c: LabelCandidate): number =>
		(c.required ? 1e9 : 0) + c.priority * (previous.has(c.key) ? 1.25 : 1);
	const ordered = [...candidates].sort((a, b) => rank(b) - rank(a) || (a.key < b.key ? -1 : 1));
	const required = ordered.filter((label) => label.required);
	const around = { frame, nodes, segments: obstacles.segments, middle: middleOf(required) };
	let names = new Taken();
	let best: PlacedLabel[] | undefined;
	for (const outward of OUTWARD) {
		const taken = new Taken();
		for (const box of obstacles.boxes ?? []) taken.add(box);
		const placed = placeEach(required, { ...around, names: taken, outward }, previous);
		if (!best || placed.length > best.length) {
			best = placed;
			names = taken;
		}
		if (placed.length === required.length || required.length > MOST_TRIED) break;
	}
	const rest = ordered.filter((label) => !label.required);
	return [...(best ?? []), ...placeEach(rest, { ...around, names, outward: 0 }, previous)];
}

/** Places names one after the other, each where the ones before leave room. */
function placeEach(
	labels: readonly LabelCandidate[],
	around: Around,
	previous: ReadonlyMap<string, number>
): PlacedLabel[] {
	const placed: PlacedLabel[] = [];
	for (const label of labels) {
		const place = bestPlace(label, around, previous.get(label.key));
		if (!place) continue;
		const { anchor, box, tight } = place;
		around.names.add({
			x: box.x - CLEAR.x,
			y: box.y - CLEAR.y,
			width: box.width + 2 * CLEAR.x,
			height: box.height + 2 * CLEAR.y
		});
		const dx = ANCHORS[anchor]?.dx ?? 0;
		const align = dx > 0 ? 'left' : dx < 0 ? 'right' : 'center';
		placed.push({ ...box, key: label.key, anchor, align, tight, away: anchor >= NEAR });
	}
	return placed;
}

interface Place {
	anchor: number;
	box: Box;
	tight: boolean;
}

/** Nodes by how much they matter now. */
interface Nodes {
	firm: Taken;
	faint: Taken;
}
/** What of them a name may stand on. */
type Over = 'none' | 'faint' | 'all';

interface Around {
	frame: Box;
	names: Taken;
	nodes: Nodes;
	segments: Obstacles['segments'];
	/** Of the nodes whose names are required. */
	middle: Point;
	/** Pixels further a name goes rather than inward. */
	outward: number;
}

function middleOf(points: readonly Point[]): Point {
	const sum = { x: 0, y: 0 };
	for (const { x, y } of points) {
		sum.x += x;
		sum.y += y;
	}
	const count = Math.max(points.length, 1);
	return { x: sum.x / count, y: sum.y / count };
}

/**
 * Places around a node, from the middle of those named outward first: names around a hub stand on their
 * own side of it, and their lines do not cross.
 */
function outwardOrder({ x, y }: Point, { middle, outward }: Around): number[] {
	const away = { x: x - middle.x, y: y - middle.y };
	const length = Math.hypot(away.x, away.y);
	const costs = ANCHORS.map(({ dx, dy, distance }) => {
		const turn = length > 1 ? (away.x * dx + away.y * dy) / (length * Math.hypot(dx, dy)) : 1;
		return distance + outward * (1 - turn);
	});
	return costs.map((_cost, index) => index).sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0));
}

function bestPlace(
	label: LabelCandidate,
	around: Around,
	before: number | undefined
): Place | undefined {
	const { frame, names, nodes, segments } = around;
	const isOnNode = (box: Box, over: Over): boolean =>
		(over !== 'all' && nodes.firm.hits(box)) || (over === 'none' && nodes.faint.hits(box));
	const free = (index: number, over: Over, tight: boolean): Place | undefined => {
		const anchor = ANCHORS[index];
		if (!anchor || (tight && !label.tight)) return undefined;
		const box = boxAt(label, anchor, tight);
		if (!inside(box, frame) || names.hits(box) || isOnNode(box, over)) return undefined;
		return { anchor: index, box, tight };
	};
	const either = (index: number, over: Over): Place | undefined =>
		free(index, over, false) ?? free(index, over, true);
	for (const index of [before, label.only ?? label.prefer]) {
		const place = index === undefined ? undefined : either(index, 'none');
		if (place) return place;
	}
	const least = (from: number, to: number): Place | undefined => {
		let best: Place | undefined;
		let lowest = Infinity;
		for (let index = from; index < to; index++) {
			const place = either(index, 'none');
			if (!place) continue;
			const cost = segments.reduce(
				(sum, s) => sum + (crosses(place.box, s) ? 1 : 0),
				index * 0.2 + (place.tight ? 0.1 : 0)
			);
			if (cost < lowest) {
				lowest = cost;
				best = place;
			}
			if (lowest < from * 0.2 + 1) break;
		}
		return best;
	};
	const best =
		(label.only === undefined ? least(0, NEAR) : undefined) ??
		(label.roams ? least(NEAR, ROAMING) : undefined);
	if (best || !label.required) return best;
	const order = outwardOrder(label, around);
	for (const [over, most] of STEPS)
		for (const index of order) {
			const place = index < most ? either(index, over) : undefined;
			if (place) return place;
		}
	return undefined;
}
