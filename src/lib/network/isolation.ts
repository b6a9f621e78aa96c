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

/** What is known of a node's relations: the families alive at it, none when all of them have ended. */
interface Known {
	any: boolean;
	families: Set<Family>;
}

function familiesAt(network: Network, inside: ReadonlySet<string>): ReadonlyMap<string, Known> {
	const known = new Map<string, Known>();
	for (const id of inside) known.set(id, { any: false, families: new Set() });
	for (const edge of network.edges) {
		if (saysNothing(edge)) continue;
		const source = known.get(edge.source);
		const target = known.get(edge.target);
		if (!source || !target) continue;
		source.any = target.any = true;
		if (!isAlive(edge.status)) continue;
		source.families.add(edge.family);
		target.families.add(edge.family);
	}
	return known;
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
	const partners = partnersOf(
		horizontalTies(network).filter((t) => judged.has(t.a) && judged.has(t.b))
	);
	const families = familiesAt(network, judged);
	const groups = componentsOf(
		[...partners.keys()].sort(compareText),
		(id) => partners.get(id) ?? []
	);
	const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)));
	const largest = groups[0]?.length ?? 0;

	const classOf = (id: string): IsolationClass | undefined => {
		const group = groupOf.get(id);
		if (!group) return families.get(id)?.any ? 'no_horizontal_tie' : 'no_tie';
		if (group.length <= SMALL_GROUP && group.length < largest) return 'detached_group';
		return partners.get(id)?.size === 1 ? 'single_bridge' : undefined;
	};

	return network.nodes.flatMap((node): IsolationRow[] => {
		if (node.label !== 'Actor' || !node.member) return [];
		const found = classOf(node.id);
		if (!found) return [];
		const known = families.get(node.id)?.families;
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
