import { isAlive } from '#lib/domain/status.ts';
import { DRAWN_FAMILIES, type Family } from '#lib/domain/vocabulary/relation-types.ts';
import { componentsOf } from './components.ts';
import type { IsolationClass, IsolationRow, Network, NetworkEdge } from './model.ts';
import { compareText } from './order.ts';
import { horizontalTies, partnersOf } from './ties.ts';

/** A group this small beside a larger one stands apart. */
const SMALL_GROUP = 3;

/** A deduced ARS oversight says where a structure is, not that anybody knows it. */
const saysNothing = (edge: NetworkEdge): boolean =>
	edge.family === 'oversight' && edge.certainty !== 'sourced';

/** Families alive at each node; a node whose relations have all ended is there, with none. */
function familiesAt(
	edges: readonly NetworkEdge[],
	inside: (id: string) => boolean
): ReadonlyMap<string, ReadonlySet<Family>> {
	const families = new Map<string, Set<Family>>();
	for (const edge of edges) {
		if (saysNothing(edge) || !inside(edge.source) || !inside(edge.target)) continue;
		for (const id of [edge.source, edge.target]) {
			const known = families.get(id) ?? new Set<Family>();
			families.set(id, isAlive(edge.status) ? known.add(edge.family) : known);
		}
	}
	return families;
}

/**
 * Structures that stand apart in a network, with the first class that fits, by id. Only members that
 * are actors are judged: a funder is there to pay, an agency to oversee. Linear in the network.
 * With no horizontal tie at all every row is `undocumented`: the cooperations were not collected, and
 * the class says nothing of the structure.
 */
export function isolatedStructures(network: Network): IsolationRow[] {
	// The halo is no part of the network: showing it must not make anyone less isolated.
	const judged = new Set(
		network.nodes
			.filter((n) => n.member || n.group === 'project' || n.group === 'ars')
			.map((n) => n.id)
	);
	const inside = (id: string): boolean => judged.has(id);
	const partners = partnersOf(horizontalTies(network).filter((t) => inside(t.a) && inside(t.b)));
	const families = familiesAt(network.edges, inside);
	const groups = componentsOf(
		[...partners.keys()].sort(compareText),
		(id) => partners.get(id) ?? []
	);
	const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)));
	const largest = groups[0]?.length ?? 0;

	const classOf = (id: string): IsolationClass | undefined => {
		const group = groupOf.get(id);
		if (!group) return families.has(id) ? 'no_horizontal_tie' : 'no_tie';
		if (group.length <= SMALL_GROUP && group.length < largest) return 'detached_group';
		return partners.get(id)?.size === 1 ? 'single_bridge' : undefined;
	};

	return network.nodes.flatMap((node): IsolationRow[] => {
		if (node.label !== 'Actor' || !node.member) return [];
		const found = classOf(node.id);
		if (!found) return [];
		const known = families.get(node.id);
		return [
			{
				actorId: node.id,
				class: found,
				reasons: DRAWN_FAMILIES.filter((family) => known?.has(family)),
				with: (found === 'detached_group'
					? (groupOf.get(node.id) ?? []).filter((id) => id !== node.id)
					: [...(partners.get(node.id) ?? [])]
				).sort(compareText),
				certainty: 'in_data_only',
				undocumented: !network.documented
			}
		];
	});
}

/** What stands in the margin and is counted « à part »: no tie at all, or none of cooperation or sharing. */
export const isApart = (row: IsolationRow): boolean =>
	!row.undocumented && (row.class === 'no_tie' || row.class === 'no_horizontal_tie');
