/** Who pays for what, and how much rests on one. Money asked, granted and paid is never added together. */
import type { FundingStage } from '#lib/domain/vocabulary/relation-types.ts';
import type { Network, NetworkEdge } from '../model.ts';
import { compareText } from '../order.ts';
import { measured, notKnown, type Figure, type FigurePart } from './model.ts';
import { herfindahl, sum } from './numbers.ts';
import { isStructure, relationsOf } from './partners.ts';

/** Support from one payer, self-funding left out. */
const fundingOf = (network: Network): NetworkEdge[] =>
	relationsOf(network).filter(({ type, source, target }) => type === 'FUNDS' && source !== target);

/** Distinct values met with each key. */
function distinct(
	edges: readonly NetworkEdge[],
	key: (edge: NetworkEdge) => string,
	value: (edge: NetworkEdge) => string
): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	for (const edge of edges) {
		const known = found.get(key(edge));
		if (known) known.add(value(edge));
		else found.set(key(edge), new Set([value(edge)]));
	}
	return found;
}

/**
 * Payers known for each structure that has any: what a project receives is not spread over its members.
 * Parts: structures with a single one, with several. Linear.
 */
export function fundersFigure(network: Network): Figure {
	const members = new Set(
		network.nodes.filter((n) => isStructure(n) && n.label === 'Actor').map(({ id }) => id)
	);
	const base = members.size;
	if (base === 0) return notKnown('funders', 'no_structure');
	const edges = fundingOf(network).filter(({ target }) => members.has(target));
	const payers = distinct(
		edges,
		({ target }) => target,
		({ source }) => source
	);
	const known = payers.size;
	if (known === 0) return notKnown('funders', 'no_funding', base);
	const single = [...payers.values()].filter(({ size }) => size === 1).length;
	return measured('funders', sum([...payers.values()].map(({ size }) => size)) / known, {
		base,
		known,
		parts: [
			{ key: 'single', value: single },
			{ key: 'several', value: known - single }
		]
	});
}

const STAGES = ['paid', 'granted', 'asked', 'in_kind', undefined] as const;
type Stage = FundingStage | undefined;
const stageKey = (prefix: string, stage: Stage): string => `${prefix}_${stage ?? 'unknown'}`;

/** Euros known from each payer at one stage. */
function amountsAt(edges: readonly NetworkEdge[], stage: Stage): Map<string, number> {
	const amounts = new Map<string, number>();
	for (const edge of edges)
		if (edge.stage === stage && edge.amountEur !== undefined && edge.amountEur > 0)
			amounts.set(edge.source, (amounts.get(edge.source) ?? 0) + edge.amountEur);
	return amounts;
}

/**
 * Herfindahl–Hirschman index of the payers by the supports known from each: the sum of the squares of
 * their shares, 1 when one pays for all, 1/n when n pay for as many each. The range is what it becomes
 * with one support left out. Parts: the same index on amounts in euros, for each stage where two or more
 * are known. Linear, apart from the range: payers squared.
 */
export function concentrationFigure(network: Network): Figure {
	const edges = fundingOf(network);
	if (edges.length === 0) return notKnown('concentration', 'no_funding');
	const supported = distinct(
		edges,
		({ source }) => source,
		({ target }) => target
	);
	const counts = [...supported.values()].map(({ size }) => size);
	const without =
		sum(counts) > 1
			? counts.map((_, i) => herfindahl(counts.map((n, at) => (at === i ? n - 1 : n))))
			: [];
	const parts = STAGES.flatMap((stage): FigurePart[] => {
		const amounts = [...amountsAt(edges, stage).values()];
		return amounts.length > 1
			? [{ key: stageKey('amounts', stage), value: herfindahl(amounts) }]
			: [];
	});
	return measured('concentration', herfindahl(counts), {
		base: sum(counts),
		expected: 1 / counts.length,
		range:
			without.length > 0
				? { low: Math.min(...without), high: Math.max(...without), kind: 'left_out' }
				: undefined,
		parts: [{ key: 'payers', value: counts.length }, ...parts]
	});
}

/**
 * If the first payer left: of all that is known to be funded, the share that has no other payer known.
 * The first is the one that supports most, then by id. Parts: the payer, what it supports, and the euros
 * known from it at each stage. Linear.
 */
export function firstFunderFigure(network: Network): Figure {
	const edges = fundingOf(network);
	const supported = distinct(
		edges,
		({ source }) => source,
		({ target }) => target
	);
	const payers = distinct(
		edges,
		({ target }) => target,
		({ source }) => source
	);
	const [first] = [...supported].sort(
		([a, one], [b, other]) => other.size - one.size || compareText(a, b)
	);
	if (!first) return notKnown('first_funder', 'no_funding');
	const [id, targets] = first;
	const lost = [...targets].filter((target) => payers.get(target)?.size === 1).length;
	const amounts = STAGES.flatMap((stage): FigurePart[] => {
		const euros = amountsAt(edges, stage).get(id);
		return euros === undefined ? [] : [{ key: stageKey('euros', stage), value: euros }];
	});
	return measured('first_funder', lost / payers.size, {
		base: payers.size,
		parts: [{ key: id, value: targets.size }, { key: 'lost', value: lost }, ...amounts]
	});
}
