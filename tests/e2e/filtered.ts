/** What passes the filters an address asks for: written again from the rule, not taken from the program. */
import { DEFAULT_FAMILIES, DEFAULT_HIDDEN } from './explorer-page.ts';

export interface FullNode {
	id: string;
	name: string;
	group: string;
	ess?: boolean;
	departement?: string;
}
export interface FullEdge {
	id: string;
	type: string;
	family: string;
	source: string;
	target: string;
	status: string;
	certainty: string;
	verdict: string;
	since?: string;
	until?: string;
	sources: string[];
}
export interface FullNetwork {
	nodes: FullNode[];
	edges: FullEdge[];
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

function statusIn({ since, until, status }: FullEdge, year: number): string {
	if (since !== undefined && year < yearOf(since)) return 'planned';
	if (until !== undefined) return year > yearOf(until) ? 'ended' : 'current';
	return status === 'planned' && since !== undefined ? 'current' : status;
}
const isAlive = (status: string): boolean => status === 'current' || status === 'to_check';

/** In a year looked at, each relation has the status it had then. */
export function filtered(network: FullNetwork, search: string): FullNetwork {
	const params = new URLSearchParams(search);
	const listed = (name: string): readonly string[] | undefined => {
		const text = params.get(name) ?? undefined;
		return text === 'aucune' ? [] : text?.split(',');
	};
	const number = (name: string): number | undefined =>
		params.has(name) ? Number(params.get(name)) : undefined;
	const families = listed('familles') ?? DEFAULT_FAMILIES;
	const hidden = listed('masques') ?? DEFAULT_HIDDEN;
	const departements = listed('departements');
	const economy = listed('ess');
	const passes = (name: string, value: string): boolean => listed(name)?.includes(value) ?? true;
	const nodes = network.nodes.filter(
		({ group, ess, departement }) =>
			!hidden.includes(group) &&
			(economy?.includes(ess === undefined ? 'inconnu' : ess ? 'oui' : 'non') ?? true) &&
			(departements?.includes(departement ?? '') ?? true)
	);
	const ids = new Set(nodes.map(({ id }) => id));
	const [year, other] = [number('annee'), number('depuis')];
	const edges = network.edges.flatMap((edge) => {
		if (!ids.has(edge.source) || !ids.has(edge.target) || !families.includes(edge.family))
			return [];
		if (!passes('certitudes', edge.certainty)) return [];
		if (year === undefined) return passes('statuts', edge.status) ? [edge] : [];
		const years = other === undefined ? [year] : [year, other];
		if (!years.some((each) => isAlive(statusIn(edge, each)))) return [];
		return [{ ...edge, status: statusIn(edge, year) }];
	});
	return { nodes, edges };
}

/** The mark the drawing leaves of what it drew: places in the network's lists, in order. */
export function markOf(network: FullNetwork, shown: FullNetwork): string {
	const mark = (all: readonly { id: string }[], some: readonly { id: string }[]): number => {
		const ids = new Set(some.map(({ id }) => id));
		let value = 0x811c9dc5;
		all.forEach(({ id }, place) => {
			if (ids.has(id)) value = Math.imul(value ^ (place + 1), 0x01000193) >>> 0;
		});
		return value;
	};
	return `${mark(network.nodes, shown.nodes)} ${mark(network.edges, shown.edges)}`;
}
