/**
 * What would be lost if a funder, a structure or a resource left: money, premises, a shared resource, the
 * one who leads a project, an only tie, and what would come apart. Over relations alive on the network's
 * day. Says what the known relations say, and what is not known of them. Pure.
 */
import { isAlive } from '#lib/domain/status.ts';
import { FUNDING_STAGES, type FundingStage } from '#lib/domain/vocabulary/relation-types.ts';
import type { Network, NetworkEdge, NetworkNode, Tie } from './model.ts';
import { compareText } from './order.ts';
import { inOneGo, inParts } from './steps.ts';
import { tiesOf } from './ties.ts';

/** Money that would no longer come. Never added over stages: asked, granted and paid are not the same money. */
export interface LostFunding {
	relation: string;
	/** Who or what is paid. */
	to: string;
	/** What for, when the source says so. */
	resource?: string | undefined;
	/** Euros; absent when no amount is known, which is not zero. */
	eur?: number | undefined;
	/** Years the amount is for, as the source says them. */
	period?: string | undefined;
	/** Where no such years are known: when it began, which says nothing of the years the amount is for. */
	since?: string | undefined;
	stage: FundingStage | 'unknown';
	/** No other funder of it is known. */
	only: boolean;
}

/** Sums of one period and one stage: euros of `known` fundings; `unknown` say no amount. */
export interface LostSum extends Pick<LostFunding, 'period' | 'since'> {
	stage: FundingStage | 'unknown';
	eur: number;
	known: number;
	unknown: number;
}

export interface Departure {
	id: string;
	/** By beneficiary, then period. */
	funding: readonly LostFunding[];
	sums: readonly LostSum[];
	/** Payments of it that are over or to be checked: nothing more is lost there. */
	fundingOver: number;
	/** Structures it hosts, or that use premises that would leave with it. */
	premises: readonly { who: string; resource?: string | undefined }[];
	/** Other resources that would leave with it, and who uses each. */
	resources: readonly { id: string; users: readonly string[] }[];
	/** Projects that nobody else is known to lead. */
	projects: readonly string[];
	/** Structures whose every tie of cooperation or sharing goes with it. */
	alone: readonly string[];
	/** Groups of two or more that would no longer be tied to the largest, themselves the largest first. */
	groups: readonly (readonly string[])[];
	/** How many would stay tied together as the largest group of those it held. */
	rest: number;
}

/** True when nothing known would be lost. */
export const isWithoutLoss = (departure: Departure): boolean =>
	departure.funding.length === 0 &&
	departure.premises.length === 0 &&
	departure.resources.length === 0 &&
	departure.projects.length === 0 &&
	departure.alone.length === 0 &&
	departure.groups.length === 0;

const PREMISES = 'locaux';
const STAGES = [...FUNDING_STAGES, 'unknown'] as const;

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const known = map.get(key);
	if (known) known.push(value);
	else map.set(key, [value]);
}

function fundingOf(edge: NetworkEdge, payers: ReadonlyMap<string, string[]>): LostFunding {
	const { id, source, target, resourceId, amountEur, amountPeriod, since, until, stage } = edge;
	const years = since !== undefined && until !== undefined ? `${since}-${until}` : until;
	const period = amountPeriod ?? (since === until ? since : years);
	return {
		relation: id,
		to: target,
		resource: resourceId === target ? undefined : resourceId,
		eur: amountEur,
		period,
		since: period === undefined ? since : undefined,
		stage: stage ?? 'unknown',
		only: (payers.get(target) ?? []).every((payer) => payer === source)
	};
}

/** Added in cents, so that no rounding drifts. By period, those without one last, then by stage. */
function sumsOf(funding: readonly LostFunding[]): LostSum[] {
	const sums = new Map<string, { sum: LostSum; cents: number }>();
	for (const { period, since, stage, eur } of funding) {
		const key = `${period ?? ''} ${since ?? ''} ${stage}`;
		const found = sums.get(key) ?? {
			sum: { period, since, stage, eur: 0, known: 0, unknown: 0 },
			cents: 0
		};
		sums.set(key, found);
		if (eur === undefined) found.sum.unknown++;
		else {
			found.sum.known++;
			found.cents += Math.round(eur * 100);
		}
	}
	return [...sums.values()]
		.map(({ sum, cents }) => ({ ...sum, eur: cents / 100 }))
		.sort(
			(a, b) =>
				compareText(a.period ?? a.since ?? '~', b.period ?? b.since ?? '~') ||
				STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)
		);
}

/** Everyone reached from each start by the ties that stay, each group once; ids sorted. */
function piecesFrom(
	starts: Iterable<string>,
	tiesAt: ReadonlyMap<string, readonly Tie[]>,
	gone: ReadonlySet<string>
): string[][] {
	const seen = new Set<string>();
	const pieces: string[][] = [];
	for (const start of starts) {
		if (seen.has(start) || gone.has(start)) continue;
		const piece = [start];
		seen.add(start);
		for (const id of piece)
			for (const { a, b, via } of tiesAt.get(id) ?? []) {
				const other = a === id ? b : a;
				if (gone.has(other) || (via !== undefined && gone.has(via)) || seen.has(other)) continue;
				seen.add(other);
				piece.push(other);
			}
		pieces.push(piece.sort(compareText));
	}
	return pieces.sort((a, b) => b.length - a.length || compareText(a[0] ?? '', b[0] ?? ''));
}

/**
 * A network made ready to be asked what leaves with one of its nodes: `undefined` for what is none of
 * them. Ready in one pass; each question then costs the relations of the node and the group it is in. A
 * resource leaves with the only one who holds it; a project does not leave: it ends.
 */
export function* departureSteps(
	network: Pick<Network, 'nodes' | 'edges'>
): Generator<void, (id: string) => Departure | undefined> {
	const nodes = new Map(network.nodes.map((node) => [node.id, node]));
	const alive = network.edges.filter(({ status }) => isAlive(status));
	const at = new Map<string, NetworkEdge[]>();
	const over = new Map<string, number>();
	const payers = new Map<string, string[]>();
	const holders = new Map<string, string[]>();
	yield* inParts(network.edges, (edge) => {
		if (!isAlive(edge.status)) {
			if (edge.type === 'FUNDS') over.set(edge.source, (over.get(edge.source) ?? 0) + 1);
			return;
		}
		put(at, edge.source, edge);
		if (edge.target !== edge.source) put(at, edge.target, edge);
		if (edge.type === 'FUNDS') put(payers, edge.target, edge.source);
		if (edge.type === 'HOLDS') put(holders, edge.target, edge.source);
	});
	const tiesAt = new Map<string, Tie[]>();
	const tiesVia = new Map<string, Tie[]>();
	const ties = tiesOf(alive);
	yield;
	yield* inParts(ties, (tie) => {
		put(tiesAt, tie.a, tie);
		put(tiesAt, tie.b, tie);
		if (tie.via !== undefined) put(tiesVia, tie.via, tie);
	});

	const heldBy = (id: string): NetworkNode[] =>
		(at.get(id) ?? []).flatMap((edge) => {
			if (edge.type !== 'HOLDS' || edge.source !== id) return [];
			const others = holders.get(edge.target) ?? [];
			return others.every((holder) => holder === id) ? (nodes.get(edge.target) ?? []) : [];
		});
	const usersOf = (resource: string, but: string): string[] => {
		const using = (at.get(resource) ?? []).flatMap(({ type, source, target }) =>
			type === 'USES' && target === resource ? source : []
		);
		return [...new Set(using)].filter((user) => user !== but).sort(compareText);
	};

	return (id) => {
		const node = nodes.get(id);
		if (!node || node.label === 'HealthProject') return undefined;
		const own = at.get(id) ?? [];
		const leaving = [
			...new Map(
				(node.label === 'SharedResource' ? [node] : heldBy(id)).map((each) => [each.id, each])
			).values()
		].sort((a, b) => compareText(a.id, b.id));
		const gone = new Set([id, ...leaving.map((each) => each.id)]);

		const funding = own
			.filter(({ type, source, target }) => type === 'FUNDS' && source === id && target !== id)
			.map((edge) => fundingOf(edge, payers))
			.sort(
				(a, b) =>
					compareText(a.to, b.to) ||
					compareText(a.period ?? '~', b.period ?? '~') ||
					compareText(a.relation, b.relation)
			);
		const hosted = alive
			.filter(({ type, source, target, resourceId }) => {
				const about = resourceId !== undefined && gone.has(resourceId);
				return (
					type === 'HOSTS' && source !== target && !gone.has(target) && (source === id || about)
				);
			})
			.map(({ target, resourceId }) => ({ who: target, resource: resourceId }));
		const inPremises = leaving
			.filter(({ kind }) => kind === PREMISES)
			.flatMap((each) => usersOf(each.id, id).map((who) => ({ who, resource: each.id })));
		const premises = [
			...new Map(
				[...hosted, ...inPremises].map((each) => [`${each.who} ${each.resource}`, each])
			).values()
		];
		const housed = new Set(premises.flatMap(({ who, resource }) => (resource ? [who] : [])));
		const led = own.flatMap(({ type, source, target }) =>
			type === 'LEADS' && source === id ? target : []
		);
		const leads = (project: string): boolean =>
			(at.get(project) ?? []).every(({ type, source }) => type !== 'LEADS' || source === id);

		const ends = [
			...(tiesAt.get(id) ?? []),
			...[...gone].flatMap((each) => tiesVia.get(each) ?? [])
		];
		const starts = new Set(ends.flatMap(({ a, b }) => [a, b]).sort(compareText));
		const pieces = piecesFrom(starts, tiesAt, gone);
		const [largest = []] = pieces;
		return {
			id,
			funding,
			sums: sumsOf(funding),
			fundingOver: over.get(id) ?? 0,
			premises: premises
				.filter(({ who, resource }) => resource !== undefined || !housed.has(who))
				.sort(
					(a, b) => compareText(a.who, b.who) || compareText(a.resource ?? '', b.resource ?? '')
				),
			resources: leaving
				.filter(({ kind }) => kind !== PREMISES)
				.map((each) => ({ id: each.id, users: usersOf(each.id, id) }))
				.filter(({ users }) => users.length > 0),
			projects: [...new Set(led)].filter(leads).sort(compareText),
			alone: pieces.flatMap((piece) => (piece.length === 1 ? piece : [])).sort(compareText),
			groups: pieces.slice(1).filter((piece) => piece.length > 1),
			rest: largest.length > 1 ? largest.length : 0
		};
	};
}

/** The same, at once. */
export const departuresIn = (
	network: Pick<Network, 'nodes' | 'edges'>
): ((id: string) => Departure | undefined) => inOneGo(departureSteps(network));
