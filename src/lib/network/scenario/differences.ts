/** What a scenario would change: who joins, who no longer stands apart, what holds better, what money. Pure. */
import { isAlive } from '#lib/domain/status.ts';
import { FUNDING_STAGES, type FundingStage } from '#lib/domain/vocabulary/relation-types.ts';
import { fragileIn } from '../fragile.ts';
import { isApart } from '../isolation.ts';
import type { IsolationRow, Network, NetworkNode } from '../model.ts';
import { compareText } from '../order.ts';
import { partnersOf, horizontalTies } from '../ties.ts';

/** Money of one stage in a network, euros of the `known` fundings; `unknown` ones say no amount. */
export interface StageSum {
	stage: FundingStage | 'unknown';
	eur: number;
	known: number;
	unknown: number;
}

/** Ids that are in one picture only, sorted. */
export interface Gained {
	gained: readonly string[];
	lost: readonly string[];
}

export interface ScenarioDifferences {
	structures: Gained;
	resources: Gained;
	/** Pairs of organisations tied by cooperation or sharing. */
	ties: { before: number; after: number };
	/** Structures à part before and no longer, and the reverse; those that leave or arrive are not counted. */
	apart: { before: number; after: number; joined: readonly string[]; parted: readonly string[] };
	/** Structures that held by one tie and hold by several, and the reverse. */
	singleTie: Gained;
	/** Structures and resources on whose only presence others hang. */
	fragile: { before: number; after: number } & Gained;
	/** Stages there is money of in one picture at least, in their order. Never added over stages. */
	funding: readonly { before: StageSum; after: StageSum; stage: StageSum['stage'] }[];
	/** Payers. */
	funders: Gained;
}

function gainedBetween(before: ReadonlySet<string>, after: ReadonlySet<string>): Gained {
	return {
		gained: [...after].filter((id) => !before.has(id)).sort(compareText),
		lost: [...before].filter((id) => !after.has(id)).sort(compareText)
	};
}

const idsOf = (network: Network, test: (node: NetworkNode) => boolean): ReadonlySet<string> =>
	new Set(network.nodes.filter((node) => node.member && test(node)).map(({ id }) => id));

const isStructure = ({ label }: NetworkNode): boolean => label === 'Actor' || label === 'Funder';
const isResource = ({ label }: NetworkNode): boolean => label === 'SharedResource';

const pairsOf = (network: Network): number =>
	[...partnersOf(horizontalTies(network)).values()].reduce((sum, { size }) => sum + size, 0) / 2;

function fundingOf(network: Network) {
	const sums = new Map<StageSum['stage'], StageSum & { cents: number }>();
	const payers = new Set<string>();
	for (const { type, status, source, target, stage = 'unknown', amountEur } of network.edges) {
		if (type !== 'FUNDS' || !isAlive(status) || source === target) continue;
		payers.add(source);
		const sum = sums.get(stage) ?? { stage, eur: 0, known: 0, unknown: 0, cents: 0 };
		sums.set(stage, sum);
		if (amountEur === undefined) sum.unknown++;
		else {
			sum.known++;
			// Added in cents, so that no rounding drifts.
			sum.cents += Math.round(amountEur * 100);
		}
	}
	const at = (stage: StageSum['stage']): StageSum => {
		const { cents = 0, known = 0, unknown = 0 } = sums.get(stage) ?? {};
		return { stage, eur: cents / 100, known, unknown };
	};
	return { payers, stages: new Set(sums.keys()), at };
}

const STAGES = [...FUNDING_STAGES, 'unknown'] as const;

/** A network and who stands alone in it. */
export interface Judged {
	network: Network;
	isolated: readonly IsolationRow[];
}

/** What is compared of one picture. */
const sideOf = ({ network, isolated }: Judged) => ({
	structures: idsOf(network, isStructure),
	resources: idsOf(network, isResource),
	ties: pairsOf(network),
	apart: new Set(isolated.filter(isApart).map(({ actorId }) => actorId)),
	single: new Set(
		isolated.flatMap((row) =>
			row.class === 'single_bridge' && !row.undocumented ? row.actorId : []
		)
	),
	fragile: new Set(fragileIn(network).nodes.map(({ id }) => id)),
	money: fundingOf(network)
});

/** The picture before stays the same from one step to the next. */
const sides = new WeakMap<Judged, ReturnType<typeof sideOf>>();

function keptSideOf(judged: Judged): ReturnType<typeof sideOf> {
	const known = sides.get(judged);
	if (known) return known;
	const side = sideOf(judged);
	sides.set(judged, side);
	return side;
}

/** Everything that differs between two pictures of a network. Linear in both, apart from sorting. */
export function differencesOf(before: Judged, after: Judged): ScenarioDifferences {
	const [old, now] = [keptSideOf(before), keptSideOf(after)];
	const moved = gainedBetween(old.apart, now.apart);
	const single = gainedBetween(old.single, now.single);
	const stays = (id: string): boolean => old.structures.has(id) && now.structures.has(id);
	return {
		structures: gainedBetween(old.structures, now.structures),
		resources: gainedBetween(old.resources, now.resources),
		ties: { before: old.ties, after: now.ties },
		apart: {
			before: old.apart.size,
			after: now.apart.size,
			joined: moved.lost.filter(stays),
			parted: moved.gained.filter(stays)
		},
		singleTie: { gained: single.gained.filter(stays), lost: single.lost.filter(stays) },
		fragile: {
			before: old.fragile.size,
			after: now.fragile.size,
			...gainedBetween(old.fragile, now.fragile)
		},
		funding: STAGES.filter(
			(stage) => old.money.stages.has(stage) || now.money.stages.has(stage)
		).map((stage) => ({ stage, before: old.money.at(stage), after: now.money.at(stage) })),
		funders: gainedBetween(old.money.payers, now.money.payers)
	};
}
