/** What the legend filters and counts, as one pass over columns. Pure. */
import type { Certainty } from '#lib/domain/claims.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import type { EssValue, Filters, ViewGroup } from '#lib/domain/view-state/state.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import type { Network, NetworkEdge, NetworkNode } from './model.ts';
import { isAliveIn, spanOf, statusIn } from './years.ts';

/** How many there are of each value, given every other filter. */
export interface FacetCounts {
	groups: ReadonlyMap<ViewGroup, number>;
	ess: ReadonlyMap<EssValue, number>;
	departements: ReadonlyMap<string, number>;
	families: ReadonlyMap<Family, number>;
	statuses: ReadonlyMap<RelationStatus, number>;
	certainties: ReadonlyMap<Certainty, number>;
}

export interface Faceted {
	/** 1 for what passes, by place in the network's lists. */
	nodes: Uint8Array;
	edges: Uint8Array;
	nodeCount: number;
	edgeCount: number;
	counts: FacetCounts;
}

const essOf = ({ ess }: NetworkNode): EssValue =>
	ess === undefined ? 'inconnu' : ess ? 'oui' : 'non';

/** Stands for what no facet can let through: an end that is not shown, a year it did not live in. */
const OUT = 1 << 7;

/** For each item, one bit for each facet that refuses it. */
function failures<Item>(
	items: readonly Item[],
	facets: readonly ((item: Item) => boolean)[],
	counts: (item: Item) => boolean = () => true
): Uint8Array {
	const failed = new Uint8Array(items.length);
	items.forEach((item, place) => {
		let bits = counts(item) ? 0 : OUT;
		facets.forEach((passes, bit) => {
			if (!passes(item)) bits |= 1 << bit;
		});
		failed[place] = bits;
	});
	return failed;
}

/** Items of each value that every other facet lets through. */
function tally<Item, Value>(
	items: readonly Item[],
	failed: Uint8Array,
	bit: number,
	valueOf: (item: Item) => Value | undefined
): Map<Value, number> {
	const counts = new Map<Value, number>();
	items.forEach((item, place) => {
		if (((failed[place] ?? OUT) & ~(1 << bit)) !== 0) return;
		const value = valueOf(item);
		if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
	});
	return counts;
}

const passing = (failed: Uint8Array): Uint8Array => failed.map((bits) => (bits === 0 ? 1 : 0));
const sum = (bits: Uint8Array): number => bits.reduce((total, bit) => total + bit, 0);

/**
 * What passes the filters, and the counts the legend shows. An edge passes when both its ends do. In a
 * year, an edge must be alive and its status is that year's; when two are compared, alive in either.
 * Linear in nodes and edges.
 */
export function facet(network: Pick<Network, 'nodes' | 'edges'>, filters: Filters): Faceted {
	const { year, departements } = filters;
	const isThere = ({ departement }: NetworkNode): boolean =>
		!departements || (departement !== undefined && departements.has(departement));
	const failedNodes = failures(network.nodes, [
		(node) => !filters.hiddenGroups.has(node.group),
		(node) => filters.ess.has(essOf(node)),
		isThere
	]);
	const nodes = passing(failedNodes);
	const shown = new Set(network.nodes.filter((_node, place) => nodes[place]).map(({ id }) => id));
	const span = spanOf(filters);
	/** The year an edge is looked at in: of two, the one it is alive in. */
	const yearFor = (edge: NetworkEdge): number | undefined =>
		span && !isAliveIn(edge, span.after) ? span.before : (span?.after ?? year);
	const statusOf = (edge: NetworkEdge): RelationStatus => {
		const at = yearFor(edge);
		return at === undefined ? edge.status : statusIn(edge, at);
	};
	const isThen = (edge: NetworkEdge): boolean => {
		const at = yearFor(edge);
		return at === undefined || isAliveIn(edge, at);
	};
	const failedEdges = failures(
		network.edges,
		[
			(edge) => filters.families.has(edge.family),
			(edge) => filters.statuses.has(statusOf(edge)),
			(edge) => filters.certainties.has(edge.certainty)
		],
		(edge) => shown.has(edge.source) && shown.has(edge.target) && isThen(edge)
	);
	const edges = passing(failedEdges);
	return {
		nodes,
		edges,
		nodeCount: sum(nodes),
		edgeCount: sum(edges),
		counts: {
			groups: tally(network.nodes, failedNodes, 0, ({ group }) => group),
			ess: tally(network.nodes, failedNodes, 1, essOf),
			departements: tally(network.nodes, failedNodes, 2, ({ departement }) => departement),
			families: tally(network.edges, failedEdges, 0, ({ family }) => family),
			statuses: tally(network.edges, failedEdges, 1, statusOf),
			certainties: tally(network.edges, failedEdges, 2, ({ certainty }) => certainty)
		}
	};
}
