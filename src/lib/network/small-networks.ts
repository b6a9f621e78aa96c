/** Small named networks for tests: everything by default, what a test is about given. */
import type { Network, NetworkEdge, NetworkNode, OutsideTie } from './model.ts';

export const actor = (id: string, more: Partial<NetworkNode> = {}): NetworkNode => ({
	id,
	label: 'Actor',
	kind: 'association',
	name: id,
	group: 'civil_society',
	member: true,
	...more
});

/** A cooperation of today, unless told otherwise. */
export const tie = (
	source: string,
	target: string,
	more: Partial<NetworkEdge> = {}
): NetworkEdge => ({
	id: `${source}-${target}`,
	type: 'COOPERATES_WITH',
	family: 'cooperation',
	source,
	target,
	horizontal: true,
	status: 'current',
	certainty: 'sourced',
	verdict: 'not_asked',
	sources: [],
	...more
});

/** A cooperation of today with a structure outside the network. */
export const leaving = (
	member: string,
	other: string,
	more: Partial<OutsideTie> = {}
): OutsideTie => ({
	member,
	other: { id: other, label: 'Actor', name: other },
	family: 'cooperation',
	horizontal: true,
	status: 'current',
	certainty: 'sourced',
	...more
});

export const network = (
	nodes: NetworkNode[],
	edges: NetworkEdge[],
	more: Partial<Network> = {}
): Network => ({
	scope: { kind: 'all' },
	day: '2026-01-01',
	revision: 1,
	nodes,
	edges,
	documented: edges.some((edge) => edge.horizontal && edge.status === 'current'),
	...more
});
