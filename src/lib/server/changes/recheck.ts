import type { Change, PropertyValue } from '#lib/domain/changes.ts';
import type { StoredState } from './codecs.ts';

/** What a claim that a relation exists also vouches for: change one of these and it must be read again. */
const FACTS_OF_EXISTENCE: ReadonlySet<string> = new Set([
	'since',
	'until',
	'intensity',
	'resourceId',
	'amountEur',
	'amountPeriod',
	'stage'
]);

function stated(value: PropertyValue | undefined): unknown {
	if (typeof value !== 'string') return undefined;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/** True when the claim spoke for what `update` replaces. A value it never stated was never its own. */
function supportedTheOld(claim: StoredState, update: Change & { op: 'update' }): boolean {
	const { property, says, value, toCheck } = claim.properties;
	if (toCheck === true || says === 'denies') return false;
	if (property === undefined)
		return (
			update.entity === 'relation' &&
			Object.keys(update.after).some((k) => FACTS_OF_EXISTENCE.has(k))
		);
	if (typeof property !== 'string' || !(property in update.after)) return false;
	if (says !== 'value' || value === undefined) return true;
	return JSON.stringify(stated(value)) === JSON.stringify(update.before[property]);
}

/**
 * Changes that mark claims to be checked again because the fact they supported changes. Claims the
 * set itself changes are left to it.
 */
export function claimsToCheckAgain(
	changes: readonly Change[],
	claims: readonly StoredState[]
): Change[] {
	const changed = new Map(changes.map((change) => [change.id, change]));
	return claims.flatMap((claim): Change[] => {
		const { subject, properties } = claim;
		const about = properties['aboutId'];
		if (subject.entity !== 'node' || typeof about !== 'string' || changed.has(subject.id))
			return [];
		const update = changed.get(about);
		if (update?.op !== 'update' || !supportedTheOld(claim, update)) return [];
		const before = { toCheck: properties['toCheck'] ?? null };
		return [{ ...subject, op: 'update', before, after: { toCheck: true } }];
	});
}
