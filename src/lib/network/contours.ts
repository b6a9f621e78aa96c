import type { Polygon } from './model.ts';

/** A segment; a point when both ends are the same. */
export interface Capsule {
	ax: number;
	ay: number;
	bx: number;
	by: number;
}

/** Steps of the grid per radius: outlines are smooth at screen size, and cheap. */
const FINENESS = 3;

/** A regular grid of distances to the nearest capsule, blended so that hollows between them fill. */
interface Field {
	x0: number;
	y0: number;
	step: number;
	columns: number;
	rows: number;
	/** Positive inside. */
	values: Float32Array;
}

/** Square of the distance from a capsule's segment: a root for every cell would cost more than the rest. */
function squaredDistance(c: Capsule, x: number, y: number): number {
	const vx = c.bx - c.ax;
	const vy = c.by - c.ay;
	const length = vx * vx + vy * vy;
	const along = length === 0 ? 0 : ((x - c.ax) * vx + (y - c.ay) * vy) / length;
	const t = along < 0 ? 0 : along > 1 ? 1 : along;
	const dx = x - c.ax - t * vx;
	const dy = y - c.ay - t * vy;
	return dx * dx + dy * dy;
}

/** Where a capsule can reach on the horizontal line at `y`: a slanted one is a band, not its box. */
function bandAt(c: Capsule, y: number, reach: number): readonly [from: number, to: number] {
	const from = Math.min(c.ax, c.bx) - reach;
	const to = Math.max(c.ax, c.bx) + reach;
	const vx = c.bx - c.ax;
	const vy = c.by - c.ay;
	if (vy === 0) return [from, to];
	const middle = c.ax + ((y - c.ay) * vx) / vy;
	const half = (reach * Math.sqrt(vx * vx + vy * vy)) / Math.abs(vy);
	return [Math.max(from, middle - half), Math.min(to, middle + half)];
}

function fieldOf(capsules: readonly Capsule[], radius: number): Field {
	const reach = radius * 2;
	let minX = Infinity;
	let minY = Infinity;
	let maxX = -Infinity;
	let maxY = -Infinity;
	for (const { ax, ay, bx, by } of capsules) {
		minX = Math.min(minX, ax, bx);
		minY = Math.min(minY, ay, by);
		maxX = Math.max(maxX, ax, bx);
		maxY = Math.max(maxY, ay, by);
	}
	const step = radius / FINENESS;
	const x0 = minX - reach - step;
	const y0 = minY - reach - step;
	const columns = Math.ceil((maxX + reach + step - x0) / step) + 1;
	const rows = Math.ceil((maxY + reach + step - y0) / step) + 1;
	// Each capsule adds a bump that is 1 at the radius when alone, and nothing beyond its reach.
	const values = new Float32Array(columns * rows).fill(-1);
	const unitBump = (1 - 1 / 4) ** 2;
	for (const c of capsules) {
		const top = Math.max(0, Math.floor((Math.min(c.ay, c.by) - reach - y0) / step));
		const bottom = Math.min(rows - 1, Math.ceil((Math.max(c.ay, c.by) + reach - y0) / step));
		for (let row = top; row <= bottom; row++) {
			const y = y0 + row * step;
			const [from, to] = bandAt(c, y, reach);
			const left = Math.max(0, Math.floor((from - x0) / step));
			const right = Math.min(columns - 1, Math.ceil((to - x0) / step));
			for (let column = left; column <= right; column++) {
				const bump = 1 - squaredDistance(c, x0 + column * step, y) / (reach * reach);
				if (bump <= 0) continue;
				const at = row * columns + column;
				values[at] = (values[at] ?? 0) + (bump * bump) / unitBump;
			}
		}
	}
	return { x0, y0, step, columns, rows, values };
}

/** Sides of a cell crossed by the outline, by its corners inside (1 top left, 2 top right, 4 bottom right, 8 bottom left). */
const CROSSINGS: readonly (readonly number[])[] = [
	[],
	[3, 0],
	[0, 1],
	[3, 1],
	[1, 2],
	[3, 0, 1, 2],
	[0, 2],
	[3, 2],
	[2, 3],
	[2, 0],
	[0, 1, 2, 3],
	[2, 1],
	[1, 3],
	[1, 0],
	[0, 3],
	[]
];

/** Twice the signed area: outlines run with their inside on the left, so that of a hole is positive. */
function area(outline: Polygon): number {
	return outline.reduce((sum, [x, y], i) => {
		const [nx, ny] = outline[(i + 1) % outline.length] ?? [x, y];
		return sum + x * ny - nx * y;
	}, 0);
}

/** Convex hull of points (Andrew's monotone chain), n log n. */
export function convexHull(points: Polygon): Polygon {
	const sorted = [...points].sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
	const half = (from: Polygon): (readonly [number, number])[] => {
		const chain: (readonly [number, number])[] = [];
		for (const p of from) {
			for (;;) {
				const a = chain.at(-2);
				const b = chain.at(-1);
				if (!a || !b) break;
				if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
				chain.pop();
			}
			chain.push(p);
		}
		return chain.slice(0, -1);
	};
	return sorted.length < 2 ? sorted : [...half(sorted), ...half(sorted.reverse())];
}

/**
 * Outer outlines of the union of capsules of this radius, flowing into one another where they come close
 * (marching squares on a blended distance field). Time and memory go with the area covered.
 */
export function contours(capsules: readonly Capsule[], radius: number): Polygon[] {
	if (capsules.length === 0) return [];
	const field = fieldOf(capsules, radius);
	const { columns, rows, values } = field;
	const value = (column: number, row: number): number => values[row * columns + column] ?? -1;
	/** Where the outline crosses a side of the grid: `2 × corner` to its right, `+ 1` below it. */
	const point = (key: number): readonly [number, number] => {
		const corner = key >> 1;
		const column = corner % columns;
		const row = (corner - column) / columns;
		const down = key & 1;
		const from = value(column, row);
		const to = value(column + 1 - down, row + down);
		const t = from === to ? 0.5 : from / (from - to);
		return [
			field.x0 + (column + (down ? 0 : t)) * field.step,
			field.y0 + (row + (down ? t : 0)) * field.step
		];
	};
	const next = new Map<number, number>();
	for (let row = 0; row < rows - 1; row++)
		for (let column = 0; column < columns - 1; column++) {
			const mask =
				(value(column, row) > 0 ? 1 : 0) |
				(value(column + 1, row) > 0 ? 2 : 0) |
				(value(column + 1, row + 1) > 0 ? 4 : 0) |
				(value(column, row + 1) > 0 ? 8 : 0);
			if (mask === 0 || mask === 15) continue;
			const sides = CROSSINGS[mask] ?? [];
			const corner = row * columns + column;
			const keys = [corner * 2, (corner + 1) * 2 + 1, (corner + columns) * 2, corner * 2 + 1];
			for (let k = 0; k < sides.length; k += 2)
				next.set(keys[sides[k] ?? 0] ?? 0, keys[sides[k + 1] ?? 0] ?? 0);
		}
	const outlines: Polygon[] = [];
	while (next.size > 0) {
		const [start] = next.keys();
		const outline: (readonly [number, number])[] = [];
		for (let key = start; key !== undefined;) {
			const after: number | undefined = next.get(key);
			next.delete(key);
			if (after === undefined) break;
			outline.push(point(key));
			key = after;
		}
		if (outline.length > 2 && area(outline) < 0) outlines.push(outline);
	}
	return outlines;
}
