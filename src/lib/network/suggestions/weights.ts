import { isAlive } from '#lib/domain/status.ts';
import type { NetworkEdge, NetworkNode } from '../model.ts';
import { seededRandom } from '../random.ts';
import { partnersOf, tiesOf } from '../ties.ts';
import { linksOf } from './links.ts';
import { reachOf, TERMS, termsOf } from './terms.ts';

/** How much each term counts, and the value at which it counts so much, more counting for more; in the order of `TERMS`. */
export interface Weights {
	weights: readonly number[];
	scales: readonly number[];
	/** Known ties hidden and asked for to find them; 0 when they are the weights a network starts from. */
	learnt: number;
}

/**
 * Where weights start: set by hand from the evaluation (`npm run bench suggestions`), and kept by
 * networks that have too few ties to learn from.
 */
export const PRIOR: readonly number[] = [4, 2, 1.5, 0.5, 1, 3, 2.5, 0.5];
/** Values that count in full where nothing was measured: two rare partners, three ways, and so on. */
const PRIOR_SCALES: readonly number[] = [3, 1, 3, 10, 3, 2, 1, 2];
/** Of the pairs a term says something of, the share below the value it is scaled by. */
const HIGH = 0.9;
/** Fewer ties teach nothing. */
const ENOUGH = 20;
const FOLDS = 4;
/** Ties asked for in each fold: more do not change the weights. */
const MOST_ASKED = 150;
/** Structures it is not tied to, beside the partners hidden from each. */
const AGAINST = 30;
/** How strongly weights are held to where they start: as much as this many questions would. */
const HOLD = 2;
const ROUNDS = 60;
/** Share of a Newton step taken for each weight, as all are moved at once. */
const STEP = 0.4;

/** A structure that partners were hidden from: terms of each of these, then of structures it is not tied to. */
interface Question {
	rows: number[][];
	partners: number;
}

/** Pairs tied by these relations, each once. */
export function pairsOf(edges: readonly NetworkEdge[]): [string, string][] {
	const partners = partnersOf(tiesOf(edges.filter(({ status }) => isAlive(status))));
	return [...partners].flatMap(([a, near]) =>
		[...near].filter((b) => a < b).map((b): [string, string] => [a, b])
	);
}

/** What the terms say of ties hidden in turn, asked from both their ends, and how many ties that is. */
function questionsIn(
	nodes: readonly NetworkNode[],
	edges: readonly NetworkEdge[]
): { questions: Question[]; learnt: number } {
	const random = seededRandom(1);
	const ties = random.shuffled(edges.filter((edge) => edge.horizontal && isAlive(edge.status)));
	const known = partnersOf(tiesOf(ties));
	const questions: Question[] = [];
	let learnt = 0;
	for (let fold = 0; fold < FOLDS; fold++) {
		const hidden = new Set(ties.filter((_, i) => i % FOLDS === fold).map(({ id }) => id));
		const left = edges.filter(({ id }) => !hidden.has(id));
		const links = linksOf(nodes, left);
		const candidates = new Set(links.candidates);
		const kept = partnersOf(tiesOf(left.filter(({ status }) => isAlive(status))));
		const lost = pairsOf(ties.filter(({ id }) => hidden.has(id))).filter(
			([a, b]) => !kept.get(a)?.has(b)
		);
		const wanted = new Map<number, Set<number>>();
		for (const pair of random.shuffled(lost).slice(0, MOST_ASKED)) {
			const [a = -1, b = -1] = pair.map((id) => links.numberOf.get(id) ?? -1);
			if (!candidates.has(a) || !candidates.has(b)) continue;
			wanted.set(a, (wanted.get(a) ?? new Set()).add(b));
			wanted.set(b, (wanted.get(b) ?? new Set()).add(a));
			learnt++;
		}
		for (const [from, partners] of wanted) {
			const reach = reachOf(links, from);
			const tied = known.get(links.all[from]?.node.id ?? '');
			const rows = [...partners].map((to) => termsOf(links, reach, from, to));
			for (let drawn = 0; drawn < AGAINST; drawn++) {
				const other = links.candidates[random.below(links.candidates.length)];
				const id = other === undefined ? undefined : links.all[other]?.node.id;
				if (other === undefined || id === undefined || other === from || tied?.has(id)) continue;
				rows.push(termsOf(links, reach, from, other));
			}
			questions.push({ rows, partners: partners.size });
		}
	}
	return { questions, learnt };
}

/**
 * Weights under which each hidden partner is the likeliest to have been chosen among those its structure is
 * not tied to (D. McFadden, « Conditional logit analysis of qualitative choice behavior », 1974), held to
 * `PRIOR`, none below 0. What says the same of everybody a structure could choose counts for nothing: only
 * their order matters. Rounds of damped Newton steps, one weight at a time.
 */
function fit(questions: readonly Question[]): number[] {
	const weights = [...PRIOR];
	for (let round = 0; round < ROUNDS; round++) {
		const slope = weights.map((weight, j) => HOLD * (weight - (PRIOR[j] ?? 0)));
		const bend = weights.map(() => HOLD);
		for (const { rows, partners } of questions) {
			const scores = rows.map((row) => row.reduce((sum, x, j) => sum + x * (weights[j] ?? 0), 0));
			const highest = Math.max(...scores);
			const likely = scores.map((score) => Math.exp(score - highest));
			/** Over those it is not tied to: their share, and by term the means of values and of squares. */
			let strangers = 0;
			const means = weights.map(() => 0);
			const squares = weights.map(() => 0);
			for (let i = partners; i < rows.length; i++) {
				const share = likely[i] ?? 0;
				strangers += share;
				rows[i]?.forEach((x, j) => {
					means[j] = (means[j] ?? 0) + share * x;
					squares[j] = (squares[j] ?? 0) + share * x * x;
				});
			}
			for (let i = 0; i < partners; i++) {
				const own = likely[i] ?? 0;
				rows[i]?.forEach((x, j) => {
					const mean = ((means[j] ?? 0) + own * x) / (strangers + own || 1);
					const square = ((squares[j] ?? 0) + own * x * x) / (strangers + own || 1);
					slope[j] = (slope[j] ?? 0) + mean - x;
					bend[j] = (bend[j] ?? 0) + square - mean * mean + 1e-4;
				});
			}
		}
		weights.forEach((weight, j) => {
			weights[j] = Math.max(0, weight - (STEP * (slope[j] ?? 0)) / (bend[j] ?? 1));
		});
	}
	return weights;
}

/**
 * What counts in this network: known ties are hidden in turn, a quarter at a time, and the weights are
 * those that tell each hidden partner best from others its structure is not tied to, without going far from
 * where they start. The same network gives the same weights. Linear in the network, apart from sorting.
 */
export function weightsFor(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): Weights {
	const { questions, learnt } = questionsIn(nodes, edges);
	if (learnt < ENOUGH) return { weights: PRIOR, scales: PRIOR_SCALES, learnt: 0 };
	const scales = TERMS.map((_, j) => {
		const said = questions.flatMap(({ rows }) => rows.flatMap((row) => row[j] || []));
		said.sort((a, b) => a - b);
		// Not the highest: one hub would make of every other value a small one.
		return said[Math.floor(HIGH * (said.length - 1))] ?? PRIOR_SCALES[j] ?? 1;
	});
	const scaled = questions.map(({ rows, partners }) => ({
		partners,
		rows: rows.map((row) => row.map((value, j) => value / (scales[j] ?? 1)))
	}));
	return { weights: fit(scaled), scales, learnt };
}

/** 0 when nothing speaks for a tie; the sum of weights when each term says as much as it is scaled by. */
export const scoreOf = ({ weights, scales }: Weights, terms: readonly number[]): number =>
	terms.reduce((sum, value, j) => sum + (weights[j] ?? 0) * (value / (scales[j] ?? 1)), 0);
