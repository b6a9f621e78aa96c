/** What changed between two pictures of a network, tie by tie: two dates, or two states of the data. Pure. */
import { isAlive } from '#lib/domain/status.ts';
import type { Network, NetworkEdge, NetworkNode } from './model.ts';
import { compareText } from './order.ts';

/** In the order they are told; a tie may have changed in several ways. */
export const TIE_CHANGES = [
	'appeared',
	'ended',
	'withdrawn',
	'sourced',
	'contested',
	'confirmed'
] as const;
export type TieChangeKind = (typeof TIE_CHANGES)[number];

export interface TieChange {
	kind: TieChangeKind;
	/** As it is after; as it was, when it is no longer in the data. */
	edge: NetworkEdge;
	source: NetworkNode;
	target: NetworkNode;
}

type Picture = Pick<Network, 'nodes' | 'edges'>;

/**
 * How one relation changed. `appeared`: alive now and not before. `ended`: alive before, and now over or to
 * be checked. `withdrawn`: no longer in the data at all. `sourced`: a source states it now and none did.
 * `contested`: somebody denies it now. `confirmed`: both ends say it now. The last three are told of ties
 * that were already there.
 */
function kindsOf(before: NetworkEdge | undefined, after: NetworkEdge | undefined): TieChangeKind[] {
	if (!after) return before && isAlive(before.status) ? ['withdrawn'] : [];
	const was = before !== undefined && isAlive(before.status);
	const is = isAlive(after.status);
	const kinds: TieChangeKind[] = [];
	if (is && !was) kinds.push('appeared');
	if (was && !is) kinds.push('ended');
	if (!before) return kinds;
	if (before.certainty !== 'sourced' && after.certainty === 'sourced') kinds.push('sourced');
	const turned = (verdict: NetworkEdge['verdict']): boolean =>
		before.verdict !== verdict && after.verdict === verdict;
	if (turned('contradicted')) kinds.push('contested');
	if (turned('said_by_both')) kinds.push('confirmed');
	return kinds;
}

/**
 * Everything that changed from one picture to the other, by kind, then by id. Nothing changed between a
 * picture and itself; turned round, what appeared has ended or been withdrawn. Linear in both pictures,
 * apart from sorting what is found.
 */
export function tieChanges(before: Picture, after: Picture): TieChange[] {
	const nodes = new Map([...before.nodes, ...after.nodes].map((node) => [node.id, node]));
	const old = new Map(before.edges.map((edge) => [edge.id, edge]));
	const now = new Map(after.edges.map((edge) => [edge.id, edge]));
	const changes: TieChange[] = [];
	for (const id of new Set([...old.keys(), ...now.keys()])) {
		const edge = now.get(id) ?? old.get(id);
		const source = edge && nodes.get(edge.source);
		const target = edge && nodes.get(edge.target);
		if (!edge || !source || !target) continue;
		for (const kind of kindsOf(old.get(id), now.get(id)))
			changes.push({ kind, edge, source, target });
	}
	return changes.sort(
		(a, b) =>
			TIE_CHANGES.indexOf(a.kind) - TIE_CHANGES.indexOf(b.kind) || compareText(a.edge.id, b.edge.id)
	);
}

/** How many of each kind, zeros included. */
export function countChanges(changes: readonly TieChange[]): Record<TieChangeKind, number> {
	const counts = { appeared: 0, ended: 0, withdrawn: 0, sourced: 0, contested: 0, confirmed: 0 };
	for (const { kind } of changes) counts[kind]++;
	return counts;
}
