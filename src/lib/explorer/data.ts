import { isApart } from '#lib/network/isolation.ts';
import type {
	NetworkEdge,
	IsolationRow,
	Layout,
	Network,
	NetworkNode
} from '#lib/network/model.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import type { ViewGroup, ViewState } from '#lib/domain/view-state.ts';

/** Everything the explorer knows of one network once its payload is read. Never proxied. */
export interface ExplorerData {
	network: Network;
	isolated: readonly IsolationRow[];
	layout: Layout;
	nodes: ReadonlyMap<string, NetworkNode>;
	edges: ReadonlyMap<string, NetworkEdge>;
	/** Titles of the sources cited, when the payload carries them. */
	sourceNames: ReadonlyMap<string, string>;
	fictional: boolean;
}

export function explorerData(given: Omit<ExplorerData, 'nodes' | 'edges'>): ExplorerData {
	const { network } = given;
	return {
		...given,
		nodes: new Map(network.nodes.map((node) => [node.id, node])),
		edges: new Map(network.edges.map((edge) => [edge.id, edge]))
	};
}

export interface Counts {
	groups: ReadonlyMap<ViewGroup, number>;
	families: ReadonlyMap<Family, number>;
}

const tally = <K>(keys: Iterable<K>): Map<K, number> => {
	const counts = new Map<K, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
};

/** How many of each the network holds, shown or not: what the legend says beside each line. */
export const countsOf = ({ nodes, edges }: Pick<Network, 'nodes' | 'edges'>): Counts => ({
	groups: tally(nodes.map((node) => node.group)),
	families: tally(edges.map((edge) => edge.family))
});

export interface Shown {
	nodes: NetworkNode[];
	edges: NetworkEdge[];
}

/** What is on screen: nodes of the groups shown, relations of the families shown between them. */
export function shownIn(
	{ network }: ExplorerData,
	{ families, hiddenGroups }: Pick<ViewState, 'families' | 'hiddenGroups'>
): Shown {
	const nodes = network.nodes.filter((node) => !hiddenGroups.has(node.group));
	const ids = new Set(nodes.map((node) => node.id));
	const edges = network.edges.filter(
		(edge) => families.has(edge.family) && ids.has(edge.source) && ids.has(edge.target)
	);
	return { nodes, edges };
}

/** Nodes that count as structures: organisations, neither agency, resource nor project. */
export const isStructure = (node: NetworkNode): boolean =>
	node.label === 'Actor' || node.label === 'Funder';

/** Structures « à part » of the margin; none where cooperations are not documented. */
export const apartIds = (
	{ documented }: Pick<Network, 'documented'>,
	isolated: readonly IsolationRow[]
): Set<string> => new Set(documented ? isolated.filter(isApart).map((row) => row.actorId) : []);

/** Number of different nodes tied to a node among the relations shown. */
export const neighbourCount = (id: string, edges: readonly NetworkEdge[]): number =>
	new Set(edges.flatMap((e) => (e.source === id ? [e.target] : e.target === id ? [e.source] : [])))
		.size;

/** Ids of the sources of the relations shown, each once, the most used first: its rank is its number. */
export function numberedSources(edges: readonly NetworkEdge[]): { id: string; uses: number }[] {
	const uses = tally(edges.flatMap((edge) => edge.sources));
	return [...uses]
		.map(([id, count]) => ({ id, uses: count }))
		.sort((a, b) => b.uses - a.uses || (a.id < b.id ? -1 : 1));
}
