import type { Claim, Relation } from './entities.ts';

/** `unsourced`: nobody says it. `inferred`: only deduced. `sourced`: at least one source states it. */
export type Certainty = 'sourced' | 'inferred' | 'unsourced';
export const CERTAINTIES = ['sourced', 'inferred', 'unsourced'] as const;

/** Who stands behind a relation. Silence of an end is not refusal: it was not asked. */
export type Verdict =
	| 'said_by_both'
	| 'said_by_source'
	| 'said_by_target'
	| 'said_by_third_party'
	| 'contradicted'
	| 'not_asked';
export const VERDICTS = [
	'said_by_both',
	'said_by_source',
	'said_by_target',
	'said_by_third_party',
	'contradicted',
	'not_asked'
] as const;

const aboutExistence = (claim: Claim): boolean => claim.property === undefined;
const supports = (claim: Claim): boolean => claim.says === 'exists' || claim.says === 'ended';
const backs = (claim: Claim): boolean => aboutExistence(claim) && supports(claim) && !claim.toCheck;

/** How far a statement is backed. Claims marked to be checked again no longer back it. */
export function certaintyOf(claims: readonly Claim[]): Certainty {
	let certainty: Certainty = 'unsourced';
	for (const claim of claims) {
		if (!backs(claim)) continue;
		if (claim.how === 'stated') return 'sourced';
		certainty = 'inferred';
	}
	return certainty;
}

/**
 * The verdict a reader sees on a relation, from the claims about its existence.
 * `source`/`target` in the result are the ends of the relation: said by A, said by B.
 * One claim that denies beside one that supports is a contradiction, whoever speaks.
 * A deduction is nobody's statement: with nothing but deductions the ends were `not_asked`.
 */
export function verdictOf(
	ends: Pick<Relation, 'source' | 'target'>,
	claims: readonly Claim[]
): Verdict {
	let bySource = false;
	let byTarget = false;
	let byOthers = false;
	for (const claim of claims) {
		if (claim.says === 'denies' && aboutExistence(claim) && !claim.toCheck) return 'contradicted';
		if (claim.how !== 'stated' || !backs(claim)) continue;
		if (claim.by === ends.source) bySource = true;
		else if (claim.by === ends.target) byTarget = true;
		else byOthers = true;
	}
	if (bySource && byTarget) return 'said_by_both';
	if (bySource) return 'said_by_source';
	if (byTarget) return 'said_by_target';
	return byOthers ? 'said_by_third_party' : 'not_asked';
}

/** Ids of the sources behind the claims, each once, in the order of the claims. */
export function sourceIdsOf(claims: readonly Claim[]): string[] {
	const ids: string[] = [];
	for (const { sourceId } of claims)
		if (sourceId !== undefined && sourceId !== '' && !ids.includes(sourceId)) ids.push(sourceId);
	return ids;
}

/** Claims by what they are about, each in the order given. Linear. */
export function claimsByAbout(claims: readonly Claim[]): ReadonlyMap<string, Claim[]> {
	const about = new Map<string, Claim[]>();
	for (const claim of claims) {
		const known = about.get(claim.aboutId);
		if (known) known.push(claim);
		else about.set(claim.aboutId, [claim]);
	}
	return about;
}
