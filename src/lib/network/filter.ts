import type { RelationStatus } from '#lib/domain/status.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import type { Network, NetworkEdge, NetworkNode } from './model.ts';

/** What a reader wants to see. An absent set shows everything, an empty one nothing. */
export interface NetworkFilter {
	families?: ReadonlySet<Family> | undefined;
	statuses?: ReadonlySet<RelationStatus> | undefined;
	groups?: ReadonlySet<NetworkNode['group']> | undefined;
	/** Projects and ARS: hidden unless asked for, they turn every network into a star. */
	hubs?: boolean | undefined;
}

export interface Visible {
	nodes: ReadonlySet<string>;
	edges: ReadonlySet<string>;
}

/** Ids of the nodes and edges a filter lets through; an edge shows when both its ends do. Linear. */
export function visible(
	network: Pick<Network, 'nodes' | 'edges'>,
	{ families, statuses, groups, hubs = false }: NetworkFilter
): Visible {
	const showsNode = ({ group }: NetworkNode): boolean =>
		(hubs || (group !== 'ars' && group !== 'project')) && (groups?.has(group) ?? true);
	const nodes = new Set(network.nodes.filter(showsNode).map(({ id }) => id));
	const showsEdge = (edge: NetworkEdge): boolean =>
		(families?.has(edge.family) ?? true) &&
		(statuses?.has(edge.status) ?? true) &&
		nodes.has(edge.source) &&
		nodes.has(edge.target);
	return { nodes, edges: new Set(network.edges.filter(showsEdge).map(({ id }) => id)) };
}
