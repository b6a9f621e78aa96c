/** Relations through the years: which were alive, which came, which went. Pure. */
import type { RelationStatus } from '#lib/domain/status.ts';
import type { NetworkEdge } from './model.ts';

type Dated = Pick<NetworkEdge, 'since' | 'until' | 'status'>;

const ZERO = '0'.charCodeAt(0);
/** Of a date that begins with four digits. Without a text of its own: it is asked of every relation at each step of a year. */
const yearOf = (date: string): number => {
	let year = 0;
	for (let at = 0; at < 4; at++) year = year * 10 + date.charCodeAt(at) - ZERO;
	return year;
};

/**
 * Status of a relation in a year, from its dates; both bounds belong to it and an unknown start
 * counts as alive. Without an end, what it is today (ended, to be checked, planned) stands for every
 * year: nobody said when that began.
 */
export function statusIn({ since, until, status }: Dated, year: number): RelationStatus {
	if (since !== undefined && year < yearOf(since)) return 'planned';
	if (until !== undefined) return year > yearOf(until) ? 'ended' : 'current';
	return status === 'planned' && since !== undefined ? 'current' : status;
}

/** Does a year's status say it was there: what is to be checked counts, since nobody said it had gone. */
export const wasThere = (status: RelationStatus): boolean =>
	status === 'current' || status === 'to_check';

/** Was it there that year. */
export const isAliveIn = (edge: Dated, year: number): boolean => wasThere(statusIn(edge, year));

/** Status a relation has in every year it is alive in; nothing for one that never was, as far as known. */
export function statusAlive({ since, until, status }: Dated): RelationStatus | undefined {
	if (until !== undefined || (status === 'planned' && since !== undefined)) return 'current';
	return wasThere(status) ? status : undefined;
}

/** The two years compared, the older first; nothing when there is nothing to compare. */
export function spanOf({
	year,
	comparedYear
}: {
	year?: number | undefined;
	comparedYear?: number | undefined;
}): { before: number; after: number } | undefined {
	if (year === undefined || comparedYear === undefined || year === comparedYear) return undefined;
	return { before: Math.min(year, comparedYear), after: Math.max(year, comparedYear) };
}

export interface YearCount {
	year: number;
	alive: number;
	/** Those of them whose start is not known: they count in every year before their end. */
	undated: number;
}

/** First year any of these relations is dated with; nothing when none is. Linear. */
export function firstYear(edges: readonly Dated[]): number | undefined {
	let first = Infinity;
	for (const { since, until } of edges)
		for (const date of [since, until])
			if (date !== undefined) first = Math.min(first, yearOf(date));
	return Number.isFinite(first) ? first : undefined;
}

/** Relations alive in each year from `first` to `last`, oldest first. Time: relations plus years. */
export function aliveByYear(
	edges: readonly Dated[],
	{ first, last }: { first: number; last: number }
): YearCount[] {
	if (first > last) return [];
	const change = new Int32Array(last - first + 2);
	const undatedChange = new Int32Array(last - first + 2);
	for (const edge of edges) {
		const from = Math.max(edge.since === undefined ? first : yearOf(edge.since), first);
		const to = Math.min(edge.until === undefined ? last : yearOf(edge.until), last);
		if (from > to || !isAliveIn(edge, from)) continue;
		for (const column of edge.since === undefined ? [change, undatedChange] : [change]) {
			column[from - first] = (column[from - first] ?? 0) + 1;
			column[to - first + 1] = (column[to - first + 1] ?? 0) - 1;
		}
	}
	let alive = 0;
	let undated = 0;
	return [...change.subarray(0, -1)].map((by, index) => ({
		year: first + index,
		alive: (alive += by),
		undated: (undated += undatedChange[index] ?? 0)
	}));
}

/** In the order they are told. */
export const YEAR_CHANGES = ['created', 'ended', 'renewed', 'kept'] as const;
export type YearChange = (typeof YEAR_CHANGES)[number];

/**
 * What happened to each relation between two years, by place in `edges`; nothing for those alive in
 * neither. A relation that ended while another of the same type between the same two began is
 * `renewed`, and so is the other.
 */
export function changesBetween(
	edges: readonly Pick<NetworkEdge, 'since' | 'until' | 'status' | 'type' | 'source' | 'target'>[],
	before: number,
	after: number
): (YearChange | undefined)[] {
	const changes = edges.map((edge): YearChange | undefined => {
		const was = isAliveIn(edge, before);
		const is = isAliveIn(edge, after);
		return was && is ? 'kept' : is ? 'created' : was ? 'ended' : undefined;
	});
	const sides = new Map<string, Set<YearChange>>();
	const keyOf = ({ type, source, target }: (typeof edges)[number]): string =>
		[type, ...[source, target].sort()].join('\n');
	edges.forEach((edge, place) => {
		const change = changes[place];
		if (!change) return;
		const key = keyOf(edge);
		sides.set(key, (sides.get(key) ?? new Set()).add(change));
	});
	return changes.map((change, place) => {
		const edge = edges[place];
		if (!edge || (change !== 'created' && change !== 'ended')) return change;
		const both = sides.get(keyOf(edge));
		return both?.has('created') && both.has('ended') ? 'renewed' : change;
	});
}
