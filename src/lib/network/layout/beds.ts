import type { IsolationClass, NetworkNode, Position } from '../model.ts';
import { ISOLATION_CLASSES } from '../model.ts';
import { KIND_GROUPS } from '#lib/domain/vocabulary/actor-kinds.ts';

export interface Placed {
	node: NetworkNode;
	x: number;
	y: number;
}

const rankOf = (node: NetworkNode): number =>
	KIND_GROUPS.findIndex((group) => group === node.group);

/** Nodes side by side with their like: by colour group, then kind, then name. */
export const byNature = (a: NetworkNode, b: NetworkNode): number =>
	rankOf(a) - rankOf(b) ||
	(a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
	(a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Members without documented cooperations, planted like a bed: brick rows, fuller in the middle,
 * neighbours of one nature. Centred on 0, 0.
 */
export function plantBed(nodes: readonly NetworkNode[], dx: number, dy: number): Placed[] {
	const sorted = [...nodes].sort(byNature);
	const n = sorted.length;
	const rows = Math.max(1, Math.round(Math.sqrt((n * dx) / (dy * 2))));
	const weights = Array.from({ length: rows }, (_, r) => {
		const t = rows === 1 ? 0 : (2 * r) / (rows - 1) - 1;
		return Math.sqrt(1.35 - t * t);
	});
	const whole = weights.reduce((sum, w) => sum + w, 0);
	const placed: Placed[] = [];
	let done = 0;
	let upTo = 0;
	weights.forEach((weight, r) => {
		upTo += weight;
		const end = r === rows - 1 ? n : Math.round((n * upTo) / whole);
		const row = sorted.slice(done, end);
		done = end;
		row.forEach((node, c) => {
			const x = (c - (row.length - 1) / 2) * dx;
			placed.push({ node, x, y: (r - (rows - 1) / 2) * dy });
		});
	});
	return placed;
}

/** Rows of a bench as wide as `width`, centred on x = 0, from y = 0 down. */
export function seatBench(nodes: readonly NetworkNode[], width: number, step: number): Placed[] {
	const sorted = [...nodes].sort(byNature);
	const perRow = Math.max(3, Math.floor(width / step) + 1);
	const rows = Math.ceil(sorted.length / perRow);
	const size = Math.ceil(sorted.length / Math.max(1, rows));
	return sorted.map((node, i) => {
		const row = Math.floor(i / size);
		const inRow = Math.min(size, sorted.length - row * size);
		return { node, x: ((i % size) - (inRow - 1) / 2) * step, y: row * 2 };
	});
}

/** Steps of the margin, in node diameters. */
export const MARGIN = { gap: 3, column: 2.4, row: 2, between: 1 } as const;

/**
 * The margin of those apart: columns from `left`, about as tall as what they stand beside and level
 * with its middle, one class after the other with a space between, each by nature.
 */
export function fillMargin(
	apart: readonly { node: NetworkNode; class: IsolationClass }[],
	left: number,
	beside: { minY: number; maxY: number }
): Map<string, Position> {
	const height = beside.maxY - beside.minY;
	const positions = new Map<string, Position>();
	const total = apart.length * MARGIN.row;
	const wanted = Math.min(
		Math.max(height, 12, Math.sqrt(total * 2.5)),
		Math.max(12, Math.sqrt(total * 9))
	);
	const columns = Math.max(1, Math.ceil(total / wanted));
	const tall = Math.ceil(apart.length / columns) * MARGIN.row;
	let x = left;
	let y = 0;
	let deepest = 0;
	for (const cls of ISOLATION_CLASSES) {
		const rows = apart.filter((a) => a.class === cls).sort((a, b) => byNature(a.node, b.node));
		if (y > 0 && rows.length > 0) y += MARGIN.between;
		for (const { node } of rows) {
			if (y > 0 && y > tall - MARGIN.row / 2) {
				x += MARGIN.column;
				y = 0;
			}
			positions.set(node.id, { x, y, zone: 'margin' });
			deepest = Math.max(deepest, y);
			y += MARGIN.row;
		}
	}
	const top = (beside.minY + beside.maxY - deepest) / 2;
	for (const [id, p] of positions) positions.set(id, { ...p, y: p.y + top });
	return positions;
}
