/** A network as the facts have it, and as it would be with a scenario. Pure. */
import { applySteps, type StepProblem } from '#lib/domain/scenario/apply.ts';
import type { GraphNode } from '#lib/domain/entities.ts';
import type { Step } from '#lib/domain/scenario/scenario.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { buildNetwork } from '../build.ts';
import type { Network } from '../model.ts';

export interface BeforeAfter {
	before: Network;
	/** As if all that is planned were there, on the same day: what differs comes from the scenario alone. */
	after: Network;
	/** Ids of nodes and edges of `after` that are planned. */
	planned: ReadonlySet<string>;
	/** Ids of facts the scenario modifies. */
	modified: ReadonlySet<string>;
	/** Ids of nodes and edges of `before` that the scenario ends. */
	ended: ReadonlySet<string>;
	/** Steps that do not fit the facts or one another: they change nothing. */
	problems: readonly StepProblem[];
}

/** The network with what is planned counted as there; it keeps the dates it is planned for. */
const realised = (network: Network, planned: ReadonlySet<string>): Network => ({
	...network,
	edges: network.edges.map((edge) =>
		planned.has(edge.id) ? { ...edge, status: 'current' as const } : edge
	)
});

/**
 * Who a planned relation brings into a territory's network: partners and payers from elsewhere. A
 * project's planned relations are marked with it, and need no more.
 */
function joinedBy(
	{ nodes, relations }: GraphSlice,
	scope: Scope,
	added: ReadonlySet<string>
): ReadonlySet<string> | undefined {
	if (scope.kind === 'project') return undefined;
	const ends = new Set(
		relations.flatMap(({ id, source, target }) => (added.has(id) ? [source, target] : []))
	);
	const kept = nodes.filter((node) => ends.has(node.id) && isDrawnMember(node));
	return new Set(kept.map(({ id }) => id));
}

const isDrawnMember = (node: GraphNode): boolean =>
	node.label === 'Actor' || node.label === 'Funder' || node.label === 'SharedResource';

/**
 * The network of a scope on a day (`YYYY-MM-DD`) before and after a scenario's steps. `facts` hold the
 * scope and, beside it, what the steps name. Linear in the facts, apart from sorting.
 * @param before the network of the facts, where it is kept from one step to the next
 */
export function beforeAfter(
	facts: GraphSlice,
	scope: Scope,
	steps: readonly Step[],
	day: string,
	before = buildNetwork(facts, scope, day)
): BeforeAfter {
	const { slice, added, modified, ended, problems } = applySteps(facts, steps, day);
	const joining = joinedBy(slice, scope, added);
	const built = realised(buildNetwork(slice, scope, day, joining && { joining }), added);
	// A plan documents nothing: where no cooperation is known, nobody is apart because one is planned.
	const after = { ...built, documented: before.documented };
	return { before, after, planned: added, modified, ended, problems };
}
