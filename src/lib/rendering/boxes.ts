/** Boxes and segments on screen, in pixels: which meet. */

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface Segment {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

/** True when two boxes share some area. */
export const overlap = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** True when a box stands whole in a frame. */
export const inside = (box: Box, frame: Box): boolean =>
	box.x >= frame.x &&
	box.y >= frame.y &&
	box.x + box.width <= frame.x + frame.width &&
	box.y + box.height <= frame.y + frame.height;

/** True when a segment enters a box (Liang and Barsky's clipping). */
export function crosses(box: Box, { x1, y1, x2, y2 }: Segment): boolean {
	let from = 0;
	let to = 1;
	const dx = x2 - x1;
	const dy = y2 - y1;
	for (const [p, q] of [
		[-dx, x1 - box.x],
		[dx, box.x + box.width - x1],
		[-dy, y1 - box.y],
		[dy, box.y + box.height - y1]
	] as const) {
		if (p === 0) {
			if (q < 0) return false;
		} else if (p < 0) from = Math.max(from, q / p);
		else to = Math.min(to, q / p);
		if (from > to) return false;
	}
	return true;
}

/** Pixels of a cell's side. */
const CELL = 64;
/** More than the rows there can be. */
const ROWS = 100_003;

/** Boxes already taken, by cell, so that each test looks at its surroundings only. */
export class Taken {
	#cells = new Map<number, Box[]>();

	add(box: Box): void {
		const [left, right, top, bottom] = cellsOf(box);
		for (let i = left; i <= right; i++)
			for (let j = top; j <= bottom; j++) {
				const list = this.#cells.get(i * ROWS + j);
				if (list) list.push(box);
				else this.#cells.set(i * ROWS + j, [box]);
			}
	}

	// Plain loops: asked for each place a name may have, dozens of times a name, at each frame.
	hits(box: Box): boolean {
		const [left, right, top, bottom] = cellsOf(box);
		for (let i = left; i <= right; i++)
			for (let j = top; j <= bottom; j++) {
				const list = this.#cells.get(i * ROWS + j);
				if (list) for (const other of list) if (overlap(box, other)) return true;
			}
		return false;
	}
}

/** Columns and rows of cells a box is in. */
const cellsOf = ({ x, y, width, height }: Box): [number, number, number, number] => [
	Math.floor(x / CELL),
	Math.floor((x + width) / CELL),
	Math.floor(y / CELL),
	Math.floor((y + height) / CELL)
];
