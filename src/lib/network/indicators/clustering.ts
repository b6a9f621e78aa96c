/** Whether partners of one structure are partners of each other, and whether chance alone would do as much. */
import { seededRandom } from '../random.ts';
import { measured, notKnown, type Figure } from './model.ts';
import { jackknife, sum } from './numbers.ts';
import { degreesOf, pairsOf, withPairs, type PartnerGraph } from './partners.ts';

/** Above this many pairs, what chance gives is a formula: the draws would take longer than the rest. */
const MOST_DRAWN = 2_000;
const DRAWS = 20;
/** Swaps tried for each pair: enough to forget where a network came from (R. Milo et al., 2003). */
const SWAPS = 10;

/** Triangles at each structure. Each is found once, from its two ends of fewest partners: O(m√m). */
export function trianglesOf(graph: PartnerGraph): Int32Array {
	const { nodes, first, next } = graph;
	const degrees = degreesOf(graph);
	const found = new Int32Array(nodes.length);
	const mark = new Int32Array(nodes.length).fill(-1);
	const before = (a: number, b: number): boolean =>
		(degrees[a] ?? 0) < (degrees[b] ?? 0) || (degrees[a] === degrees[b] && a < b);
	for (let a = 0; a < nodes.length; a++) {
		const [from, to] = [first[a] ?? 0, first[a + 1] ?? 0];
		for (let i = from; i < to; i++) {
			const b = next[i] ?? 0;
			if (before(a, b)) mark[b] = a;
		}
		for (let i = from; i < to; i++) {
			const b = next[i] ?? 0;
			if (!before(a, b)) continue;
			for (let j = first[b] ?? 0; j < (first[b + 1] ?? 0); j++) {
				const c = next[j] ?? 0;
				if (!before(b, c) || mark[c] !== a) continue;
				for (const each of [a, b, c]) found[each] = (found[each] ?? 0) + 1;
			}
		}
	}
	return found;
}

const wedgesAt = (degree: number): number => (degree * (degree - 1)) / 2;

/** Triangles times three over pairs of partners of one structure, 0 without such a pair. */
export function transitivity(graph: PartnerGraph): number {
	const wedges = sum(degreesOf(graph).map(wedgesAt));
	return wedges > 0 ? sum(trianglesOf(graph)) / wedges : 0;
}

/**
 * What chance gives with the same number of partners for each (M. Newman, « The structure and function of
 * complex networks », SIAM Review 45, 2003, equation 24), no more than 1.
 */
export function expectedTransitivity(degrees: Iterable<number>): number {
	let [total, squares] = [0, 0];
	for (const degree of degrees) {
		total += degree;
		squares += degree * degree;
	}
	if (total === 0) return 0;
	return Math.min(1, (squares - total) ** 2 / total ** 3);
}

/** The same number of partners for each, ties drawn at random: two pairs exchange an end, again and again. */
function shuffled(graph: PartnerGraph, seed: number): PartnerGraph {
	const random = seededRandom(seed);
	const pairs = pairsOf(graph);
	const size = graph.nodes.length;
	const keyOf = (a: number, b: number): number => Math.min(a, b) * size + Math.max(a, b);
	const taken = new Set(pairs.map(([a, b]) => keyOf(a, b)));
	for (let i = pairs.length * SWAPS; i > 0; i--) {
		const [one, other] = [random.below(pairs.length), random.below(pairs.length)];
		const [a, b] = pairs[one] ?? [0, 0];
		const [x, y] = pairs[other] ?? [0, 0];
		const [c, d] = random.chance(0.5) ? [x, y] : [y, x];
		const [first, second] = [keyOf(a, d), keyOf(c, b)];
		if (a === d || c === b || first === second || taken.has(first) || taken.has(second)) continue;
		taken.delete(keyOf(a, b));
		taken.delete(keyOf(c, d));
		taken.add(first).add(second);
		pairs[one] = [a, d];
		pairs[other] = [c, b];
	}
	return withPairs(graph, pairs);
}

/** The figure with each structure left out in turn: its own triangles and pairs leave with it. */
function without(graph: PartnerGraph, triangles: Int32Array): Float64Array {
	const { nodes, first, next } = graph;
	const degrees = degreesOf(graph);
	const wedges = sum(degrees.map(wedgesAt));
	const closed = sum(triangles) / 3;
	return Float64Array.from(nodes, (_, i) => {
		let left = wedges - wedgesAt(degrees[i] ?? 0);
		for (let at = first[i] ?? 0; at < (first[i + 1] ?? 0); at++)
			left -= (degrees[next[at] ?? 0] ?? 0) - 1;
		return left > 0 ? (3 * (closed - (triangles[i] ?? 0))) / left : 0;
	});
}

/**
 * Clustering: of all pairs of partners of one structure, the share that work together too, beside what
 * chance gives where each keeps its number of partners: the mean of twenty networks drawn by exchanging
 * ends of ties (S. Maslov and K. Sneppen, « Specificity and stability in topology of protein networks »,
 * Science 296, 2002), or Newman's formula for large ones. O(m√m) and twenty times as much for the draws.
 */
export function* clusteringFigure(graph: PartnerGraph): Generator<void, Figure> {
	const degrees = degreesOf(graph);
	const wedges = sum(degrees.map(wedgesAt));
	if (graph.pairs === 0) return notKnown('clustering', 'undocumented', graph.nodes.length);
	if (wedges === 0) return notKnown('clustering', 'too_few', graph.nodes.length);
	const triangles = trianglesOf(graph);
	yield;
	const value = sum(triangles) / wedges;
	let expected = 0;
	if (graph.pairs > MOST_DRAWN) expected = expectedTransitivity(degrees);
	else
		for (let draw = 1; draw <= DRAWS; draw++) {
			expected += transitivity(shuffled(graph, draw));
			yield;
		}
	if (graph.pairs <= MOST_DRAWN) expected /= DRAWS;
	const range = jackknife(value, without(graph, triangles), 1);
	return measured('clustering', value, { base: wedges, range, expected });
}
