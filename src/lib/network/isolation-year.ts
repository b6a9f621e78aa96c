import type { Filters } from '#lib/domain/view-state/state.ts';
import { isolatedStructures, partnersOutside } from './isolation.ts';
import type { IsolationRow, Network, NetworkEdge } from './model.ts';
import { hasTie, tiedBy } from './ties.ts';
import { isAliveIn, spanOf, statusIn } from './years.ts';

/** Who stands apart, and whether anything is known that lets it be said. */
export interface Apartness {
	/** False where no cooperation is known: nobody is then called apart. */
	documented: boolean;
	rows: readonly IsolationRow[];
}

/** The same relation as it was in a year; nothing when it had not begun. */
function then<T extends Pick<NetworkEdge, 'since' | 'until' | 'status'>>(
	edge: T,
	year: number
): T | undefined {
	const status = isAliveIn(edge, year) ? 'current' : statusIn(edge, year);
	if (status === edge.status) return edge;
	return status === 'planned' ? undefined : { ...edge, status };
}

/**
 * Who stands apart in a year: the same judgement as on the network's day, on the relations known to have
 * begun by then, those of the year counting as alive. Linear in the network.
 */
function apartIn(network: Network, year: number): Apartness {
	const members = new Set(network.nodes.filter(({ member }) => member).map(({ id }) => id));
	const edges = network.edges.flatMap((edge) => then(edge, year) ?? []);
	const documented = hasTie(
		edges,
		({ status, source, target }) =>
			status === 'current' && members.has(source) && members.has(target)
	);
	const outside = network.outside?.flatMap((tie) => then(tie, year) ?? []);
	return { documented, rows: isolatedStructures({ ...network, edges, outside, documented }) };
}

/**
 * Whom a structure that stands apart works with outside the network, in the year looked at or on the
 * network's day, by id. Of `outside_only` they are the reason already. Linear in the ties that leave it.
 */
export function elsewhereIn(
	network: Network,
	looked: Parameters<typeof yearOf>[0]
): (row: Pick<IsolationRow, 'actorId' | 'class'>) => readonly string[] {
	const year = yearOf(looked);
	const outside =
		year === undefined ? network.outside : network.outside?.flatMap((tie) => then(tie, year) ?? []);
	const found = partnersOutside({ outside });
	return (row) => (row.class === 'outside_only' ? [] : (found.get(row.actorId) ?? []));
}

/** What judging a year needs of a network, whatever the year. */
interface Judged {
	/** Of the network's own structures, those that may stand apart. */
	structures: readonly string[];
	/** Relations between those judged by, and which of them are between members. */
	edges: readonly NetworkEdge[];
	between: ReadonlySet<NetworkEdge>;
}

/** Found once for a network, for a year that slides under a hand. */
const judgedIn = new WeakMap<Network, Judged>();

function judge(network: Network): Judged {
	const known = judgedIn.get(network);
	if (known) return known;
	const members = new Set<string>();
	const judges = new Set<string>();
	const structures: string[] = [];
	for (const { id, label, member, group } of network.nodes) {
		if (member) members.add(id);
		if (member || group === 'project' || group === 'ars') judges.add(id);
		if (member && label === 'Actor') structures.push(id);
	}
	const edges = network.edges.filter(
		({ horizontal, source, target }) => horizontal && judges.has(source) && judges.has(target)
	);
	const between = new Set(
		edges.filter(({ source, target }) => members.has(source) && members.has(target))
	);
	const found = { structures, edges, between };
	judgedIn.set(network, found);
	return found;
}

/**
 * Who stands in the margin in a year, by id: those `apartIn` finds without a tie of cooperation or
 * sharing, found without the rest of its judgement. For a year that slides under a hand. Linear.
 */
export function marginIn(
	network: Network,
	year: number
): { documented: boolean; ids: ReadonlySet<string> } {
	const { structures, edges, between } = judge(network);
	const alive = edges.filter((edge) => isAliveIn(edge, year));
	const documented = hasTie(alive, (edge) => between.has(edge));
	if (!documented) return { documented, ids: new Set() };
	const tied = tiedBy(alive);
	return { documented, ids: new Set(structures.filter((id) => !tied.has(id))) };
}

/** Of two years compared, the later; nothing for the network's own day. */
export const yearOf = (filters: Pick<Filters, 'year' | 'comparedYear'>): number | undefined =>
	spanOf(filters)?.after ?? filters.year;

/** Who stands apart in what is looked at: a year, or the network's day, whose rows are given. */
export function standingIn(
	network: Network,
	isolated: readonly IsolationRow[],
	filters: Pick<Filters, 'year' | 'comparedYear'>
): Apartness {
	const year = yearOf(filters);
	return year === undefined
		? { documented: network.documented, rows: isolated }
		: apartIn(network, year);
}
