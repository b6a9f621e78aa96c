/** Since when structures stand apart, and who no longer does. Pure. */
import { firstDay, lastDay } from '#lib/domain/dates.ts';
import { isAlive } from '#lib/domain/status.ts';
import type { Network, NetworkEdge, Tie } from './model.ts';
import { compareText } from './order.ts';
import { tiesOf } from './ties.ts';

/** Who left, or came, and the date as precise as its source. */
export interface Turn {
	date: string;
	/** Partners of that date, by id. */
	with: readonly string[];
}

export interface IsolationHistory {
	/** Without any tie today: the end of the last one. Only where every tie they had has a known end. */
	apartSince: ReadonlyMap<string, Turn>;
	/** Tied today and known here before: the beginning of the first tie. Only where every beginning is known. */
	noLongerApart: ReadonlyMap<string, Turn>;
}

/** A tie through a resource begins with the later of its relations and ends with the first to end. */
interface Dated {
	tie: Tie;
	since?: string | undefined;
	until?: string | undefined;
	alive: boolean;
}

function datedTies(edges: readonly NetworkEdge[]): Dated[] {
	const byId = new Map(edges.map((edge) => [edge.id, edge]));
	return tiesOf(edges).map((tie) => {
		const made = tie.relations.flatMap((id) => byId.get(id) ?? []);
		const begun = made.map(({ since }) => since);
		const over = made.flatMap(({ until }) => until ?? []);
		return {
			tie,
			since: begun.includes(undefined)
				? undefined
				: begun
						.filter((date) => date !== undefined)
						.sort((a, b) => compareText(firstDay(b), firstDay(a)))[0],
			until: over.sort((a, b) => compareText(lastDay(a), lastDay(b)))[0],
			alive: made.every(({ status }) => isAlive(status))
		};
	});
}

/** The last of these dates, and who bears it; nothing when one of them is not known. */
function turnOf(
	dates: readonly { date: string | undefined; other: string }[],
	dayOf: (date: string) => string,
	latest: boolean
): Turn | undefined {
	let found: { day: string; date: string; with: Set<string> } | undefined;
	for (const { date, other } of dates) {
		if (date === undefined) return undefined;
		const day = dayOf(date);
		const order = found ? compareText(day, found.day) * (latest ? 1 : -1) : 1;
		if (order > 0) found = { day, date, with: new Set([other]) };
		else if (order === 0) found?.with.add(other);
	}
	return found && { date: found.date, with: [...found.with].sort(compareText) };
}

/**
 * Ties of cooperation and sharing between members, in time. A structure is said to stand apart since a
 * date only when it has no tie today and the end of each it had is known; to stand apart no longer only
 * when the beginning of each tie it ever had is known and something else was known of it earlier. What
 * has an unknown date says nothing. Linear in the network, apart from ties through shared resources.
 */
export function isolationHistory(network: Network): IsolationHistory {
	const members = new Set(
		network.nodes.filter((n) => n.member && n.label === 'Actor').map(({ id }) => id)
	);
	const within = new Set(network.nodes.filter(({ member }) => member).map(({ id }) => id));
	const edges = network.edges.filter(
		({ source, target, status }) => within.has(source) && within.has(target) && status !== 'planned'
	);
	const ties = new Map<string, { date: Dated; other: string }[]>();
	for (const date of datedTies(edges))
		for (const [id, other] of [
			[date.tie.a, date.tie.b],
			[date.tie.b, date.tie.a]
		] as const)
			if (members.has(id)) {
				const own = ties.get(id);
				if (own) own.push({ date, other });
				else ties.set(id, [{ date, other }]);
			}

	/** The first day anything but a tie is known of a structure. */
	const known = new Map<string, string>();
	for (const { horizontal, since, source, target } of network.edges) {
		if (horizontal || since === undefined) continue;
		const day = lastDay(since);
		for (const id of [source, target])
			if (members.has(id) && day < (known.get(id) ?? '9999')) known.set(id, day);
	}

	const apartSince = new Map<string, Turn>();
	const noLongerApart = new Map<string, Turn>();
	for (const [id, own] of ties) {
		if (own.some(({ date }) => date.alive)) {
			const first = turnOf(
				own.map(({ date, other }) => ({ date: date.since, other })),
				firstDay,
				false
			);
			const before = known.get(id);
			if (first && before !== undefined && before < firstDay(first.date))
				noLongerApart.set(id, first);
		} else {
			const last = turnOf(
				own.map(({ date, other }) => ({ date: date.until, other })),
				lastDay,
				true
			);
			if (last) apartSince.set(id, last);
		}
	}
	return { apartSince, noLongerApart };
}
