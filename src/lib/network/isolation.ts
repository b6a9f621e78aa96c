import { isAlive } from '#lib/domain/status.ts';
import { DRAWN_FAMILIES, type Family } from '#lib/domain/vocabulary/relation-types.ts';
import { componentsOf } from './components.ts';
import type { IsolationClass, IsolationRow, Network, NetworkEdge, OutsideTie } from './model.ts';
import { compareText } from './order.ts';
import { partnersOf, tiesOf } from './ties.ts';

/** A group this small beside a larger one stands apart. */
const SMALL_GROUP = 3;

/** A deduced ARS oversight says where a structure is, not that anybody knows it. */
const saysNothing = (edge: Pick<NetworkEdge, 'family' | 'certainty'>): boolean =>
	edge.family === 'oversight' && edge.certainty !== 'sourced';

/** What is known of a member besides its partners in the network. */
interface Known {
	/** A relation at all, alive or over, wherever it leads. */
	any: boolean;
	/** Families of those alive. */
	families: Set<Family>;
	/** Organisations outside the network it cooperates or shares with today. */
	outside: Set<string>;
}

/** Cooperation or sharing, today, with an organisation. */
const isPartnership = ({ horizontal, status, other }: OutsideTie): boolean =>
	horizontal && isAlive(status) && (other.label === 'Actor' || other.label === 'Funder');

function knownOf(network: Network, inside: ReadonlySet<string>): ReadonlyMap<string, Known> {
	const known = new Map<string, Known>();
	for (const id of inside) known.set(id, { any: false, families: new Set(), outside: new Set() });
	for (const edge of network.edges) {
		if (saysNothing(edge)) continue;
		const source = known.get(edge.source);
		const target = known.get(edge.target);
		if (!source || !target || source === target) continue;
		source.any = target.any = true;
		if (!isAlive(edge.status)) continue;
		source.families.add(edge.family);
		target.families.add(edge.family);
	}
	for (const tie of network.outside ?? []) {
		const member = known.get(tie.member);
		if (!member || saysNothing(tie)) continue;
		member.any = true;
		if (!isAlive(tie.status)) continue;
		member.families.add(tie.family);
		if (isPartnership(tie)) member.outside.add(tie.other.id);
	}
	return known;
}

/**
 * Organisations outside the network that its members cooperate or share with today, by member: who holds by
 * a single tie here may work with others elsewhere. Linear in the ties that leave the network.
 */
export function partnersOutside({ outside = [] }: Pick<Network, 'outside'>): Map<string, string[]> {
	const found = new Map<string, Set<string>>();
	for (const tie of outside) {
		if (!isPartnership(tie)) continue;
		const known = found.get(tie.member);
		if (known) known.add(tie.other.id);
		else found.set(tie.member, new Set([tie.other.id]));
	}
	return new Map([...found].map(([id, others]) => [id, [...others].sort(compareText)]));
}

/**
 * Structures that stand apart in a network, with the first class that fits, by id. Only members that
 * are actors are judged: a funder is there to pay, an agency to oversee. The territory is the network
 * itself: a partner that is no member of it is outside, whether the halo is shown or not. Linear in the
 * network, apart from sorting ids.
 *
 * A tie between two members never makes either of them more isolated, in the order of the classes; of
 * others, it may make a group of three a `detached_group`, once a larger one exists.
 *
 * With no horizontal tie at all every row is `undocumented`: the cooperations were not collected, and
 * the class says nothing of the structure.
 */
export function isolatedStructures(network: Network): IsolationRow[] {
	const judged = new Set(
		network.nodes
			.filter((n) => n.member || n.group === 'project' || n.group === 'ars')
			.map((n) => n.id)
	);
	const inside = network.edges.filter(
		({ status, source, target }) => isAlive(status) && judged.has(source) && judged.has(target)
	);
	const partners = partnersOf(tiesOf(inside));
	const known = knownOf(network, judged);
	const groups = componentsOf(
		[...partners.keys()].sort(compareText),
		(id) => partners.get(id) ?? []
	);
	const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)));
	const largest = groups[0]?.length ?? 0;

	const classOf = (id: string): IsolationClass | undefined => {
		const group = groupOf.get(id);
		const { any = false, outside } = known.get(id) ?? {};
		if (!group && outside && outside.size > 0) return 'outside_only';
		if (!group) return any ? 'no_horizontal_tie' : 'no_tie';
		if (group.length <= SMALL_GROUP && group.length < largest) return 'detached_group';
		return partners.get(id)?.size === 1 ? 'single_bridge' : undefined;
	};
	const withOf = (id: string, found: IsolationClass): string[] => {
		if (found === 'outside_only') return [...(known.get(id)?.outside ?? [])];
		if (found === 'detached_group') return (groupOf.get(id) ?? []).filter((each) => each !== id);
		return [...(partners.get(id) ?? [])];
	};

	return network.nodes.flatMap((node): IsolationRow[] => {
		if (node.label !== 'Actor' || !node.member) return [];
		const found = classOf(node.id);
		if (!found) return [];
		const families = known.get(node.id)?.families;
		return [
			{
				actorId: node.id,
				class: found,
				reasons: DRAWN_FAMILIES.filter((family) => families?.has(family)),
				with: withOf(node.id, found).sort(compareText),
				certainty: 'in_data_only',
				undocumented: !network.documented
			}
		];
	});
}

/** Classes counted « à part », everywhere. */
export const APART: ReadonlySet<IsolationClass> = new Set([
	'no_tie',
	'no_horizontal_tie',
	'outside_only'
]);

/** What stands in the margin and is counted « à part »: no tie of cooperation or sharing in the network. */
export const isApart = (row: IsolationRow): boolean => !row.undocumented && APART.has(row.class);
