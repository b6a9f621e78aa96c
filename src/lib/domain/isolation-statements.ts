/** What people say of whether a structure stands apart: claims, like anything else people say. Pure. */

import type { Claim } from './entities.ts';

const PROPERTY = 'isolation';
const IN_PROJECT = `${PROPERTY}:`;

/** Confirmed (`exists`) or said to be wrong (`denies`). */
export const VERDICTS_ON_ISOLATION = ['exists', 'denies'] as const;
type VerdictOnIsolation = (typeof VERDICTS_ON_ISOLATION)[number];

/** Somebody's word on one structure. */
export interface IsolationStatement {
	/** Id of the claim that says so. */
	claimId: string;
	says: VerdictOnIsolation;
	/** Id of a structure, else the name or function given. */
	by: string;
	/** How it is known. */
	reason: string;
	/** `YYYY-MM-DD`. */
	on?: string | undefined;
	/** The project it is said of; everywhere when absent. */
	projectId?: string | undefined;
}

/** Longer texts are taken by nobody. */
export const LONGEST_SAID = { by: 120, reason: 500 };

/** What the property of such a claim is called: anywhere, or in one project alone. */
export const isolationProperty = (projectId?: string): string =>
	projectId === undefined ? PROPERTY : `${IN_PROJECT}${projectId}`;

export const isAboutIsolation = ({ property }: Pick<Claim, 'property'>): boolean =>
	property === PROPERTY || (property?.startsWith(IN_PROJECT) ?? false);

const isVerdict = (says: Claim['says']): says is VerdictOnIsolation =>
	says === 'exists' || says === 'denies';

/**
 * What these claims about one structure state of its standing apart, the oldest first; what must be
 * checked again, or was only inferred, is left out. With `projectId`, what holds in that project: what is
 * said of it alone and what is said of everywhere.
 */
export const statementsIn = (
	claims: readonly Claim[],
	projectId?: { of: string | undefined }
): IsolationStatement[] =>
	claims
		.flatMap((claim) => {
			const { id, property = '', says, how, by, detail = '', firstSeen, toCheck } = claim;
			if (!isAboutIsolation(claim) || !isVerdict(says) || how !== 'stated' || toCheck) return [];
			const about = property === PROPERTY ? undefined : property.slice(IN_PROJECT.length);
			if (projectId && about !== undefined && about !== projectId.of) return [];
			return [{ claimId: id, says, by, reason: detail, on: firstSeen, projectId: about }];
		})
		.sort((a, b) => {
			const [one, other] = [`${a.on ?? ''} ${a.claimId}`, `${b.on ?? ''} ${b.claimId}`];
			return one < other ? -1 : one > other ? 1 : 0;
		});

/** The claim that keeps somebody's word. */
export const isolationClaim = (
	actorId: string,
	said: Omit<IsolationStatement, 'claimId'> & { on: string; token: string }
): Claim => ({
	...{ id: `a-part-${said.token}`, aboutId: actorId, property: isolationProperty(said.projectId) },
	...{ by: said.by, says: said.says, how: 'stated', detail: said.reason },
	...{ firstSeen: said.on, lastSeen: said.on }
});
