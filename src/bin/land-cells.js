// Where land is, for telling a place from a mistake: the ground of the map in cells of a twentieth of a
// degree, with ten kilometres of sea around it, as outlines leave out small islands and round coasts.

/** @typedef {[number, number]} Point */

const CELL = 0.05;
const SHORE_KM = 10;
const KM_A_DEGREE = 111.2;

/** Islands where people live and that the outlines leave out: longitude, latitude.
 * @type {Point[]} */
const ISLANDS = [
	[-2.957, 47.39],
	[-2.877, 47.34],
	[-4, 47.72],
	[6.46, 43.02],
	[-1.822, 48.87],
	[-4.852, 48.036],
	[-4.957, 48.397]
];

/** @param {Point[]} ring @param {number} x @param {number} y */
function holds(ring, x, y) {
	let inside = false;
	ring.forEach(([xi, yi], i) => {
		const [xj, yj] = ring[(i + ring.length - 1) % ring.length] ?? [xi, yi];
		if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
	});
	return inside;
}

/** Kilometres from a point to the nearest side of a ring. @param {Point[]} ring @param {number} x @param {number} y */
function away(ring, x, y) {
	const narrow = Math.cos((y * Math.PI) / 180);
	let least = Infinity;
	ring.forEach(([xi, yi], i) => {
		const [xj, yj] = ring[(i + ring.length - 1) % ring.length] ?? [xi, yi];
		const [ax, ay] = [(xj - x) * narrow, yj - y];
		const [dx, dy] = [(xi - x) * narrow - ax, yi - y - ay];
		const part = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
		least = Math.min(least, Math.hypot(ax + part * dx, ay + part * dy));
	});
	return least * KM_A_DEGREE;
}

/** @param {Point[]} ring @returns {[number, number, number, number]} */
const boundsOf = (ring) => {
	const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
	return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

/**
 * The cells of each frame, row by row from the south: how many are sea, then land, then sea… in base 36.
 * @param {Point[][]} rings @param {number[][]} frames west, south, east, north
 */
export function landCells(rings, frames) {
	const known = [...rings, ...ISLANDS.map((point) => [point])].map((ring) => ({
		ring,
		bounds: boundsOf(ring)
	}));
	return frames.map((frame) => {
		const [west = 0, south = 0, east = 0, north = 0] = frame;
		const margin = 0.2;
		const near = known.filter(
			({ bounds: [w, s, e, n] }) =>
				w <= east + margin && e >= west - margin && s <= north + margin && n >= south - margin
		);
		/** @param {number} x @param {number} y */
		const isLand = (x, y) =>
			near.some(
				({ ring, bounds: [w, s, e, n] }) =>
					x >= w - margin &&
					x <= e + margin &&
					y >= s - margin &&
					y <= n + margin &&
					(holds(ring, x, y) || away(ring, x, y) <= SHORE_KM)
			);
		const rows = [];
		for (let y = south + CELL / 2; y < north; y += CELL) {
			const runs = [];
			let [land, length] = [false, 0];
			for (let x = west + CELL / 2; x < east; x += CELL) {
				if (isLand(x, y) !== land) {
					runs.push(length.toString(36));
					[land, length] = [!land, 0];
				}
				length++;
			}
			rows.push([...runs, length.toString(36)].join(' '));
		}
		return { frame, rows: rows.join(',') };
	});
}
