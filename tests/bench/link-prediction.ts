/**
 * Ties hidden and asked for again: ours beside simpler methods, with the same pairs in the same draws.
 * Hits and ranks are those of D. Liben-Nowell and J. Kleinberg, « The link-prediction problem for social
 * networks », JASIST 58, 2007: for each end of a hidden tie, every structure it is not known to be tied
 * to is ranked, other hidden partners left out.
 */
import { isAlive } from '#lib/domain/status.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { compareText } from '#lib/network/order.ts';
import { seededRandom } from '#lib/network/random.ts';
import { linksOf, pairKey, type Links } from '#lib/network/suggestions/links.ts';
import { nearness, reachOf, termsOf, type Reach } from '#lib/network/suggestions/terms.ts';
import { pairsOf, scoreOf, weightsFor } from '#lib/network/suggestions/weights.ts';

export interface Tested {
	name: string;
	nodes: NetworkNode[];
	edges: NetworkEdge[];
}

type Score = (links: Links, reach: Reach, from: number, to: number) => number;

/** Share of the ties hidden in each draw. */
export const HIDDEN = 0.15;
/** Structures asked about in each draw: more would not narrow the intervals of a large network. */
const MOST_ASKED = 400;
const WITHIN = 10;
/** Pairs that are not tied, for each hidden one: what AUC compares with. */
const AGAINST = 5;

const degree = (links: Links, at: number): number => links.all[at]?.near.size ?? 0;
export const SIMPLE: Readonly<Record<string, Score>> = {
	'Adamic–Adar': (_links, reach, _from, to) => reach.partners[to] ?? 0,
	'common neighbours': (links, _reach, from, to) => {
		const near = links.all[to]?.near;
		return [...(links.all[from]?.near ?? [])].filter((id) => near?.has(id)).length;
	},
	'preferential attachment': (links, _reach, from, to) => degree(links, from) * degree(links, to),
	'nearest place': (links, _reach, from, to) => {
		const [a, b] = [links.all[from]?.node, links.all[to]?.node];
		return a && b ? nearness(a, b) : 0;
	},
	'same territory': (links, _reach, from, to) => {
		const [a, b] = [links.all[from]?.node, links.all[to]?.node];
		return a?.departement !== undefined && a.departement === b?.departement ? 1 : 0;
	}
};

interface Figures {
	hits: number;
	mrr: number;
	auc: number;
}

/** Which of the ties alive are hidden, so many of them. */
type Hiding = (
	alive: readonly NetworkEdge[],
	count: number,
	random: ReturnType<typeof seededRandom>
) => readonly NetworkEdge[];

const atRandom: Hiding = (alive, count, random) => random.shuffled(alive).slice(0, count);

/** Those that began last: what was known before them is all there is to go by. Equal dates are dealt at random. */
const newest: Hiding = (alive, count, random) =>
	random
		.shuffled(alive.filter(({ since }) => since !== undefined))
		.sort((a, b) => compareText(b.since ?? '', a.since ?? ''))
		.slice(0, count);

/** One draw: hides relations, ranks, and says how well each method found them. */
function draw(network: Tested, seed: number, hiding: Hiding): Record<string, Figures> {
	const random = seededRandom(seed);
	const { nodes, edges } = network;
	const alive = edges.filter((edge) => edge.horizontal && isAlive(edge.status));
	const hidden = new Set(
		hiding(alive, Math.max(1, Math.round(alive.length * HIDDEN)), random).map(({ id }) => id)
	);
	const left = edges.filter(({ id }) => !hidden.has(id));
	const kept = new Set(pairsOf(left).map(([a, b]) => pairKey(a, b)));
	const tied = new Set(pairsOf(edges).map(([a, b]) => pairKey(a, b)));
	const lost = pairsOf(edges).filter(([a, b]) => !kept.has(pairKey(a, b)));

	const links = linksOf(nodes, left);
	const weights = weightsFor(nodes, left);
	const idOf = (at: number): string => links.all[at]?.node.id ?? '';
	const methods: Record<string, Score> = {
		ours: (_links, reach, from, to) => scoreOf(weights, termsOf(links, reach, from, to)),
		...SIMPLE,
		random: () => random.next()
	};
	const asked = new Map<number, Set<number>>();
	const candidates = new Set(links.candidates);
	for (const pair of lost) {
		const [a = -1, b = -1] = pair.map((id) => links.numberOf.get(id));
		if (!candidates.has(a) || !candidates.has(b)) continue;
		asked.set(a, (asked.get(a) ?? new Set()).add(b));
		asked.set(b, (asked.get(b) ?? new Set()).add(a));
	}
	const sums: Record<string, Figures> = {};
	let [questions, compared] = [0, 0];
	for (const [from, wanted] of random.shuffled([...asked]).slice(0, MOST_ASKED)) {
		const reach = reachOf(links, from);
		const others = links.candidates.filter(
			(to) => to !== from && !kept.has(pairKey(idOf(from), idOf(to)))
		);
		const strangers = others.filter((to) => !tied.has(pairKey(idOf(from), idOf(to))));
		const drawn = random.shuffled(strangers).slice(0, AGAINST);
		// Equal scores are dealt at random, the same way for every method.
		const luck = new Map(others.map((to) => [to, random.next()]));
		for (const [name, method] of Object.entries(methods)) {
			const scores = new Map(others.map((to) => [to, method(links, reach, from, to)]));
			const scoreAt = (to: number): number => scores.get(to) ?? 0;
			const ranked = others
				.filter((to) => !wanted.has(to))
				.map((to) => [scoreAt(to), luck.get(to) ?? 0] as const);
			const sum = (sums[name] ??= { hits: 0, mrr: 0, auc: 0 });
			for (const to of wanted) {
				const [score, chance] = [scoreAt(to), luck.get(to) ?? 0];
				const before = ranked.filter(
					([other, dealt]) => other > score || (other === score && dealt > chance)
				).length;
				if (before < WITHIN) sum.hits++;
				sum.mrr += 1 / (before + 1);
				for (const other of drawn)
					sum.auc += score > scoreAt(other) ? 1 : score === scoreAt(other) ? 0.5 : 0;
			}
		}
		questions += wanted.size;
		compared += wanted.size * drawn.length;
	}
	for (const sum of Object.values(sums)) {
		sum.hits /= questions;
		sum.mrr /= questions;
		sum.auc /= Math.max(1, compared);
	}
	return sums;
}

/** A mean over draws, with half the width of its 95 % interval (normal approximation). */
export interface Estimate {
	value: number;
	margin: number;
}

export const FIGURES = ['hits', 'mrr', 'auc'] as const;
export type FigureName = (typeof FIGURES)[number];

/** One figure of ours, the best of the simpler methods, and how far ours is ahead of it in the same draws. */
export interface Comparison {
	ours: Estimate;
	best: { method: string } & Estimate;
	/** Negative where ours is behind. */
	ahead: Estimate;
}

function estimateOf(values: readonly number[]): Estimate {
	const value = values.reduce((a, b) => a + b, 0) / values.length;
	const spread = values.reduce((sum, each) => sum + (each - value) ** 2, 0);
	const deviation = Math.sqrt(spread / Math.max(1, values.length - 1));
	return { value, margin: (1.96 * deviation) / Math.sqrt(values.length) };
}

export interface Evaluation {
	/** Every method, ours among them. */
	methods: Record<string, Record<FigureName, Estimate>>;
	/** Absent when there were too few ties to hide any. */
	compared?: Record<FigureName, Comparison> | undefined;
}

const perFigure = <T>(of: (figure: FigureName) => T): Record<FigureName, T> => ({
	hits: of('hits'),
	mrr: of('mrr'),
	auc: of('auc')
});

/**
 * The same with the ties that began last hidden, where enough are dated; draws differ by the order of those
 * of one date only, so the intervals say nothing of another year.
 */
export function evaluateByTime(network: Tested, draws: number): Evaluation | undefined {
	const alive = network.edges.filter((edge) => edge.horizontal && isAlive(edge.status));
	const dated = alive.filter(({ since }) => since !== undefined);
	if (dated.length < Math.max(1, 2 * HIDDEN * alive.length)) return undefined;
	return evaluate(network, draws, newest);
}

/** So many draws, the same in every run. */
export function evaluate(network: Tested, draws: number, hiding: Hiding = atRandom): Evaluation {
	const all = Array.from({ length: draws }, (_, i) => draw(network, 1000 + i, hiding));
	const valuesOf = (name: string, figure: FigureName): number[] =>
		all.map((one) => one[name]?.[figure] ?? 0);
	const names = Object.keys(all[0] ?? {});
	const methods = Object.fromEntries(
		names.map((name) => [name, perFigure((figure) => estimateOf(valuesOf(name, figure)))])
	);
	if (!names.includes('ours')) return { methods };
	const compare = (figure: FigureName): Comparison => {
		const ours = valuesOf('ours', figure);
		const [best] = Object.keys(SIMPLE)
			.map((method) => ({ method, ...estimateOf(valuesOf(method, figure)) }))
			.sort((a, b) => b.value - a.value);
		if (!best) throw new Error('there is nothing simpler to compare with');
		const theirs = valuesOf(best.method, figure);
		const ahead = estimateOf(ours.map((value, i) => value - (theirs[i] ?? 0)));
		return { ours: estimateOf(ours), best, ahead };
	};
	return { methods, compared: perFigure(compare) };
}
