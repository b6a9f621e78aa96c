import { isApart } from '#lib/network/isolation.ts';
import type { Apartness } from '#lib/network/isolation-year.ts';
import type {
	NetworkEdge,
	IsolationRow,
	Layout,
	Network,
	NetworkNode
} from '#lib/network/model.ts';
import type { Faceted } from '#lib/network/facets.ts';

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
	let nodes: ExplorerData['nodes'] | undefined;
	let edges: ExplorerData['edges'] | undefined;
	// Made when first asked for: the first drawing looks nothing up.
	return {
		...given,
		get nodes() {
			return (nodes ??= new Map(network.nodes.map((node) => [node.id, node])));
		},
		get edges() {
			return (edges ??= new Map(network.edges.map((edge) => [edge.id, edge])));
		}
	};
}

const tally = <K>(keys: Iterable<K>): Map<K, number> => {
	const counts = new Map<K, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
};

export interface Shown {
	nodes: NetworkNode[];
	edges: NetworkEdge[];
}

/** What is on screen, in the network's order. */
export const shownOf = (
	{ nodes, edges }: Pick<Network, 'nodes' | 'edges'>,
	passing: Pick<Faceted, 'nodes' | 'edges'>
): Shown => ({
	nodes: nodes.filter((_node, place) => passing.nodes[place] === 1),
	edges: edges.filter((_edge, place) => passing.edges[place] === 1)
});

/** Nodes that count as structures: organisations, neither agency, resource nor project. */
export const isStructure = (node: NetworkNode): boolean =>
	node.label === 'Actor' || node.label === 'Funder';

/** Who a way can begin or end at: not the project nor its agency, which are no partners. */
export const isPathEnd = ({ label }: NetworkNode): boolean =>
	label === 'Actor' || label === 'Funder' || label === 'SharedResource';

/** Structures « à part » of the margin; none where cooperations are not documented. */
export const apartIds = ({ documented, rows }: Apartness): Set<string> =>
	new Set(documented ? rows.filter(isApart).map((row) => row.actorId) : []);

/** Number of different nodes tied to a node among the relations shown. */
export function neighbourCount(id: string, edges: readonly NetworkEdge[]): number {
	const near = new Set<string>();
	for (const { source, target } of edges)
		if (source === id) near.add(target);
		else if (target === id) near.add(source);
	return near.size;
}

/** Ids of the sources of the relations shown, each once, the most used first: its rank is its number. */
export function numberedSources(edges: readonly NetworkEdge[]): { id: string; uses: number }[] {
	const uses = tally(edges.flatMap((edge) => edge.sources));
	return [...uses]
		.map(([id, count]) => ({ id, uses: count }))
		.sort((a, b) => b.uses - a.uses || (a.id < b.id ? -1 : 1));
}
