/** Neighbours that the filters keep out of sight, shown on demand. Pure. */
import type { Filters } from '#lib/domain/view-state/state.ts';
import type { Network, NetworkEdge, NetworkNode } from './model.ts';
import { isAliveIn, spanOf } from './years.ts';

type Graph = Pick<Network, 'nodes' | 'edges'>;

/** A project and an agency hang over all their members: they are no neighbours, they have their own lines in the legend. */
const isHub = ({ group }: NetworkNode): boolean => group === 'project' || group === 'ars';

/** Years are what is looked at, not what is left out: a tie of another year is not a neighbour of this one. */
function aliveThen(
	filters: Pick<Filters, 'year' | 'comparedYear'>
): (edge: NetworkEdge) => boolean {
	const span = spanOf(filters);
	const { year } = filters;
	if (span) return (edge) => isAliveIn(edge, span.before) || isAliveIn(edge, span.after);
	return year === undefined ? () => true : (edge) => isAliveIn(edge, year);
}

/** What is brought by nodes that are expanded: themselves, their neighbours and the ties between. */
export interface Brought {
	nodes: ReadonlySet<string>;
	/** 1 for a tie brought, by place in the network's list. */
	edges: Uint8Array;
}

/** Linear in the network; nothing, at no cost, when nothing is expanded. */
export function broughtBy(network: Graph, filters: Filters): Brought | undefined {
	const { expanded } = filters;
	if (expanded.size === 0) return undefined;
	const hubs = new Set<string>();
	const nodes = new Set<string>();
	for (const node of network.nodes) {
		if (isHub(node)) hubs.add(node.id);
		else if (expanded.has(node.id)) nodes.add(node.id);
	}
	const alive = aliveThen(filters);
	const edges = new Uint8Array(network.edges.length);
	network.edges.forEach((edge, place) => {
		const { source, target } = edge;
		if (!(expanded.has(source) || expanded.has(target))) return;
		if (hubs.has(source) || hubs.has(target) || !alive(edge)) return;
		edges[place] = 1;
		nodes.add(source).add(target);
	});
	return { nodes, edges };
}

/**
 * Neighbours of a node tied to it in the years looked at, by no tie that passes: what expanding it
 * would bring. Linear in the network.
 *
 * @param passing 1 for a tie that passes, by place in the network's list.
 */
export function neighboursHidden(
	network: Graph,
	filters: Filters,
	passing: Uint8Array,
	id: string
): Set<string> {
	const alive = aliveThen(filters);
	const seen = new Set<string>([id]);
	const found = new Set<string>();
	network.edges.forEach((edge, place) => {
		const other = edge.source === id ? edge.target : edge.target === id ? edge.source : undefined;
		if (other === undefined) return;
		if (passing[place] === 1) seen.add(other);
		else if (alive(edge)) found.add(other);
	});
	for (const other of seen) found.delete(other);
	for (const node of network.nodes) if (isHub(node)) found.delete(node.id);
	return found;
}
