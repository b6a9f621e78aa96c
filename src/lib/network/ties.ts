import { isAlive } from '#lib/domain/status.ts';
import type { Network, NetworkEdge, Tie } from './model.ts';
import { compareText } from './order.ts';

const HOLDERS = new Set(['HOLDS']);
const USERS = new Set(['USES']);

interface Shared {
	holders: NetworkEdge[];
	users: NetworkEdge[];
}

/** Ties through one resource: each holder with each user, the users with one another only without a holder. */
function tiesThrough(resource: string, { holders, users }: Shared): Tie[] {
	const pairs: [NetworkEdge, NetworkEdge][] =
		holders.length > 0
			? holders.flatMap((holder) => users.map((user): [NetworkEdge, NetworkEdge] => [holder, user]))
			: users.flatMap((user, i) =>
					users.slice(i + 1).map((other): [NetworkEdge, NetworkEdge] => [user, other])
				);
	return pairs.flatMap(([first, second]) =>
		first.source === second.source
			? []
			: [{ a: first.source, b: second.source, relations: [first.id, second.id], via: resource }]
	);
}

/**
 * Horizontal ties between organisations made by these edges: direct cooperation and sharing, and those
 * through a shared resource. A pair may come more than once. Linear in the edges, but for a resource
 * without a known holder, whose users are tied two by two.
 */
export function tiesOf(edges: Iterable<NetworkEdge>): Tie[] {
	const direct: Tie[] = [];
	const shared = new Map<string, Shared>();
	for (const edge of edges) {
		if (!edge.horizontal) continue;
		const through = HOLDERS.has(edge.type) ? 'holders' : USERS.has(edge.type) ? 'users' : undefined;
		if (through) {
			const known = shared.get(edge.target) ?? { holders: [], users: [] };
			known[through].push(edge);
			shared.set(edge.target, known);
		} else if (edge.source !== edge.target) {
			direct.push({ a: edge.source, b: edge.target, relations: [edge.id] });
		}
	}
	for (const [resource, sharing] of [...shared].sort(([a], [b]) => compareText(a, b)))
		direct.push(...tiesThrough(resource, sharing));
	return direct;
}

/**
 * Organisations that these edges tie to any other: those `tiesOf` would name, without the ties. Linear in
 * the edges, whatever is shared by whom.
 */
export function tiedBy(
	edges: Iterable<Pick<NetworkEdge, 'horizontal' | 'type' | 'source' | 'target'>>
): Set<string> {
	const tied = new Set<string>();
	const shared = new Map<string, { holders: Set<string>; users: Set<string> }>();
	for (const { horizontal, type, source, target } of edges) {
		if (!horizontal) continue;
		const through = HOLDERS.has(type) ? 'holders' : USERS.has(type) ? 'users' : undefined;
		if (through) {
			const known = shared.get(target) ?? { holders: new Set(), users: new Set() };
			known[through].add(source);
			shared.set(target, known);
		} else if (source !== target) tied.add(source).add(target);
	}
	const isWith = (id: string, others: ReadonlySet<string>): boolean =>
		others.size > (others.has(id) ? 1 : 0);
	for (const { holders, users } of shared.values()) {
		for (const user of users) if (isWith(user, holders.size > 0 ? holders : users)) tied.add(user);
		for (const holder of holders) if (isWith(holder, users)) tied.add(holder);
	}
	return tied;
}

/** Whether the edges that count make any horizontal tie; stops at the first direct one. */
export function hasTie(
	edges: readonly NetworkEdge[],
	counts: (edge: NetworkEdge) => boolean
): boolean {
	const direct = (edge: NetworkEdge): boolean =>
		edge.horizontal && !HOLDERS.has(edge.type) && !USERS.has(edge.type);
	return (
		edges.some((edge) => direct(edge) && edge.source !== edge.target && counts(edge)) ||
		tiesOf(edges.filter(counts)).length > 0
	);
}

/** Horizontal ties alive on the network's day. */
export const horizontalTies = (network: Network): Tie[] =>
	tiesOf(network.edges.filter(({ status }) => isAlive(status)));

/** Partners of each organisation that has any, each once. */
export function partnersOf(ties: readonly Tie[]): ReadonlyMap<string, ReadonlySet<string>> {
	const partners = new Map<string, Set<string>>();
	const add = (from: string, to: string): void => {
		const known = partners.get(from);
		if (known) known.add(to);
		else partners.set(from, new Set([to]));
	};
	for (const { a, b } of ties) {
		add(a, b);
		add(b, a);
	}
	return partners;
}
