/** Room each node keeps around its centre, in node diameters. */
export interface Room {
	width: number;
	height: number;
}

/** A small picture leaves room for labels, a large one only for its nodes. */
export function roomFor(order: number): Room {
	if (order <= 40) return { width: 2.6, height: 1.8 };
	if (order <= 300) return { width: 1.9, height: 1.5 };
	return { width: 1.2, height: 1.2 };
}

/** One pass over neighbours in a grid; answers whether a pair was still too close. */
function push(positions: Float64Array, room: Room): boolean {
	const n = positions.length / 2;
	const cells = new Map<number, number[]>();
	const WIDE = 1 << 20;
	const column = new Int32Array(n);
	const row = new Int32Array(n);
	for (let i = 0; i < n; i++) {
		const cx = Math.floor((positions[2 * i] ?? 0) / room.width);
		const cy = Math.floor((positions[2 * i + 1] ?? 0) / room.height);
		column[i] = cx;
		row[i] = cy;
		const key = cx * WIDE + cy;
		const cell = cells.get(key);
		if (cell) cell.push(i);
		else cells.set(key, [i]);
	}
	let touched = false;
	for (let i = 0; i < n; i++)
		for (let cx = -1; cx <= 1; cx++)
			for (let cy = -1; cy <= 1; cy++)
				for (const j of cells.get(((column[i] ?? 0) + cx) * WIDE + (row[i] ?? 0) + cy) ?? []) {
					if (j <= i) continue;
					const dx = (positions[2 * j] ?? 0) - (positions[2 * i] ?? 0);
					const dy = (positions[2 * j + 1] ?? 0) - (positions[2 * i + 1] ?? 0);
					const overX = room.width - Math.abs(dx);
					const overY = room.height - Math.abs(dy);
					if (overX <= 1e-6 || overY <= 1e-6) continue;
					touched = true;
					const axis = overX < overY ? 0 : 1;
					const over = axis === 0 ? overX : overY;
					const delta = axis === 0 ? dx : dy;
					const shift = ((delta > 0 || (delta === 0 && i < j) ? 1 : -1) * (over + 1e-3)) / 2;
					positions[2 * i + axis] = (positions[2 * i + axis] ?? 0) - shift;
					positions[2 * j + axis] = (positions[2 * j + axis] ?? 0) + shift;
				}
	return touched;
}

/**
 * Moves nodes apart, in place, until each has its room: no two centres are closer than its width in x
 * and its height in y. Passes of n log n; when a crowd will not give way, the whole picture grows by
 * a twentieth between passes, so it ends.
 */
export function removeOverlaps(positions: Float64Array, room: Room): void {
	for (let grown = 0; grown < 200; grown++) {
		for (let pass = 0; pass < 60; pass++) if (!push(positions, room)) return;
		for (let k = 0; k < positions.length; k++) positions[k] = (positions[k] ?? 0) * 1.05;
	}
}
