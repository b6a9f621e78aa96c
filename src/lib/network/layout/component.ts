import type { DrawnGraph } from './drawn.ts';
import { ForceSimulation, settle, TIE_LENGTH } from './forces.ts';
import { removeOverlaps, type Room } from './overlaps.ts';
import { startingPositions } from './start.ts';

/** Turns a picture, in place, so that its longest direction lies flat: labels are wide. */
function layFlat(positions: Float64Array): void {
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
	const angle = -Math.atan2(2 * xy, xx - yy) / 2;
	const cos = Math.cos(angle);
	const sin = Math.sin(angle);
	for (let i = 0; i < n; i++) {
		const x = (positions[2 * i] ?? 0) - mx;
		const y = (positions[2 * i + 1] ?? 0) - my;
		positions[2 * i] = x * cos - y * sin;
		positions[2 * i + 1] = x * sin + y * cos;
	}
}

/** Positions of one connected graph at the common scale, x and y alternating, overlaps removed. */
export function layoutComponent(graph: DrawnGraph, room: Room): Float64Array {
	const start = startingPositions(graph, TIE_LENGTH);
	const settled = settle(new ForceSimulation(start, graph.pairs));
	const positions = Float64Array.from(settled);
	layFlat(positions);
	removeOverlaps(positions, room);
	return positions;
}
