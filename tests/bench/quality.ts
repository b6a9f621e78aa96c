import { seededRandom } from '#lib/network/random.ts';

export interface Point {
	x: number;
	y: number;
}
/** A drawing: points, and edges as pairs of their indices. */
export interface Drawing {
	points: readonly Point[];
	edges: readonly (readonly [number, number])[];
}

const EDGE_PAIRS = 200_000;
const STRESS_SOURCES = 100;

const side = (a: Point, b: Point, c: Point): number =>
	(b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

const cross = (a: Point, b: Point, c: Point, d: Point): boolean =>
	side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Share of pairs of edges without a common end that cross, from a fixed sample of pairs. */
export function crossingShare({ points, edges }: Drawing): number {
	const random = seededRandom(7);
	let seen = 0;
	let crossed = 0;
	for (let i = 0; i < EDGE_PAIRS; i++) {
		const [a, b] = random.pick(edges);
		const [c, d] = random.pick(edges);
		if (a === c || a === d || b === c || b === d) continue;
		const [pa, pb, pc, pd] = [points[a], points[b], points[c], points[d]];
		if (!pa || !pb || !pc || !pd) continue;
		seen++;
		if (cross(pa, pb, pc, pd)) crossed++;
	}
	return crossed / seen;
}

/** Crossings beside those of the same edges with the same points dealt at random. */
export function crossingsAgainstRandom(drawing: Drawing): number {
	const points = seededRandom(11).shuffled(drawing.points);
	return crossingShare(drawing) / crossingShare({ ...drawing, points });
}

function distancesFrom(start: number, neighbours: readonly (readonly number[])[]): Int32Array {
	const distance = new Int32Array(neighbours.length).fill(-1);
	distance[start] = 0;
	const queue = [start];
	for (const at of queue)
		for (const next of neighbours[at] ?? [])
			if (distance[next] === -1) {
				distance[next] = (distance[at] ?? 0) + 1;
				queue.push(next);
			}
	return distance;
}

/**
 * Stress between drawn and graph distances, per pair, at the scale that suits the drawing best, over
 * pairs from a sample of nodes (Gansner, Koren and North, 2004, weights 1/d²). 0 is perfect; lower is better.
 */
export function stress({ points, edges }: Drawing): number {
	const neighbours = points.map((): number[] => []);
	for (const [a, b] of edges) {
		neighbours[a]?.push(b);
		neighbours[b]?.push(a);
	}
	const random = seededRandom(13);
	const starts = random.shuffled([...points.keys()]).slice(0, STRESS_SOURCES);
	let pairs = 0;
	let drawn = 0;
	let drawnSquared = 0;
	for (const start of starts) {
		const from = points[start];
		if (!from) continue;
		distancesFrom(start, neighbours).forEach((d, to) => {
			const end = points[to];
			if (d <= 0 || !end) return;
			const ratio = Math.hypot(from.x - end.x, from.y - end.y) / d;
			pairs++;
			drawn += ratio;
			drawnSquared += ratio * ratio;
		});
	}
	// Σ (s·r − 1)² is least at s = Σr / Σr², where it is N − (Σr)² / Σr².
	return (pairs - drawn ** 2 / drawnSquared) / pairs;
}

/** Pairs of nodes closer than `diameter`. */
export function overlaps(points: readonly Point[], diameter: number): number {
	const cells = new Map<string, number[]>();
	const cellOf = (value: number): number => Math.floor(value / diameter);
	let count = 0;
	points.forEach((point, index) => {
		const [cx, cy] = [cellOf(point.x), cellOf(point.y)];
		for (let x = cx - 1; x <= cx + 1; x++)
			for (let y = cy - 1; y <= cy + 1; y++)
				for (const other of cells.get(`${x} ${y}`) ?? []) {
					const near = points[other];
					// A hair less than touching: positions are rounded when they are stored.
					if (near && Math.hypot(near.x - point.x, near.y - point.y) < diameter * 0.99) count++;
				}
		const key = `${cx} ${cy}`;
		cells.set(key, [...(cells.get(key) ?? []), index]);
	});
	return count;
}
