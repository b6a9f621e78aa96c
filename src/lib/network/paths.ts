/**
 * Ways from one structure to another through cooperation and sharing: « par qui passer ? ». A shared
 * resource is a stop on the way, between any two that hold or use it. Pure.
 */
import { isAlive } from '#lib/domain/status.ts';
import type { NetworkEdge } from './model.ts';
import { compareText } from './order.ts';
import { isAliveIn } from './years.ts';

/** Relations between each two that are tied, both ways, by id. */
export type Ways = ReadonlyMap<string, ReadonlyMap<string, readonly NetworkEdge[]>>;

export interface PathStep {
	from: string;
	to: string;
	/** Every relation between the two, whichever way it points, by id. Never empty. */
	relations: readonly NetworkEdge[];
}
export type Path = readonly PathStep[];

/** More alternatives than this are no longer compared by anybody. */
const MOST_PATHS = 5;

/** Can it be walked: cooperation or sharing between organisations, alive (in a year, when one is given). */
const isWay = (edge: NetworkEdge, year: number | undefined): boolean =>
	edge.horizontal &&
	edge.source !== edge.target &&
	(year === undefined ? isAlive(edge.status) : isAliveIn(edge, year));

/** Who is tied to whom by edges taken as they are. */
function tied(edges: Iterable<NetworkEdge>): Ways {
	const ways = new Map<string, Map<string, NetworkEdge[]>>();
	const add = (from: string, to: string, edge: NetworkEdge): void => {
		const known = ways.get(from) ?? new Map<string, NetworkEdge[]>();
		ways.set(from, known.set(to, [...(known.get(to) ?? []), edge]));
	};
	for (const edge of edges) {
		add(edge.source, edge.target, edge);
		add(edge.target, edge.source, edge);
	}
	for (const between of ways.values())
		for (const relations of between.values()) relations.sort((a, b) => compareText(a.id, b.id));
	return ways;
}

/** The ways these relations make. Linear in them. */
export const waysOf = (edges: readonly NetworkEdge[], year?: number): Ways =>
	tied(edges.filter((edge) => isWay(edge, year)));

/** The same if what has ended, is planned or must be checked counted too. */
export const waysEver = (edges: readonly NetworkEdge[]): Ways =>
	tied(edges.filter((edge) => edge.horizontal && edge.source !== edge.target));

const neighboursOf = (ways: Ways, id: string): Iterable<string> => ways.get(id)?.keys() ?? [];

/**
 * Steps to `to` from every node, by breadth, without entering `closed`; stops after the first level
 * that holds one of `wanted`.
 */
function distancesTo(
	ways: Ways,
	to: string,
	closed: ReadonlySet<string>,
	wanted: ReadonlySet<string>
): Map<string, number> {
	const distances = new Map([[to, 0]]);
	let level = [to];
	for (let far = 1; level.length > 0 && !level.some((id) => wanted.has(id)); far++) {
		const next: string[] = [];
		for (const id of level)
			for (const other of neighboursOf(ways, id))
				if (!distances.has(other) && !closed.has(other)) {
					distances.set(other, far);
					next.push(other);
				}
		level = next;
	}
	return distances;
}

/** The first of the nearest, by id. */
function nearest(
	ids: Iterable<string>,
	distances: ReadonlyMap<string, number>
): string | undefined {
	let best: string | undefined;
	let least = Infinity;
	for (const id of ids) {
		const far = distances.get(id) ?? Infinity;
		if (far < least || (far === least && best !== undefined && compareText(id, best) < 0)) {
			best = id;
			least = far;
		}
	}
	return best;
}

/** The shortest way, the first by ids among equals, avoiding nodes and some first stops. */
function shortest(
	ways: Ways,
	[from, to]: readonly [string, string],
	avoided: ReadonlySet<string>,
	notFirst: ReadonlySet<string>
): string[] | undefined {
	const first = new Set<string>();
	for (const id of neighboursOf(ways, from))
		if (!avoided.has(id) && !notFirst.has(id)) first.add(id);
	if (first.size === 0) return undefined;
	const distances = distancesTo(ways, to, new Set([...avoided, from]), first);
	const path = [from];
	let at = nearest(first, distances);
	if (at === undefined) return undefined;
	while (at !== undefined) {
		path.push(at);
		if (at === to) return path;
		const left: number = distances.get(at) ?? 0;
		const closer = [...neighboursOf(ways, at)].filter((id) => distances.get(id) === left - 1);
		at = nearest(closer, distances);
	}
	return undefined;
}

/** Shorter first, then by the ids of the stops. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
	if (a.length !== b.length) return a.length - b.length;
	const at = a.findIndex((id, index) => id !== b[index]);
	return compareText(a[at] ?? '', b[at] ?? '');
}

const KEY = '\n';

/**
 * Up to `most` ways without a node twice, the shortest first and in one order: by number of steps, then
 * by the ids of the stops. Yen's algorithm (« Finding the k shortest loopless paths in a network »,
 * Management Science 17, 1971) over breadth-first searches: at most `most` × steps of them, each linear
 * in nodes and ties.
 */
export function pathsBetween(ways: Ways, from: string, to: string, most = MOST_PATHS): Path[] {
	const found: string[][] = [];
	const candidates = new Map<string, string[]>();
	const offer = (path: string[] | undefined): void => {
		if (path) candidates.set(path.join(KEY), path);
	};
	if (from !== to) offer(shortest(ways, [from, to], new Set(), new Set()));
	while (found.length < most) {
		const [best] = [...candidates.values()].sort(comparePaths);
		if (!best) break;
		candidates.delete(best.join(KEY));
		found.push(best);
		best.slice(0, -1).forEach((spur, at) => {
			const root = best.slice(0, at);
			const taken = found.filter((path) => best.slice(0, at + 1).every((id, i) => path[i] === id));
			const tail = shortest(
				ways,
				[spur, to],
				new Set(root),
				new Set(taken.map((path) => path[at + 1] ?? ''))
			);
			offer(tail && [...root, ...tail]);
		});
	}
	return found.map((path) => stepsOf(ways, path));
}

const stepsOf = (ways: Ways, path: readonly string[]): Path =>
	path.slice(0, -1).map((from, index) => {
		const to = path[index + 1] ?? from;
		return { from, to, relations: ways.get(from)?.get(to) ?? [] };
	});

/** Is there any way at all. */
export const areTied = (ways: Ways, from: string, to: string): boolean =>
	from !== to && shortest(ways, [from, to], new Set(), new Set()) !== undefined;

/** Everybody who can be reached, itself included. */
export function groupOf(ways: Ways, id: string): ReadonlySet<string> {
	return new Set(distancesTo(ways, id, new Set(), new Set()).keys());
}

/** Stops of a way, its two ends included. */
export const stopsOf = (path: Path): string[] => [
	...path.slice(0, 1).map(({ from }) => from),
	...path.map(({ to }) => to)
];
