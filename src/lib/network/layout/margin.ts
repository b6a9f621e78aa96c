import { KIND_GROUPS } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { IsolationClass, NetworkEdge, NetworkNode, Position } from '../model.ts';
import { ISOLATION_CLASSES } from '../model.ts';
import { byNature } from './beds.ts';

/** A structure of the margin, with what it alone holds: they stand side by side. */
export interface Seat {
	node: NetworkNode;
	class: IsolationClass;
	beside: NetworkNode[];
}

/** Width a label takes at the right of a node, in node diameters. */
export const LABEL = 7;
/** From here on a margin is a dense block: its names come with the pointer. */
export const FEW = 30;
/** Steps in node diameters; those of few leave room for names of two lines. */
const SPARSE = { column: LABEL + 0.6, beside: 2.4, row: 2.7, class: 0.6, group: 0 };
const DENSE = { column: 2.3, beside: 2.3, row: 2.2, class: 2.2, group: 0.7 };
/** A margin may always be this tall, however flat the network beside it. */
const TALL = 14;

/** Shared resources whose only ties are with structures of the margin, by the one they stand beside. */
export function heldInMargin(
	nodes: readonly NetworkNode[],
	edges: readonly NetworkEdge[],
	isApart: (id: string) => boolean
): Map<string, NetworkNode[]> {
	const resources = new Map(
		nodes.filter((n) => n.label === 'SharedResource').map((n) => [n.id, n])
	);
	const known = new Set(nodes.map((n) => n.id));
	const ties = new Map<string, { other: string; holds: boolean }[]>();
	for (const edge of edges)
		for (const [id, other] of [
			[edge.source, edge.target],
			[edge.target, edge.source]
		] as const) {
			if (!resources.has(id) || !known.has(other)) continue;
			const list = ties.get(id) ?? [];
			ties.set(id, list);
			list.push({ other, holds: edge.type === 'HOLDS' });
		}
	const held = new Map<string, NetworkNode[]>();
	for (const [id, node] of resources) {
		const list = ties.get(id) ?? [];
		const first = list.find((t) => t.holds) ?? list[0];
		if (!first || !list.every((t) => isApart(t.other))) continue;
		const beside = held.get(first.other) ?? [];
		held.set(first.other, beside);
		beside.push(node);
	}
	return held;
}

const steps = (count: number): typeof SPARSE => (count <= FEW ? SPARSE : DENSE);
const cellsOf = (seats: readonly Seat[]): number =>
	seats.reduce((sum, seat) => sum + 1 + seat.beside.length, 0);

/** A column of few is as wide as its fullest seat and a name. */
function columnOf(seats: readonly Seat[]): number {
	const { column, beside } = steps(seats.length);
	if (seats.length > FEW) return column;
	return column + beside * Math.max(0, ...seats.map((seat) => seat.beside.length));
}

/** What a margin adds to the width of a picture of this height, names included. */
export function marginWidth(seats: readonly Seat[], height: number): number {
	if (seats.length === 0) return 0;
	const { row } = steps(seats.length);
	if (seats.length > FEW)
		return Math.ceil((cellsOf(seats) * row * 1.25) / height) * columnOf(seats);
	return Math.ceil((seats.length * row) / Math.max(TALL, height)) * columnOf(seats);
}

/** Seats of a row; an empty place parts two natures. */
interface Row {
	places: (Seat | undefined)[];
	before: number;
}

/** Rows of seats: each class starts one, and in a block each colour group that does not fit the last. */
function rowsOf(seats: readonly Seat[], columns: number): Row[] {
	const dense = seats.length > FEW;
	const gaps = steps(seats.length);
	const rows: Row[] = [];
	for (const cls of ISOLATION_CLASSES) {
		const all = seats.filter((s) => s.class === cls).sort((a, b) => byNature(a.node, b.node));
		const bands = dense ? KIND_GROUPS.map((g) => all.filter((s) => s.node.group === g)) : [all];
		let row: Row | undefined;
		let taken = 0;
		for (const band of bands.filter((b) => b.length > 0)) {
			const starts = !row || taken + 1 + cellsOf(band) > columns;
			if (row && !starts) {
				row.places.push(undefined);
				taken++;
			}
			let before = row ? gaps.group : gaps.class;
			for (const seat of band) {
				const wide = dense ? 1 + seat.beside.length : 1;
				if (!row || taken + wide > columns || (starts && seat === band[0])) {
					row = { places: [], before: rows.length === 0 ? 0 : before };
					rows.push(row);
					before = 0;
					taken = 0;
				}
				row.places.push(seat);
				taken += wide;
			}
		}
	}
	return rows;
}

const heightOf = (rows: readonly Row[], step: number): number =>
	rows.reduce((sum, { before }) => sum + step + before, -step);

/** The fewest columns that keep the margin as tall as what it stands beside. */
function arrange(seats: readonly Seat[], height: number): Row[] {
	const few = seats.length <= FEW;
	const { row } = steps(seats.length);
	const tall = few ? Math.max(TALL, height) : Math.max(height, Math.sqrt(cellsOf(seats) * row * 3));
	for (let columns = few ? 1 : 3; ; columns++) {
		const rows = rowsOf(seats, columns);
		if (heightOf(rows, row) <= tall || columns > seats.length) return rows;
	}
}

/**
 * The margin of those apart, from `left`, level with the middle of what it stands beside: rows by class,
 * then by nature, each structure followed by the resources it alone holds.
 */
export function fillMargin(
	seats: readonly Seat[],
	left: number,
	beside: { minY: number; maxY: number }
): Map<string, Position> {
	const step = steps(seats.length);
	const rows = arrange(seats, beside.maxY - beside.minY);
	const column = columnOf(seats);
	const positions = new Map<string, Position>();
	let y = (beside.minY + beside.maxY - heightOf(rows, step.row)) / 2;
	for (const row of rows) {
		y += row.before;
		let x = left;
		for (const seat of row.places) {
			const start = x;
			x += column;
			if (!seat) continue;
			positions.set(seat.node.id, { x: start, y, zone: 'margin' });
			seat.beside.forEach((node, k) => {
				positions.set(node.id, { x: start + (k + 1) * step.beside, y, zone: 'margin' });
			});
			if (seats.length > FEW) x += seat.beside.length * step.beside;
		}
		y += step.row;
	}
	return positions;
}
