export interface Box {
	width: number;
	height: number;
}
/** Top left corner of a packed box. */
export interface Corner {
	x: number;
	y: number;
}

const MANY = 120;

/** Rows of boxes in the given order, each row as wide as a picture of the wanted proportion. */
function shelves(boxes: readonly Box[], gap: number, ratio: number): Corner[] {
	const area = boxes.reduce((sum, b) => sum + (b.width + gap) * (b.height + gap), 0);
	const widest = boxes.reduce((most, b) => Math.max(most, b.width), 0);
	const limit = Math.max(widest, Math.sqrt(area * ratio) * 1.05);
	let x = 0;
	let y = 0;
	let tall = 0;
	return boxes.map((box) => {
		if (x > 0 && x + box.width > limit) {
			x = 0;
			y += tall + gap;
			tall = 0;
		}
		const corner = { x, y };
		x += box.width + gap;
		tall = Math.max(tall, box.height);
		return corner;
	});
}

/** Each box at the free corner that keeps the whole closest to the wanted proportion. */
function corners(boxes: readonly Box[], gap: number, ratio: number): Corner[] {
	const placed: (Box & Corner)[] = [];
	let wide = 0;
	let high = 0;
	for (const box of boxes) {
		let best: Corner = { x: 0, y: 0 };
		let bestCost = Infinity;
		const xs = [0, ...placed.map((p) => p.x + p.width + gap)];
		const ys = [0, ...placed.map((p) => p.y + p.height + gap)];
		for (const x of xs)
			for (const y of ys) {
				const w = Math.max(wide, x + box.width);
				const h = Math.max(high, y + box.height);
				const cost = Math.max(w, h * ratio) * 1000 + x + y * ratio;
				if (cost >= bestCost) continue;
				const hit = placed.some(
					(p) =>
						x < p.x + p.width + gap - 1e-9 &&
						p.x < x + box.width + gap - 1e-9 &&
						y < p.y + p.height + gap - 1e-9 &&
						p.y < y + box.height + gap - 1e-9
				);
				if (hit) continue;
				bestCost = cost;
				best = { x, y };
			}
		placed.push({ ...box, ...best });
		wide = Math.max(wide, best.x + box.width);
		high = Math.max(high, best.y + box.height);
	}
	return placed.map(({ x, y }) => ({ x, y }));
}

/**
 * Packs boxes side by side without turning or scaling them, in the given order (largest first packs
 * best), `gap` apart, toward `ratio` (width over height). Answers their top left corners.
 */
export function pack(boxes: readonly Box[], gap: number, ratio: number): Corner[] {
	return boxes.length > MANY ? shelves(boxes, gap, ratio) : corners(boxes, gap, ratio);
}
