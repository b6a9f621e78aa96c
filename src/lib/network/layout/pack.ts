import { boundsOf } from './bounds.ts';
import type { Frame } from './component.ts';

/** A group to set down: its points, and the ties between them, as indices. */
export interface Piece {
	points: readonly { x: number; y: number }[];
	pairs: readonly (readonly [number, number])[];
}
/** What a piece moves by. */
export interface Shift {
	x: number;
	y: number;
}

/** Beyond this many pieces they stand in rows: trying every free place would cost too much. */
const MANY = 120;
/** Cells a picture is cut into along each side, at most. */
const FINEST = 120;
/** Side of the grid they are set down on, the first about its middle: far more than they need. */
const SIDE = 2048;
const LONGEST = 400;

/** Cells a piece covers, from its top left corner. */
interface Footprint {
	columns: number;
	rows: number;
	/** Offsets into the grid. */
	cells: readonly number[];
}

function footprint(piece: Piece, cell: number, gap: number): Footprint & Shift {
	const box = boundsOf(piece.points);
	const reachX = gap * 0.55;
	const reachY = gap * 0.45;
	const x0 = box.minX - reachX;
	const y0 = box.minY - reachY;
	const columns = Math.floor((box.maxX + reachX - x0) / cell) + 1;
	const rows = Math.floor((box.maxY + reachY - y0) / cell) + 1;
	const covered = new Uint8Array(columns * rows);
	const cover = (x: number, y: number, rx: number, ry: number): void => {
		const right = Math.min(columns - 1, Math.floor((x + rx - x0) / cell));
		const bottom = Math.min(rows - 1, Math.floor((y + ry - y0) / cell));
		for (let row = Math.max(0, Math.floor((y - ry - y0) / cell)); row <= bottom; row++)
			for (let c = Math.max(0, Math.floor((x - rx - x0) / cell)); c <= right; c++)
				covered[row * columns + c] = 1;
	};
	for (const { x, y } of piece.points) cover(x, y, reachX, reachY);
	for (const [a, b] of piece.pairs) {
		const p = piece.points[a];
		const q = piece.points[b];
		if (!p || !q) continue;
		const steps = Math.ceil(Math.hypot(q.x - p.x, q.y - p.y) / cell);
		for (let k = 1; k < steps; k++)
			cover(p.x + ((q.x - p.x) * k) / steps, p.y + ((q.y - p.y) * k) / steps, 0.8, 0.8);
	}
	const cells: number[] = [];
	covered.forEach((yes, at) => {
		if (yes) cells.push(Math.floor(at / columns) * SIDE + (at % columns));
	});
	return { columns, rows, cells, x: x0, y: y0 };
}

/** Each piece at the free place that keeps the whole closest to its frame, then to its middle. */
function nestle(pieces: readonly Piece[], gap: number, frame: Frame): Shift[] {
	const boxes = pieces.map(({ points }) => boundsOf(points));
	const area = boxes.reduce((sum, b) => sum + (b.maxX - b.minX + gap) * (b.maxY - b.minY + gap), 0);
	const longest = Math.max(0, ...boxes.map((b) => Math.max(b.maxX - b.minX, b.maxY - b.minY)));
	const cell = Math.max(0.9, Math.sqrt(area) / FINEST, longest / LONGEST);
	const prints = pieces.map((piece) => footprint(piece, cell, gap));
	const taken = new Uint8Array(SIDE * SIDE);
	const at = (column: number, row: number): number => (row + SIDE / 2) * SIDE + column + SIDE / 2;
	const free = (cells: readonly number[], base: number): boolean => {
		for (const offset of cells) if (taken[base + offset]) return false;
		return true;
	};
	let [left, top, right, bottom] = [0, 0, 0, 0];
	const { ratio } = frame;
	const first = prints[0] ?? { x: 0, y: 0 };
	return prints.map((print, index) => {
		let best = { x: 0, y: 0 };
		let least = Infinity;
		// A coarse look first: most places then cost too much to be worth trying.
		for (const stride of index > 0 ? [5, 1] : [])
			for (let y = top - print.rows; y <= bottom; y += stride)
				for (let x = left - print.columns; x <= right; x += stride) {
					const width = Math.max(right, x + print.columns) - Math.min(left, x);
					const height = Math.max(bottom, y + print.rows) - Math.min(top, y);
					const offX = x + print.columns / 2 - (left + right) / 2;
					const offY = (y + print.rows / 2 - (top + bottom) / 2) * ratio;
					const wide = width + frame.beside / cell;
					const cost =
						3 * Math.max(wide, height * ratio) +
						Math.min(wide, height * ratio) +
						Math.hypot(offX, offY);
					if (cost >= least) continue;
					if (!free(print.cells, at(x, y))) continue;
					least = cost;
					best = { x, y };
				}
		for (const offset of print.cells) taken[at(best.x, best.y) + offset] = 1;
		left = Math.min(left, best.x);
		top = Math.min(top, best.y);
		right = Math.max(right, best.x + print.columns);
		bottom = Math.max(bottom, best.y + print.rows);
		return { x: best.x * cell - print.x + first.x, y: best.y * cell - print.y + first.y };
	});
}

/** Rows of pieces in the given order, each row as wide as a picture of the wanted proportion. */
function shelves(pieces: readonly Piece[], gap: number, { ratio }: Frame): Shift[] {
	const boxes = pieces.map(({ points }) => boundsOf(points));
	const area = boxes.reduce((sum, b) => sum + (b.maxX - b.minX + gap) * (b.maxY - b.minY + gap), 0);
	const widest = boxes.reduce((most, b) => Math.max(most, b.maxX - b.minX), 0);
	const limit = Math.max(widest, Math.sqrt(area * ratio) * 1.05);
	let x = 0;
	let y = 0;
	let tall = 0;
	return boxes.map((box) => {
		const width = box.maxX - box.minX;
		if (x > 0 && x + width > limit) {
			x = 0;
			y += tall + gap;
			tall = 0;
		}
		const shift = { x: x - box.minX, y: y - box.minY };
		x += width + gap;
		tall = Math.max(tall, box.maxY - box.minY);
		return shift;
	});
}

/**
 * Sets pieces down side by side without turning or scaling them, in the given order (largest first packs
 * best), nestled into one another's hollows (polyomino packing: Freivalds, Dogrusoz and Kikusts, 2002,
 * doi:10.1007/3-540-45848-4_30), points of different pieces `gap` apart. Answers what each moves by.
 */
export function pack(pieces: readonly Piece[], gap: number, frame: Frame): Shift[] {
	if (pieces.length < 2) return pieces.map(() => ({ x: 0, y: 0 }));
	return pieces.length > MANY ? shelves(pieces, gap, frame) : nestle(pieces, gap, frame);
}
