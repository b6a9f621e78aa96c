/** What the legend filters and counts, as one pass over columns. Pure. */
import type { Certainty } from '#lib/domain/claims.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import {
	ACCESS_VALUES,
	type EssValue,
	type Filters,
	type ViewGroup
} from '#lib/domain/view-state/state.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import { accessBits, accessOf } from './access.ts';
import { broughtBy, type Brought } from './expansion.ts';
import type { Network, NetworkEdge, NetworkNode } from './model.ts';
import { isAliveIn, spanOf, statusIn, wasThere } from './years.ts';

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
	/** 1 for an edge that passes every filter but the statuses and the years. */
	anyYear: Uint8Array;
	nodeCount: number;
	edgeCount: number;
	counts: FacetCounts;
}

const essOf = ({ ess }: NetworkNode): EssValue =>
	ess === undefined ? 'inconnu' : ess ? 'oui' : 'non';

/** Access to care is looked up only where a part of it is asked for. */
function accessWanted(network: Pick<Network, 'nodes' | 'edges'>, { access }: Filters) {
	if (access.size === ACCESS_VALUES.length) return undefined;
	return { bits: accessBits(access), of: accessOf(network) };
}

/** Stands for what no facet can let through: an end that is not shown, a year it did not live in. */
const OUT = 1 << 7;

/** One more of a value, among the items that no facet but `bit` refuses. */
function add<Value>(counts: Map<Value, number>, value: Value, failed: number, bit: number): void {
	if ((failed & ~bit) === 0) counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** What a network holds, whatever passes: the lines of the legend. */
export interface FacetValues {
	groups: ReadonlySet<ViewGroup>;
	departements: ReadonlySet<string>;
	families: ReadonlySet<Family>;
}

/** Every value of some facets, once. Linear in nodes and edges. */
export function valuesIn({ nodes, edges }: Pick<Network, 'nodes' | 'edges'>): FacetValues {
	const groups = new Set<ViewGroup>();
	const departements = new Set<string>();
	const families = new Set<Family>();
	for (const { group, departement } of nodes) {
		groups.add(group);
		if (departement !== undefined) departements.add(departement);
	}
	for (const { family } of edges) families.add(family);
	return { groups, departements, families };
}

/**
 * What passes the filters, and the counts the legend shows. An edge passes when both its ends do. In a
 * year, an edge must be alive and its status is that year's; when two are compared, alive in either.
 * What an expanded node brings passes whatever refuses it. Linear in nodes and edges.
 */
export function facet(network: Pick<Network, 'nodes' | 'edges'>, filters: Filters): Faceted {
	const brought = broughtBy(network, filters);
	const nodes = siftNodes(network.nodes, filters, accessWanted(network, filters), brought);
	const ever =
		brought && filters.year !== undefined
			? broughtBy(network, { ...filters, year: undefined, comparedYear: undefined })
			: brought;
	const edges = siftEdges(network.edges, filters, nodes.hidden, { brought, ever });
	return {
		nodes: nodes.passing,
		edges: edges.passing,
		anyYear: edges.anyYear,
		nodeCount: network.nodes.length - nodes.hidden.size,
		edgeCount: edges.count,
		counts: { ...nodes.counts, ...edges.counts }
	};
}

// Plain loops: this runs before the first drawing, and again at each press of the legend.
function siftNodes(
	list: readonly NetworkNode[],
	filters: Filters,
	access: ReturnType<typeof accessWanted>,
	brought: Brought | undefined
) {
	const passing = new Uint8Array(list.length);
	const hidden = new Set<string>();
	const groups = new Map<ViewGroup, number>();
	const ess = new Map<EssValue, number>();
	const departements = new Map<string, number>();
	let place = 0;
	for (const node of list) {
		const { group, departement } = node;
		const economy = essOf(node);
		let failed = filters.hiddenGroups.has(group) ? 1 : 0;
		if (!filters.ess.has(economy)) failed |= 2;
		if (filters.departements && !(departement && filters.departements.has(departement)))
			failed |= 4;
		if (access && ((access.of[place] ?? 0) & access.bits) === 0) failed |= 8;
		if (brought?.nodes.has(node.id)) failed = 0;
		if (failed === 0) passing[place] = 1;
		else hidden.add(node.id);
		add(groups, group, failed, 1);
		add(ess, economy, failed, 2);
		if (departement !== undefined) add(departements, departement, failed, 4);
		place++;
	}
	return { passing, hidden, counts: { groups, ess, departements } };
}

function siftEdges(
	list: readonly NetworkEdge[],
	filters: Filters,
	hidden: ReadonlySet<string>,
	{ brought, ever }: { brought: Brought | undefined; ever: Brought | undefined }
) {
	const { year } = filters;
	const span = spanOf(filters);
	const some = hidden.size > 0;
	const passing = new Uint8Array(list.length);
	const anyYear = new Uint8Array(list.length);
	const families = new Map<Family, number>();
	const statuses = new Map<RelationStatus, number>();
	const certainties = new Map<Certainty, number>();
	let place = 0;
	let count = 0;
	for (const edge of list) {
		const { family, certainty } = edge;
		// Of two years, the one it is alive in.
		const at = span && !isAliveIn(edge, span.after) ? span.before : (span?.after ?? year);
		const status = at === undefined ? edge.status : statusIn(edge, at);
		let failed = filters.families.has(family) ? 0 : 1;
		if (!filters.certainties.has(certainty)) failed |= 4;
		if (some && (hidden.has(edge.source) || hidden.has(edge.target))) failed |= OUT;
		if (failed === 0 || ever?.edges[place] === 1) anyYear[place] = 1;
		if (!filters.statuses.has(status)) failed |= 2;
		if (at !== undefined && !wasThere(status)) failed |= OUT;
		if (brought?.edges[place] === 1) failed = 0;
		if (failed === 0) {
			passing[place] = 1;
			count++;
		}
		add(families, family, failed, 1);
		add(statuses, status, failed, 2);
		add(certainties, certainty, failed, 4);
		place++;
	}
	return { passing, anyYear, count, counts: { families, statuses, certainties } };
}
