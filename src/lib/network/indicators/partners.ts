import { isAlive } from '#lib/domain/status.ts';
import type { Network, NetworkEdge, NetworkNode } from '../model.ts';
import { compareText } from '../order.ts';
import { partnersOf, tiesOf } from '../ties.ts';

/** Who works with whom, by numbers: partners of `i` stand in `next` from `first[i]` to `first[i + 1]`. */
export interface PartnerGraph {
	/** Structures, by id. */
	nodes: readonly NetworkNode[];
	first: Int32Array;
	next: Int32Array;
	/** Pairs of partners. */
	pairs: number;
}

/** A member that is an organisation, agencies left out. */
export const isStructure = ({ member, label }: NetworkNode): boolean =>
	member && (label === 'Actor' || label === 'Funder');

/** Relations alive on the network's day between what is in it: members, projects and agencies, no halo. */
export function relationsOf({ nodes, edges }: Network): NetworkEdge[] {
	const inside = new Set(
		nodes.filter((n) => n.member || n.group === 'project' || n.group === 'ars').map(({ id }) => id)
	);
	return edges.filter(
		({ status, source, target }) => isAlive(status) && inside.has(source) && inside.has(target)
	);
}

/**
 * Structures and their partners by cooperation and sharing on the network's day, each pair once, through
 * a shared resource too. A funder is there to pay: it is among them only when it has a partner. Linear in
 * the network, but for resources without a holder.
 */
export function partnerGraph(network: Network): PartnerGraph {
	const members = new Map(network.nodes.filter(isStructure).map((node) => [node.id, node]));
	const partners = partnersOf(
		tiesOf(relationsOf(network)).filter(({ a, b }) => members.has(a) && members.has(b))
	);
	const nodes = [...members.values()]
		.filter(({ id, label }) => label === 'Actor' || partners.has(id))
		.sort((a, b) => compareText(a.id, b.id));
	const placeOf = new Map(nodes.map(({ id }, i) => [id, i]));
	const first = new Int32Array(nodes.length + 1);
	nodes.forEach(({ id }, i) => {
		first[i + 1] = (first[i] ?? 0) + (partners.get(id)?.size ?? 0);
	});
	const next = new Int32Array(first[nodes.length] ?? 0);
	nodes.forEach(({ id }, i) => {
		const found = [...(partners.get(id) ?? [])].map((other) => placeOf.get(other) ?? 0);
		next.set(
			found.sort((a, b) => a - b),
			first[i] ?? 0
		);
	});
	return { nodes, first, next, pairs: next.length / 2 };
}

/** How many partners each has. */
export const degreesOf = ({ nodes, first }: PartnerGraph): Int32Array =>
	Int32Array.from(nodes, (_, i) => (first[i + 1] ?? 0) - (first[i] ?? 0));

/** Each pair once, the smaller number first. */
export function pairsOf({ nodes, first, next }: PartnerGraph): [number, number][] {
	const pairs: [number, number][] = [];
	for (let a = 0; a < nodes.length; a++)
		for (let at = first[a] ?? 0; at < (first[a + 1] ?? 0); at++) {
			const b = next[at] ?? 0;
			if (a < b) pairs.push([a, b]);
		}
	return pairs;
}

/** The same structures with other pairs. */
export function withPairs(
	{ nodes }: PartnerGraph,
	pairs: readonly (readonly [number, number])[]
): PartnerGraph {
	const first = new Int32Array(nodes.length + 1);
	for (const [a, b] of pairs) {
		first[a + 1] = (first[a + 1] ?? 0) + 1;
		first[b + 1] = (first[b + 1] ?? 0) + 1;
	}
	for (let i = 0; i < nodes.length; i++) first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
	const next = new Int32Array(pairs.length * 2);
	const at = Int32Array.from(first);
	const put = (from: number, to: number): void => {
		const place = at[from] ?? 0;
		next[place] = to;
		at[from] = place + 1;
	};
	for (const [a, b] of pairs) {
		put(a, b);
		put(b, a);
	}
	return { nodes, first, next, pairs: pairs.length };
}
