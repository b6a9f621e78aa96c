import type { IsolationRow, Layout, Network, NetworkNode, Position } from '../model.ts';
import { isApart, isolatedStructures } from '../isolation.ts';
import { fillMargin, MARGIN, plantBed, seatBench, type Placed } from './beds.ts';
import { boundsOf } from './bounds.ts';
import { layoutComponent } from './component.ts';
import { components, drawnGraph, isHub, shapingEdges, type DrawnGraph } from './drawn.ts';
import { roomFor } from './overlaps.ts';
import { pack } from './pack.ts';

/** Changes whenever the same network would be drawn differently. */
export const LAYOUT_VERSION = 2;

/** Width over height a network is packed toward. */
const RATIO = 1.6;

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

/** Each connected group laid out on its own at one scale, then packed side by side, largest first. */
function placeGroups(parts: readonly DrawnGraph[], order: number): Placed[] {
	const room = roomFor(order);
	const drawn = parts.map((part) => {
		const xy = layoutComponent(part, room);
		const points = part.nodes.map((node, i) => ({
			node,
			x: xy[2 * i] ?? 0,
			y: xy[2 * i + 1] ?? 0
		}));
		return { points, box: boundsOf(points) };
	});
	const boxes = drawn.map(({ box }) => ({
		width: box.maxX - box.minX,
		height: box.maxY - box.minY
	}));
	const corners = pack(boxes, order > 300 ? 3 : 3.6, RATIO);
	return drawn.flatMap(({ points, box }, k) => {
		const corner = corners[k] ?? { x: 0, y: 0 };
		return points.map(({ node, x, y }) => ({
			node,
			x: x - box.minX + corner.x,
			y: y - box.minY + corner.y
		}));
	});
}

/** Room between members of a bed: labels are long, and few nodes leave room for them. */
const bedSteps = (count: number): { dx: number; dy: number } =>
	count <= 40 ? { dx: 4.2, dy: 2.4 } : count <= 300 ? { dx: 2.6, dy: 1.9 } : { dx: 1.6, dy: 1.4 };

function placeBench(bench: readonly NetworkNode[], network: readonly Placed[]): Placed[] {
	if (network.length === 0) {
		const { dx, dy } = bedSteps(bench.length);
		return plantBed(bench, dx, dy);
	}
	const box = boundsOf(network);
	const centre = (box.minX + box.maxX) / 2;
	const width = Math.max(box.maxX - box.minX, Math.sqrt(bench.length * 6 * RATIO));
	return seatBench(bench, width, 3).map((p) => ({
		...p,
		x: p.x + centre,
		y: p.y + box.maxY + 3
	}));
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

const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Positions of every node of a network, y growing downward: connected groups packed at one scale, those
 * without a documented cooperation in a margin on the right, members without a drawn tie on a bench
 * below; when no cooperation is documented, everyone in one bed, by nature. Only ids, labels, kinds,
 * dates and ties count, so the same data gives the same picture to the bit.
 */
export function computeLayout(
	network: Network,
	isolated: readonly IsolationRow[] = isolatedStructures(network)
): Layout {
	const free = network.nodes.filter((n) => !isHub(n));
	const classes = new Map(isolated.filter(isApart).map((row) => [row.actorId, row.class]));
	const apart: { node: NetworkNode; class: IsolationRow['class'] }[] = [];
	const inside: NetworkNode[] = [];
	for (const node of free) {
		const found = classes.get(node.id);
		if (found) apart.push({ node, class: found });
		else inside.push(node);
	}
	const positions = new Map<string, Position>();
	let placed: Placed[];
	let bench: Placed[] = [];
	if (network.documented) {
		const parts = split(drawnGraph(inside, shapingEdges(network)));
		const groups = parts.filter((p) => p.nodes.length > 1);
		const alone = parts.filter((p) => p.nodes.length === 1).flatMap((p) => p.nodes);
		placed = placeGroups(groups, inside.length - alone.length);
		bench = placeBench(alone, placed);
	} else {
		const { dx, dy } = bedSteps(inside.length);
		placed = plantBed(inside, dx, dy);
	}
	for (const { node, x, y } of placed) positions.set(node.id, { x, y, zone: 'network' });
	for (const { node, x, y } of bench) positions.set(node.id, { x, y, zone: 'unattached' });

	let marginX: number | undefined;
	if (apart.length > 0) {
		const box = boundsOf([...positions.values()]);
		marginX = round(box.maxX + MARGIN.gap);
		const seats = fillMargin(apart, marginX + MARGIN.gap / 2, box);
		for (const [id, position] of seats) positions.set(id, position);
	}
	const bounds = boundsOf([...positions.values()]);
	for (const { node, x, y } of hangHubs(network.nodes.filter(isHub), [...placed, ...bench]))
		positions.set(node.id, { x, y, zone: 'network' });
	for (const [id, p] of positions)
		positions.set(id, { x: round(p.x), y: round(p.y), zone: p.zone });
	return {
		version: LAYOUT_VERSION,
		positions: new Map([...positions].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
		marginX,
		bounds: {
			minX: round(bounds.minX),
			minY: round(bounds.minY),
			maxX: round(bounds.maxX),
			maxY: round(bounds.maxY)
		}
	};
}
