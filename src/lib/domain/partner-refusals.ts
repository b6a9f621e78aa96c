/** Suggested partners somebody set aside, with the reason: claims, like anything else people say. Pure. */

import type { Claim } from './entities.ts';

const PREFIX = 'partner:';

/** True of a claim that sets a partner aside. */
export const isRefusal = ({ property }: Pick<Claim, 'property'>): boolean =>
	property?.startsWith(PREFIX) ?? false;

/** A partner set aside for a structure. */
export interface PartnerRefusal {
	/** Id of the claim that says so. */
	claimId: string;
	partnerId: string;
	reason: string;
	/** Who said so, and when: `YYYY-MM-DD`. */
	by: string;
	on?: string | undefined;
}

/** Reasons longer than this are cut by nobody: they are not taken. */
export const LONGEST_REASON = 500;

/** The partners set aside in these claims about one structure, by partner. */
export const refusalsIn = (claims: readonly Claim[]): PartnerRefusal[] =>
	claims
		.flatMap(({ id, property, says, by, detail = '', firstSeen, toCheck }) =>
			property?.startsWith(PREFIX) && says === 'denies' && !toCheck
				? [
						{
							claimId: id,
							partnerId: property.slice(PREFIX.length),
							reason: detail,
							by,
							on: firstSeen
						}
					]
				: []
		)
		.sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));

/** What is said of the two: a refusal holds from both sides, so that neither is suggested to the other. */
export function refusalClaims(
	actorId: string,
	partnerId: string,
	said: { by: string; reason: string; on: string; token: string }
): Claim[] {
	const { by, reason, on, token } = said;
	const about = (id: string, other: string, side: string): Claim => ({
		...{ id: `refus-${token}-${side}`, aboutId: id, property: `${PREFIX}${other}` },
		...{ by, says: 'denies', how: 'stated', detail: reason, firstSeen: on, lastSeen: on }
	});
	return [about(actorId, partnerId, 'a'), about(partnerId, actorId, 'b')];
}

/** Claims of the same refusal, from one of them: both sides bear the same token. */
export const sidesOf = (claimId: string): string[] =>
	['a', 'b'].map((side) => claimId.replace(/-[ab]$/, `-${side}`));
