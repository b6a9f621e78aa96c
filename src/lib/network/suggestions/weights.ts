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
/** Pairs that are not tied, for each that is. */
const AGAINST = 3;
/** How strongly weights are held to where they start: as much as this many pairs would. */
const HOLD = 4;
const ROUNDS = 200;

interface Sample {
	terms: number[][];
	tied: boolean[];
}

/** Pairs tied by these relations, each once. */
export function pairsOf(edges: readonly NetworkEdge[]): [string, string][] {
	const partners = partnersOf(tiesOf(edges.filter(({ status }) => isAlive(status))));
	return [...partners].flatMap(([a, near]) =>
		[...near].filter((b) => a < b).map((b): [string, string] => [a, b])
	);
}

/** What the terms say of ties hidden in turn, and of pairs that are not tied. */
function sampleOf(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): Sample {
	const random = seededRandom(1);
	const ties = random.shuffled(edges.filter((edge) => edge.horizontal && isAlive(edge.status)));
	const known = partnersOf(tiesOf(ties));
	const sample: Sample = { terms: [], tied: [] };
	for (let fold = 0; fold < FOLDS; fold++) {
		const hidden = new Set(ties.filter((_, i) => i % FOLDS === fold).map(({ id }) => id));
		const left = edges.filter(({ id }) => !hidden.has(id));
		const links = linksOf(nodes, left);
		const candidates = new Set(links.candidates);
		const kept = partnersOf(tiesOf(left.filter(({ status }) => isAlive(status))));
		const lost = pairsOf(ties.filter(({ id }) => hidden.has(id))).filter(
			([a, b]) => !kept.get(a)?.has(b)
		);
		for (const pair of random.shuffled(lost).slice(0, MOST_ASKED)) {
			const [from, to] = pair.map((id) => links.numberOf.get(id) ?? -1);
			if (from === undefined || to === undefined) continue;
			if (!candidates.has(from) || !candidates.has(to)) continue;
			const reach = reachOf(links, from);
			sample.terms.push(termsOf(links, reach, from, to));
			sample.tied.push(true);
			for (let drawn = 0; drawn < AGAINST; drawn++) {
				const other = links.candidates[random.below(links.candidates.length)];
				const id = other === undefined ? undefined : links.all[other]?.node.id;
				if (other === undefined || id === undefined || other === from) continue;
				if (known.get(pair[0])?.has(id)) continue;
				sample.terms.push(termsOf(links, reach, from, other));
				sample.tied.push(false);
			}
		}
	}
	return sample;
}

/** Logistic regression held to `PRIOR`, no weight below 0; rounds of damped Newton steps, one weight at a time. */
function fit({ terms, tied }: Sample): number[] {
	const weights = [...PRIOR];
	let base = -3;
	for (let round = 0; round < ROUNDS; round++) {
		const slope = weights.map((weight, j) => HOLD * (weight - (PRIOR[j] ?? 0)));
		const bend = weights.map(() => HOLD);
		let [baseSlope, baseBend] = [0, 1e-3];
		terms.forEach((row, i) => {
			const sum = row.reduce((total, value, j) => total + value * (weights[j] ?? 0), base);
			const likely = 1 / (1 + Math.exp(-sum));
			const off = likely - (tied[i] ? 1 : 0);
			const doubt = likely * (1 - likely) + 1e-4;
			baseSlope += off;
			baseBend += doubt;
			row.forEach((value, j) => {
				slope[j] = (slope[j] ?? 0) + off * value;
				bend[j] = (bend[j] ?? 0) + doubt * value * value;
			});
		});
		base -= (0.5 * baseSlope) / baseBend;
		weights.forEach((weight, j) => {
			weights[j] = Math.max(0, weight - (0.3 * (slope[j] ?? 0)) / (bend[j] ?? 1));
		});
	}
	return weights;
}

/**
 * What counts in this network: known ties are hidden in turn, a quarter at a time, and the weights are
 * those that tell them best from pairs that are not tied, without going far from where they start. The
 * same network gives the same weights. Linear in the network, apart from sorting.
 */
export function weightsFor(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): Weights {
	const sample = sampleOf(nodes, edges);
	const learnt = sample.tied.filter(Boolean).length;
	if (learnt < ENOUGH) return { weights: PRIOR, scales: PRIOR_SCALES, learnt: 0 };
	const scales = TERMS.map((_, j) => {
		const said = sample.terms.flatMap((row) => row[j] || []).sort((a, b) => a - b);
		// Not the highest: one hub would make of every other value a small one.
		return said[Math.floor(HIGH * (said.length - 1))] ?? PRIOR_SCALES[j] ?? 1;
	});
	const terms = sample.terms.map((row) => row.map((value, j) => value / (scales[j] ?? 1)));
	return { weights: fit({ terms, tied: sample.tied }), scales, learnt };
}

/** 0 when nothing speaks for a tie; the sum of weights when each term says as much as it is scaled by. */
export const scoreOf = ({ weights, scales }: Weights, terms: readonly number[]): number =>
	terms.reduce((sum, value, j) => sum + (weights[j] ?? 0) * (value / (scales[j] ?? 1)), 0);
