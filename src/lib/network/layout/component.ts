import { boundsOf } from './bounds.ts';
import type { DrawnGraph } from './drawn.ts';
import { neighbours } from './drawn.ts';
import { ForceSimulation, settle, TIE_LENGTH } from './forces.ts';
import { removeOverlaps, type Room } from './overlaps.ts';
import { startingPositions } from './start.ts';

/** The picture a group should fit: its proportion, and the width already taken by what stands beside. */
export interface Frame {
	ratio: number;
	beside: number;
}

/** Names stick out of a group: room for them around its points. */
const NAMES = { width: 4, height: 2 };
const ANGLES = 36;

function turned(positions: Float64Array, angle: number): Float64Array {
	const cos = Math.cos(angle);
	const sin = Math.sin(angle);
	const out = new Float64Array(positions.length);
	for (let k = 0; k < positions.length; k += 2) {
		const x = positions[k] ?? 0;
		const y = positions[k + 1] ?? 0;
		out[k] = x * cos - y * sin;
		out[k + 1] = x * sin + y * cos;
	}
	return out;
}

/** The angle that lays the longest direction flat: labels are wide. */
function flatAngle(positions: Float64Array): number {
	const n = positions.length / 2;
	let mx = 0;
	let my = 0;
	for (let i = 0; i < n; i++) {
		mx += (positions[2 * i] ?? 0) / n;
		my += (positions[2 * i + 1] ?? 0) / n;
	}
	let xx = 0;
	let xy = 0;
	let yy = 0;
	for (let i = 0; i < n; i++) {
		const x = (positions[2 * i] ?? 0) - mx;
		const y = (positions[2 * i + 1] ?? 0) - my;
		xx += x * x;
		xy += x * y;
		yy += y * y;
	}
	return -Math.atan2(2 * xy, xx - yy) / 2;
}

export const pointsOf = (positions: Float64Array): { x: number; y: number }[] =>
	Array.from({ length: positions.length / 2 }, (_, i) => ({
		x: positions[2 * i] ?? 0,
		y: positions[2 * i + 1] ?? 0
	}));

/** Laid flat, then leaning as much as it takes for the whole picture to fill its frame. */
function orient(positions: Float64Array, frame: Frame | undefined): Float64Array {
	const flat = turned(positions, flatAngle(positions));
	if (!frame) return flat;
	let best = flat;
	let least = Infinity;
	for (let k = 0; k < ANGLES; k++) {
		// Flat first, then leaning more and more to either side: of two equals the flatter is kept.
		const angle = (Math.PI / ANGLES) * (k % 2 === 0 ? -k / 2 : (k + 1) / 2);
		const candidate = turned(flat, angle);
		const box = boundsOf(pointsOf(candidate));
		const width = box.maxX - box.minX + NAMES.width + frame.beside;
		const height = (box.maxY - box.minY + NAMES.height) * frame.ratio;
		const cost = Math.max(width, height) + 0.1 * Math.min(width, height);
		if (cost > least * 0.99) continue;
		best = candidate;
		least = cost;
	}
	return best;
}

/** Nodes of a chain from the end with the smaller index; nothing when the graph is no chain. */
function chainOf(graph: DrawnGraph): number[] {
	const next = neighbours(graph);
	const ends = next.flatMap((list, i) => (list.length === 1 ? [i] : []));
	const start = ends[0];
	if (start === undefined || ends.length !== 2 || graph.pairs.length !== next.length - 1) return [];
	const chain = [start];
	for (const i of chain) {
		const on = next[i]?.find((j) => j !== chain.at(-2));
		if (on !== undefined) chain.push(on);
	}
	return chain;
}

/** A chain as a zigzag of ties of one length: names fit above and below by turns. */
function zigzag(chain: readonly number[]): Float64Array {
	const positions = new Float64Array(chain.length * 2);
	const rise = TIE_LENGTH * 0.56;
	const run = Math.sqrt(TIE_LENGTH ** 2 - rise ** 2);
	chain.forEach((i, k) => positions.set([k * run, k % 2 === 0 ? rise / 2 : -rise / 2], 2 * i));
	return positions;
}

/**
 * Positions of one connected graph at the common scale, x and y alternating, overlaps removed; turned
 * to fill `frame` when there is one, else lying flat.
 */
export function layoutComponent(graph: DrawnGraph, room: Room, frame?: Frame): Float64Array {
	const chain = chainOf(graph);
	if (chain.length > 2) {
		const folded = zigzag(chain);
		const positions = chain.length > 5 ? orient(folded, frame) : folded;
		removeOverlaps(positions, room);
		return positions;
	}
	const start = startingPositions(graph, TIE_LENGTH);
	const settled = Float64Array.from(settle(new ForceSimulation(start, graph.pairs)));
	const positions = orient(settled, graph.nodes.length > 3 ? frame : undefined);
	removeOverlaps(positions, room);
	return positions;
}
