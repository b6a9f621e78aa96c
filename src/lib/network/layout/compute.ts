import type {
	IsolationRow,
	Layout,
	Network,
	NetworkEdge,
	NetworkNode,
	Position
} from '../model.ts';
import { hullPolygons } from '../hull.ts';
import { isApart, isolatedStructures } from '../isolation.ts';
import { bedSteps, plantBed, seatBench, type Clump, type Placed } from './beds.ts';
import { boundsOf } from './bounds.ts';
import { layoutComponent, pointsOf, type Frame } from './component.ts';
import { components, drawnGraph, isHub, shapingEdges, type DrawnGraph } from './drawn.ts';
import { FEW, fillMargin, heldInMargin, LABEL, marginWidth, type Seat } from './margin.ts';
import { roomFor } from './overlaps.ts';
import { pack, type Piece } from './pack.ts';

/** Changes whenever the same network would be drawn differently. */
export const LAYOUT_VERSION = 5;

/** Width over height of a whole picture, margin and names included. */
const RATIO = 1.5;
/** That of a bed, whose names stand below their nodes. */
const BED_RATIO = 1.7;
/** From the network to the margin's edge, and from there to its first column, in node diameters. */
const GAP = { edge: 3, column: 1.5 };

/** Pairs of each component, with the indices of the component. */
function split(graph: DrawnGraph): DrawnGraph[] {
	const lists = components(graph);
	const local = new Int32Array(graph.nodes.length);
	const owner = new Int32Array(graph.nodes.length);
	const parts = lists.map((list) => ({
		nodes: list.flatMap((i) => graph.nodes[i] ?? []),
		pairs: [] as (readonly [number, number])[]
	}));
	lists.forEach((list, c) =>
		list.forEach((i, k) => {
			owner[i] = c;
			local[i] = k;
		})
	);
	for (const [a, b] of graph.pairs)
		parts[owner[a] ?? 0]?.pairs.push([local[a] ?? 0, local[b] ?? 0]);
	return parts;
}

/** Area a node takes in a settled picture, in square diameters: enough to foresee its size. */
const ROOM_OF_ONE = 16;

/** What the margin will take of the width, foreseen from what there is to draw. */
function frameBeside(seats: readonly Seat[], order: number): Frame {
	if (seats.length === 0) return { ratio: RATIO, beside: 0 };
	const block = seats.length > FEW ? seats.length * 6 : 0;
	const height = Math.sqrt((order * ROOM_OF_ONE + block) / RATIO);
	const beside = marginWidth(seats, height) + GAP.edge + GAP.column;
	return { ratio: RATIO, beside };
}

/** A piece to pack: where its nodes stand within it, and the zone they belong to. */
interface Group extends Piece {
	nodes: readonly NetworkNode[];
	zone: Position['zone'];
}

const groupOf = (placed: readonly Placed[], zone: Position['zone']): Group => ({
	nodes: placed.map(({ node }) => node),
	points: placed,
	pairs: [],
	zone
});

interface Wish {
	documented: boolean;
	frame: Frame;
	/** Ids tied to the margin. */
	outward: ReadonlySet<string>;
}

/** Mirrored when what is tied to the margin would stand on the far side of it. */
function facing<P extends { x: number; y: number }>(
	points: readonly P[],
	outward: readonly boolean[]
): { x: number; y: number }[] {
	const mean = (list: readonly P[]): number =>
		list.reduce((sum, { x }) => sum + x, 0) / Math.max(1, list.length);
	const tied = points.filter((_, i) => outward[i]);
	const away = tied.length > 0 && mean(tied) < mean(points) - 1e-6;
	return points.map(({ x, y }) => ({ x: away ? -x : x, y }));
}

/** Nodes outside the margin with a drawn tie into it. */
function tiedTo(seats: readonly Seat[], edges: readonly NetworkEdge[]): Set<string> {
	const apart = new Set(seats.map(({ node }) => node.id));
	const tied = new Set<string>();
	for (const { source, target } of edges) {
		if (apart.has(source) && !apart.has(target)) tied.add(target);
		if (apart.has(target) && !apart.has(source)) tied.add(source);
	}
	return tied;
}

/** Members of an undocumented network, each structure followed by the resources tied to it. */
const clumpsOf = (parts: readonly DrawnGraph[]): Clump[] =>
	parts.map(({ nodes }) =>
		[...nodes].sort((a, b) => Number(a.label !== 'Actor') - Number(b.label !== 'Actor'))
	);

/**
 * Connected groups laid out on their own at one scale, then packed with the members no tie holds:
 * a bench beside documented groups, a bed where nothing is documented.
 */
function placeGroups(graph: DrawnGraph, { documented, frame, outward }: Wish): Group[] {
	const parts = split(graph);
	const least = documented ? 2 : 3;
	const drawn = parts.filter((p) => p.nodes.length >= least);
	const loose = parts.filter((p) => p.nodes.length < least);
	const order = drawn.reduce((sum, p) => sum + p.nodes.length, 0);
	const room = roomFor(order);
	const groups = drawn.map((part, k): Group => {
		const leaning = k === 0 || part.nodes.length > 12;
		const only = k === 0 ? frame : { ratio: RATIO, beside: 0 };
		const points = facing(
			pointsOf(layoutComponent(part, room, leaning ? only : undefined)),
			part.nodes.map(({ id }) => outward.has(id))
		);
		return { nodes: part.nodes, points, pairs: part.pairs, zone: 'network' };
	});
	if (loose.length > 0) {
		const bed = documented
			? groupOf(seatBench(loose.flatMap((p) => p.nodes)), 'unattached')
			: groupOf(plantBed(clumpsOf(loose), BED_RATIO), 'network');
		groups.push(bed);
	}
	const count = documented ? order : graph.nodes.length;
	const gap = documented ? (count > 300 ? 3 : 3.8) : bedSteps(count).dx;
	const shifts = pack(groups, gap, frame);
	return groups.map((group, k) => {
		const shift = shifts[k] ?? { x: 0, y: 0 };
		return { ...group, points: group.points.map((p) => ({ x: p.x + shift.x, y: p.y + shift.y })) };
	});
}

/** Projects above the middle of the picture, agencies above them: over it, pulling nothing. */
function hangHubs(hubs: readonly NetworkNode[], placed: readonly Placed[]): Placed[] {
	const box = boundsOf(placed);
	const centre = (box.minX + box.maxX) / 2;
	const rows = (['HealthProject', 'ArsRegion'] as const).map((label) =>
		hubs.filter((n) => n.label === label)
	);
	return rows.flatMap((row, r) =>
		row.map((node, i) => ({
			node,
			x: centre + (i - (row.length - 1) / 2) * 3,
			y: box.minY - 2.5 - r * 2.5
		}))
	);
}

const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** Those apart, with the shared resources that they alone hold; and everyone else. */
function shareOut(
	network: Network,
	isolated: readonly IsolationRow[]
): { seats: Seat[]; inside: NetworkNode[] } {
	const free = network.nodes.filter((n) => !isHub(n));
	const classes = new Map(isolated.filter(isApart).map((row) => [row.actorId, row.class]));
	const held = heldInMargin(free, shapingEdges(network), (id) => classes.has(id));
	const beside = new Set([...held.values()].flat());
	const seats: Seat[] = [];
	const inside: NetworkNode[] = [];
	for (const node of free) {
		const found = classes.get(node.id);
		if (found) seats.push({ node, class: found, beside: held.get(node.id) ?? [] });
		else if (!beside.has(node)) inside.push(node);
	}
	return { seats, inside };
}

/**
 * Positions of every node of a network, y growing downward: connected groups packed at one scale, those
 * without a documented cooperation in a margin on the right with what they alone hold, members without
 * a drawn tie on a bench; when no cooperation is documented, everyone in beds, by nature. Only ids,
 * labels, kinds, dates and ties count, so the same data gives the same picture to the bit. Bounds leave
 * room for the names of a margin of few.
 */
export function computeLayout(
	network: Network,
	isolated: readonly IsolationRow[] = isolatedStructures(network)
): Layout {
	const { seats, inside } = shareOut(network, isolated);
	const edges = shapingEdges(network);
	const groups = placeGroups(drawnGraph(inside, edges), {
		documented: network.documented,
		frame: frameBeside(seats, inside.length),
		outward: tiedTo(seats, edges)
	});
	const positions = new Map<string, Position>();
	const placed: Placed[] = [];
	for (const { nodes, points, zone } of groups)
		nodes.forEach((node, i) => {
			const { x, y } = points[i] ?? { x: 0, y: 0 };
			placed.push({ node, x, y });
			positions.set(node.id, { x, y, zone });
		});

	let marginX: number | undefined;
	if (seats.length > 0) {
		const box = boundsOf(placed);
		const edge = Math.max(GAP.edge, (box.maxX - box.minX) * 0.04);
		marginX = round(box.maxX + edge);
		const taken = fillMargin(seats, marginX + Math.max(GAP.column, edge / 2), box);
		for (const [id, position] of taken) positions.set(id, position);
	}
	const bounds = boundsOf([...positions.values()]);
	if (seats.length > 0 && seats.length <= FEW) bounds.maxX += LABEL;
	for (const { node, x, y } of hangHubs(network.nodes.filter(isHub), placed))
		positions.set(node.id, { x, y, zone: 'network' });
	for (const [id, p] of positions)
		positions.set(id, { x: round(p.x), y: round(p.y), zone: p.zone });
	const hulls = hullPolygons(network, positions).map((hull) =>
		hull.map(([x, y]) => [round(x), round(y)] as const)
	);
	return {
		version: LAYOUT_VERSION,
		positions: new Map([...positions].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
		marginX,
		bounds: {
			minX: round(bounds.minX),
			minY: round(bounds.minY),
			maxX: round(bounds.maxX),
			maxY: round(bounds.maxY)
		},
		hulls
	};
}
