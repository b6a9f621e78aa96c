import { distanceKm } from '../distance.ts';
import type { NetworkNode } from '../model.ts';
import type { Linked, Links } from './links.ts';

/**
 * What speaks for a tie, each 0 when it says nothing, and higher when it says more. In the order of
 * `WEIGHTS`:
 * - `partners`: partners and resources in common, each by 1/ln of how many ties it has (L. Adamic and
 *   E. Adar, « Friends and neighbors on the Web », Social Networks 25, 2003);
 * - `rare`: the same by 1/ties, so that a partner of few counts for much (T. Zhou, L. Lü and Y.-C. Zhang,
 *   « Predicting missing links via local information », European Physical Journal B 71, 2009);
 * - `around`: ways of three ties, by 1/√ of the ties of both stops: partners of those who resemble it
 *   (I. Kovács et al., « Network-based prediction of protein interactions », Nature Communications 10, 2019);
 * - `active`: √ of the product of the ties of both;
 * - `kinds`: how much more often than by chance their kinds are tied here;
 * - `projects`: projects in common, each by 1/ln of how many take part;
 * - `place`: 1 in the same commune, else e^(−distance/20 km), else by département and region;
 * - `shares`: kinds of resources it holds that the other has not.
 */
export const TERMS = [
	'partners',
	'rare',
	'around',
	'active',
	'kinds',
	'projects',
	'place',
	'shares'
] as const;

/** Kilometres at which a distance counts e times less. */
const REACH_KM = 20;
const rarity = (ties: number): number => 1 / Math.log(Math.max(2, ties));

/** Between 0 and 1; a structure whose place is unknown is near nobody. */
export function nearness(a: NetworkNode, b: NetworkNode): number {
	if (a.commune !== undefined && a.commune === b.commune && a.departement === b.departement)
		return 1;
	const far = distanceKm(a, b);
	if (far !== undefined) return Math.exp(-far / REACH_KM);
	if (a.departement !== undefined && a.departement === b.departement) return 0.6;
	return a.region !== undefined && a.region === b.region ? 0.2 : 0;
}

/** How strongly ways of two and three ties lead from one node to every other. */
export interface Reach {
	partners: Float64Array;
	rare: Float64Array;
	around: Float64Array;
}

/** Linear in the ways of three ties that begin at the node. */
export function reachOf({ all }: Links, from: number): Reach {
	const reach = {
		partners: new Float64Array(all.length),
		rare: new Float64Array(all.length),
		around: new Float64Array(all.length)
	};
	const near = all[from]?.near ?? [];
	for (const first of near) {
		const second = all[first]?.near ?? new Set<number>();
		const size = second.size;
		for (const id of second) {
			if (id === from) continue;
			reach.partners[id] = (reach.partners[id] ?? 0) + rarity(size);
			reach.rare[id] = (reach.rare[id] ?? 0) + 1 / size;
			const third = all[id]?.near ?? new Set<number>();
			const strength = 1 / Math.sqrt(size * third.size);
			for (const end of third)
				if (end !== first && end !== from) reach.around[end] = (reach.around[end] ?? 0) + strength;
		}
	}
	return reach;
}

/** Kinds of resources one holds that the other has not. */
function lacking({ holds }: Linked, { has }: Linked): number {
	let kinds = 0;
	for (const kind of holds) if (!has.has(kind)) kinds++;
	return kinds;
}

/**
 * What speaks for a tie between the node a reach begins at and another.
 * @param terms written over and given back: a question to a large network makes no list for each of its nodes
 */
export function termsOf(
	links: Links,
	reach: Reach,
	from: number,
	to: number,
	terms: number[] = TERMS.map(() => 0)
): number[] {
	const a = links.all[from];
	const b = links.all[to];
	if (!a || !b) return terms.fill(0);
	let projects = 0;
	for (const id of a.projects) if (b.projects.has(id)) projects += rarity(links.sizes.get(id) ?? 2);
	terms[0] = reach.partners[to] ?? 0;
	terms[1] = reach.rare[to] ?? 0;
	terms[2] = reach.around[to] ?? 0;
	terms[3] = Math.sqrt(a.near.size * b.near.size);
	terms[4] = Math.max(0, 1 + links.mixing(a.node.kind, b.node.kind));
	terms[5] = projects;
	terms[6] = nearness(a.node, b.node);
	terms[7] = lacking(b, a) + lacking(a, b);
	return terms;
}
