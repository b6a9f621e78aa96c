/** Structures on the way between others, and how sure their order is. */
import { seededRandom } from '../random.ts';
import { measured, notKnown, type Figure, type FigurePart } from './model.ts';
import { pairsOf, withPairs, type PartnerGraph } from './partners.ts';

/** Above this many structures, ways are followed from some of them only. */
export const MOST_EXACT = 5_000;
const PIVOTS = 256;
/** ln(4/δ) of an error that holds in 95 cases of 100. */
const DOUBT = Math.log(4 / 0.05);
/** Ranks are tried again with a tenth of the ties left out, this many times, where that costs little. */
const TRIALS = 20;
const LEFT_OUT = 0.1;
const MOST_TRIED = 20_000_000;
const NAMED = 5;

/** Share of the shortest ways between others that pass through each, and the most it errs by when sampled. */
export interface Betweenness {
	scores: Float64Array;
	/** None when every way was followed. */
	errors?: Float64Array | undefined;
}

/** What one search from a structure adds to each other: its share of the ways that leave from there. */
class Search {
	readonly #order: Int32Array;
	readonly #distance: Int32Array;
	readonly #ways: Float64Array;
	readonly share: Float64Array;

	constructor(private readonly graph: PartnerGraph) {
		const size = graph.nodes.length;
		this.#order = new Int32Array(size);
		this.#distance = new Int32Array(size).fill(-1);
		this.#ways = new Float64Array(size);
		this.share = new Float64Array(size);
	}

	/** Gives `visit` each structure reached with its share, the farthest first, the start left out. */
	from(start: number, visit: (node: number, share: number) => void): void {
		const { first, next } = this.graph;
		const [order, distance, ways, share] = [this.#order, this.#distance, this.#ways, this.share];
		order[0] = start;
		distance[start] = 0;
		ways[start] = 1;
		let met = 1;
		for (let i = 0; i < met; i++) {
			const node = order[i] ?? 0;
			for (let at = first[node] ?? 0; at < (first[node + 1] ?? 0); at++) {
				const other = next[at] ?? 0;
				if (distance[other] === -1) {
					distance[other] = (distance[node] ?? 0) + 1;
					order[met++] = other;
				}
				if (distance[other] === (distance[node] ?? 0) + 1)
					ways[other] = (ways[other] ?? 0) + (ways[node] ?? 0);
			}
		}
		for (let i = met - 1; i > 0; i--) {
			const node = order[i] ?? 0;
			const part = (1 + (share[node] ?? 0)) / (ways[node] ?? 1);
			for (let at = first[node] ?? 0; at < (first[node + 1] ?? 0); at++) {
				const before = next[at] ?? 0;
				if (distance[before] === (distance[node] ?? 0) - 1)
					share[before] = (share[before] ?? 0) + (ways[before] ?? 0) * part;
			}
			visit(node, share[node] ?? 0);
		}
		for (let i = 0; i < met; i++) {
			const node = order[i] ?? 0;
			distance[node] = -1;
			ways[node] = share[node] = 0;
		}
	}
}

/**
 * Betweenness (U. Brandes, « A faster algorithm for betweenness centrality », Journal of Mathematical
 * Sociology 25, 2001), from 0 to 1: O(n·m). Above 5,000 structures it follows the ways from 256 of them
 * drawn at random (U. Brandes and C. Pich, « Centrality estimation in large networks », International
 * Journal of Bifurcation and Chaos 17, 2007): O(256·m). The error of each share is no more than stated in
 * 95 cases of 100, whatever its distribution (A. Maurer and M. Pontil, « Empirical Bernstein bounds and
 * sample-variance penalization », COLT 2009): a few rare ways may hold most of it.
 */
export function* betweenness(
	graph: PartnerGraph,
	{ mostExact = MOST_EXACT, pivots = PIVOTS, seed = 1 } = {}
): Generator<void, Betweenness> {
	const n = graph.nodes.length;
	const scores = new Float64Array(n);
	if (n < 3) return { scores };
	const search = new Search(graph);
	const all = Array.from({ length: n }, (_, i) => i);
	const sampled = n > mostExact && n > pivots;
	const starts = sampled ? seededRandom(seed).shuffled(all).slice(0, pivots) : all;
	const squares = new Float64Array(sampled ? n : 0);
	for (const start of starts) {
		search.from(start, (node, share) => {
			const part = share / (n - 2);
			scores[node] = (scores[node] ?? 0) + part;
			if (sampled) squares[node] = (squares[node] ?? 0) + part * part;
		});
		yield;
	}
	// A search from a structure itself tells nothing of it: each is judged on the others.
	const own = new Uint8Array(n);
	for (const start of starts) own[start] = 1;
	const errors = new Float64Array(sampled ? n : 0);
	for (let i = 0; i < n; i++) {
		const k = starts.length - (own[i] ?? 0);
		const mean = (scores[i] ?? 0) / k;
		scores[i] = mean;
		if (!sampled) continue;
		const spread = Math.max(0, (squares[i] ?? 0) / k - mean * mean) * (k / (k - 1));
		errors[i] = Math.sqrt((2 * spread * DOUBT) / k) + (7 * DOUBT) / (3 * (k - 1));
	}
	return sampled ? { scores, errors } : { scores };
}

/** The first place each would have among scores that grow: those above it, and one. */
function rankOf(scores: Float64Array, node: number): number {
	const own = (scores[node] ?? 0) + 1e-12;
	let above = 0;
	for (const score of scores) if (score > own) above++;
	return above + 1;
}

/** First and last rank of each of these when a tenth of the ties is not known. */
function* ranksWithout(
	graph: PartnerGraph,
	named: readonly number[]
): Generator<void, ReadonlyMap<number, readonly [number, number]>> {
	const ranks = new Map<number, readonly [number, number]>();
	if (graph.nodes.length * (graph.nodes.length + graph.pairs) * TRIALS > MOST_TRIED) return ranks;
	const pairs = pairsOf(graph);
	const kept = Math.min(pairs.length - 1, Math.round(pairs.length * (1 - LEFT_OUT)));
	for (let trial = 1; trial <= TRIALS; trial++) {
		const some = seededRandom(trial).shuffled(pairs).slice(0, kept);
		const { scores } = yield* betweenness(withPairs(graph, some));
		for (const node of named) {
			const rank = rankOf(scores, node);
			const [best, worst] = ranks.get(node) ?? [rank, rank];
			ranks.set(node, [Math.min(best, rank), Math.max(worst, rank)]);
		}
	}
	return ranks;
}

/**
 * The structures most often on the shortest ways between others, five at most, each with its share of
 * these ways and the ranks it takes when a tenth of the ties is left out at random, twenty times over;
 * for samples, with the error of the share. Its value is the share of the first.
 */
export function* brokersFigure(graph: PartnerGraph): Generator<void, Figure> {
	const base = graph.nodes.length;
	if (graph.pairs === 0) return notKnown('brokers', 'undocumented', base);
	const { scores, errors } = yield* betweenness(graph);
	const named = graph.nodes
		.map((_, i) => i)
		.filter((i) => (scores[i] ?? 0) > 0)
		.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
		.slice(0, NAMED);
	const [top] = named;
	if (top === undefined) return notKnown('brokers', 'no_broker', base);
	const ranks = yield* ranksWithout(graph, named);
	const parts = named.map((i): FigurePart => ({
		key: graph.nodes[i]?.id ?? '',
		value: scores[i] ?? 0,
		ranks: ranks.get(i),
		error: errors?.[i]
	}));
	const value = scores[top] ?? 0;
	const error = errors?.[top];
	const range =
		error === undefined
			? undefined
			: {
					low: Math.max(0, value - error),
					high: Math.min(1, value + error),
					kind: 'error' as const
				};
	return measured('brokers', value, { base, parts, range });
}
