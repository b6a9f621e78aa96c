/** Who pays whom: lines grouped by funder, with sums that never mix the stages. Pure. */
import type { Certainty, Verdict } from '#lib/domain/claims.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import { FUNDING_STAGES, type FundingStage } from '#lib/domain/vocabulary/relation-types.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import type { Shown } from '../../data.ts';
import { byName, type RowNode } from '../rows.ts';

/** `unknown`: the source does not say whether it was asked for, granted or paid. */
export const STAGES = [...FUNDING_STAGES, 'unknown'] as const;
export type Stage = FundingStage | 'unknown';

export interface FundingLine {
	id: string;
	source: RowNode;
	target: RowNode;
	/** Euros; absent when not known, which is not zero. */
	amountEur?: number | undefined;
	amountPeriod?: string | undefined;
	since?: string | undefined;
	until?: string | undefined;
	stage: Stage;
	detail?: string | undefined;
	/** Name of the resource it pays for. */
	about?: string | undefined;
	status: RelationStatus;
	certainty: Certainty;
	verdict: Verdict;
	sources: number;
}

/** What is known of one stage: euros of `known` lines; `unknown` lines say no amount. */
export interface StageSum {
	stage: Stage;
	eur: number;
	known: number;
	unknown: number;
}

export interface FundingGroup {
	funder: RowNode;
	lines: FundingLine[];
	sums: StageSum[];
}

export interface FundingModel {
	groups: FundingGroup[];
	sums: StageSum[];
	/** Different beneficiaries. */
	beneficiaries: number;
	/** Fundings that the legend keeps out of sight. */
	withheld: number;
}

const cents = (eur: number): number => Math.round(eur * 100);

/** One sum a stage that has lines, in the order of a file's life. Added in cents: no rounding drifts. */
export const sumsOf = (lines: readonly FundingLine[]): StageSum[] =>
	STAGES.flatMap((stage) => {
		const own = lines.filter((line) => line.stage === stage);
		if (own.length === 0) return [];
		const amounts = own.flatMap(({ amountEur }) => amountEur ?? []);
		const total = amounts.reduce((sum, eur) => sum + cents(eur), 0);
		return {
			stage,
			eur: total / 100,
			known: amounts.length,
			unknown: own.length - amounts.length
		};
	});

const rowNode = ({ id, label, name }: NetworkNode): RowNode => ({ id, label, name });

/** When the money was for, as text that sorts: the years it covers, else those of the relation. */
const yearsOf = (line: FundingLine): string => line.amountPeriod ?? line.since ?? line.until ?? '';

const byStageThenAmount = (a: FundingLine, b: FundingLine): number =>
	byName(a.target, b.target) ||
	STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) ||
	(yearsOf(a) < yearsOf(b) ? -1 : yearsOf(a) > yearsOf(b) ? 1 : 0) ||
	(a.id < b.id ? -1 : 1);

const greatest = ({ sums }: FundingGroup): number => Math.max(...sums.map(({ eur }) => eur));

/** Fundings shown, by funder: those of the greatest known sum first, then by name. */
export function fundingModel(
	shown: Shown,
	{ withheld, names }: { withheld: number; names: ReadonlyMap<string, { name: string }> }
): FundingModel {
	const nodes = new Map(shown.nodes.map((node) => [node.id, node]));
	const line = (edge: NetworkEdge): FundingLine[] => {
		const source = nodes.get(edge.source);
		const target = nodes.get(edge.target);
		if (edge.family !== 'funding' || !source || !target) return [];
		return [
			{
				id: edge.id,
				source: rowNode(source),
				target: rowNode(target),
				amountEur: edge.amountEur,
				amountPeriod: edge.amountPeriod,
				since: edge.since,
				until: edge.until,
				stage: edge.stage ?? 'unknown',
				detail: edge.detail,
				about: edge.resourceId === undefined ? undefined : names.get(edge.resourceId)?.name,
				status: edge.status,
				certainty: edge.certainty,
				verdict: edge.verdict,
				sources: edge.sources.length
			}
		];
	};
	const lines = shown.edges.flatMap(line);
	const byFunder = new Map<string, FundingLine[]>();
	for (const one of lines) {
		const known = byFunder.get(one.source.id);
		if (known) known.push(one);
		else byFunder.set(one.source.id, [one]);
	}
	const groups: FundingGroup[] = [];
	for (const own of byFunder.values()) {
		const [first] = own;
		if (first)
			groups.push({
				funder: first.source,
				lines: own.sort(byStageThenAmount),
				sums: sumsOf(own)
			});
	}
	return {
		groups: groups.sort((a, b) => greatest(b) - greatest(a) || byName(a.funder, b.funder)),
		sums: sumsOf(lines),
		beneficiaries: new Set(lines.map(({ target }) => target.id)).size,
		withheld
	};
}
