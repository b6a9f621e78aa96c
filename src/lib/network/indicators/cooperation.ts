/** How much a network works together: partners, groups, natures that mix, resources put in common. */
import { componentsOf } from '../components.ts';
import type { Network } from '../model.ts';
import { measured, notKnown, type Figure } from './model.ts';
import { jackknife } from './numbers.ts';
import { degreesOf, isStructure, pairsOf, relationsOf, type PartnerGraph } from './partners.ts';

/** Twice the pairs of partners over the structures, with its error as a sample of a network. Linear. */
export function partnersFigure(graph: PartnerGraph): Figure {
	const n = graph.nodes.length;
	if (n === 0) return notKnown('partners', 'no_structure');
	if (graph.pairs === 0) return notKnown('partners', 'undocumented', n);
	const degrees = degreesOf(graph);
	const mean = (2 * graph.pairs) / n;
	const without = Float64Array.from(degrees, (d) =>
		n > 1 ? (2 * (graph.pairs - d)) / (n - 1) : 0
	);
	const alone = degrees.filter((degree) => degree === 0).length;
	return measured('partners', mean, {
		base: n,
		range: jackknife(mean, without),
		parts: [
			{ key: 'pairs', value: graph.pairs },
			{ key: 'alone', value: alone }
		]
	});
}

/** Structures that reach each other from partner to partner, groups of two at least, the largest first. Linear. */
function groupsOf({ nodes, first, next }: PartnerGraph): string[][] {
	const placeOf = new Map(nodes.map(({ id }, i) => [id, i]));
	const neighbours = (id: string): string[] => {
		const i = placeOf.get(id) ?? 0;
		return [...next.subarray(first[i], first[i + 1])].map((at) => nodes[at]?.id ?? '');
	};
	return componentsOf(placeOf.keys(), neighbours).filter((group) => group.length > 1);
}

/** How many groups, and the share of the structures in the largest. Linear, apart from sorting. */
export function groupFigures(graph: PartnerGraph): Figure[] {
	const base = graph.nodes.length;
	if (graph.pairs === 0) {
		const why = base === 0 ? 'no_structure' : 'undocumented';
		return [notKnown('groups', why, base), notKnown('largest', why, base)];
	}
	const groups = groupsOf(graph);
	const largest = groups[0]?.length ?? 0;
	const grouped = groups.reduce((total, { length }) => total + length, 0);
	return [
		measured('groups', groups.length, {
			base,
			parts: [
				{ key: 'grouped', value: grouped },
				{ key: 'alone', value: base - grouped }
			]
		}),
		measured('largest', largest / base, { base, parts: [{ key: 'largest', value: largest }] })
	];
}

/**
 * Share of the ties that join structures of different natures, beside what chance gives where each nature
 * keeps its ends of ties: 1 - Σ aᵢ², aᵢ being the share of all ends at nature i (M. Newman, « Mixing
 * patterns in networks », Physical Review E 67, 2003). Linear in the ties.
 */
export function mixingFigure(graph: PartnerGraph): Figure {
	if (graph.pairs === 0) return notKnown('mixing', 'undocumented', graph.nodes.length);
	const ends = new Map<string, number>();
	let across = 0;
	for (const [a, b] of pairsOf(graph)) {
		const [one, other] = [graph.nodes[a]?.group ?? '', graph.nodes[b]?.group ?? ''];
		if (one !== other) across++;
		for (const group of [one, other]) ends.set(group, (ends.get(group) ?? 0) + 1);
	}
	if (ends.size < 2) return notKnown('mixing', 'one_sector', graph.pairs);
	const total = graph.pairs * 2;
	const expected = 1 - [...ends.values()].reduce((all, count) => all + (count / total) ** 2, 0);
	return measured('mixing', across / graph.pairs, {
		base: graph.pairs,
		expected,
		parts: [
			{ key: 'across', value: across },
			{ key: 'natures', value: ends.size }
		]
	});
}

/** Share of the structures that hold or use at least one shared resource of the network. Linear. */
export function sharingFigure(network: Network): Figure {
	const members = new Set(network.nodes.filter(isStructure).map(({ id }) => id));
	const base = members.size;
	if (base === 0) return notKnown('sharing', 'no_structure');
	const resources = network.nodes.filter((n) => n.member && n.label === 'SharedResource').length;
	const used = relationsOf(network).filter(
		({ type, source }) => (type === 'HOLDS' || type === 'USES') && members.has(source)
	);
	if (resources === 0 && !network.documented) return notKnown('sharing', 'undocumented', base);
	const sharing = new Set(used.map(({ source }) => source)).size;
	return measured('sharing', sharing / base, {
		base,
		parts: [
			{ key: 'sharing', value: sharing },
			{ key: 'resources', value: resources }
		]
	});
}
