import { isAlive } from '#lib/domain/status.ts';
import type { NetworkEdge, NetworkNode } from '../model.ts';

/** What is known of one structure before anybody is suggested to it; lists hold numbers of nodes. */
export interface Linked {
	node: NetworkNode;
	/** Organisations and resources it is tied to by cooperation or sharing. */
	near: ReadonlySet<number>;
	/** Projects it takes part in, by id. */
	projects: ReadonlySet<string>;
	/** Kinds of the resources it holds. */
	holds: ReadonlySet<string>;
	/** Kinds of the resources it holds or uses. */
	has: ReadonlySet<string>;
}

/** The network as suggestions see it. */
export interface Links {
	/** By number; numbers follow the order of nodes. */
	all: readonly Linked[];
	numberOf: ReadonlyMap<string, number>;
	/** How many take part in each project, by id. */
	sizes: ReadonlyMap<string, number>;
	/** How much more often than by chance two kinds are tied, as a logarithm; 0 when unknown. */
	mixing: (a: string, b: string) => number;
	/** Nodes that may be suggested or asked for: organisations that are not there to pay or oversee. */
	candidates: readonly number[];
}

const PARTICIPATION = new Set(['TAKES_PART_IN', 'LEADS', 'SUPPORTS']);
/** Seen and expected are both raised by this: one tie between two rare kinds proves little. */
const DOUBT = 2;

const isCandidate = ({ label, group }: NetworkNode): boolean =>
	label === 'Actor' && group !== 'ars' && group !== 'funder';

/** Key of two ids or kinds, whatever their order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Ties between kinds, seen beside expected if kinds did not matter. Linear in the ties. */
function mixingOf(ends: readonly (readonly [string, string])[]): Links['mixing'] {
	const byKind = new Map<string, number>();
	const seen = new Map<string, number>();
	const add = (map: Map<string, number>, key: string, by: number): void =>
		void map.set(key, (map.get(key) ?? 0) + by);
	for (const [a, b] of ends) {
		add(byKind, a, 1);
		add(byKind, b, 1);
		add(seen, pairKey(a, b), a === b ? 2 : 1);
	}
	const mixing = (a: string, b: string): number => {
		const [ofA, ofB] = [byKind.get(a), byKind.get(b)];
		if (ofA === undefined || ofB === undefined) return 0;
		const expected = (ofA * ofB) / (2 * ends.length);
		return Math.log(((seen.get(pairKey(a, b)) ?? 0) + DOUBT) / (expected + DOUBT));
	};
	// One question compares its kind with that of every structure: there are few kinds.
	const known = new Map<string, Map<string, number>>();
	return (a, b) => {
		let row = known.get(a);
		if (!row) known.set(a, (row = new Map<string, number>()));
		let found = row.get(b);
		if (found === undefined) row.set(b, (found = mixing(a, b)));
		return found;
	};
}

/**
 * What suggestions are made from: alive relations of a network's nodes. Linear in nodes and relations.
 */
export function linksOf(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): Links {
	const numberOf = new Map(nodes.map(({ id }, i) => [id, i]));
	const all = nodes.map((node) => ({
		node,
		near: new Set<number>(),
		projects: new Set<string>(),
		holds: new Set<string>(),
		has: new Set<string>()
	}));
	const ends: [string, string][] = [];
	for (const { type, source, target, horizontal, status, projectId } of edges) {
		if (!isAlive(status)) continue;
		const [a, b] = [numberOf.get(source), numberOf.get(target)];
		const from = a === undefined ? undefined : all[a];
		const to = b === undefined ? undefined : all[b];
		if (from && PARTICIPATION.has(type)) from.projects.add(target);
		for (const end of [from, to]) if (end && projectId !== undefined) end.projects.add(projectId);
		if (!horizontal || !from || !to || a === b || a === undefined || b === undefined) continue;
		from.near.add(b);
		to.near.add(a);
		if (to.node.label === 'SharedResource') {
			from.has.add(to.node.kind);
			if (type === 'HOLDS') from.holds.add(to.node.kind);
		} else ends.push([from.node.kind, to.node.kind]);
	}
	const sizes = new Map<string, number>();
	for (const { projects } of all)
		for (const id of projects) sizes.set(id, (sizes.get(id) ?? 0) + 1);
	return {
		all,
		numberOf,
		sizes,
		mixing: mixingOf(ends),
		candidates: nodes.flatMap((node, i) => (isCandidate(node) ? [i] : []))
	};
}
