import type { Claim, HealthProject, Relation } from './entities.ts';
import { firstDay, lastDay } from './dates.ts';

/** What a relation is on the day asked for. `to_check`: its project has ended and nothing says it survived. */
export const RELATION_STATUSES = ['current', 'ended', 'planned', 'to_check'] as const;
export type RelationStatus = (typeof RELATION_STATUSES)[number];

/**
 * Status on `day` (`YYYY-MM-DD`), from dates and claims; bounds are inclusive.
 * An unknown start counts as alive; a relation without an end dies into `to_check` after the last
 * year of its ended project. A claim that it `ended`, when no date says until when, ends it from the
 * day the source said so (or always, when the source has no date).
 */
export function statusOf(
	relation: Pick<Relation, 'since' | 'until'>,
	day: string,
	project?: Pick<HealthProject, 'status' | 'endYear'>,
	claims: readonly Claim[] = []
): RelationStatus {
	if (relation.since && day < firstDay(relation.since)) return 'planned';
	if (relation.until) return day > lastDay(relation.until) ? 'ended' : 'current';
	const ending = claims.find((c) => c.says === 'ended' && c.property === undefined && !c.toCheck);
	if (ending) {
		const from = ending.firstSeen ?? ending.lastSeen;
		if (!from || day >= firstDay(from)) return 'ended';
	}
	if (project?.status === 'ended' && (!project.endYear || day > `${project.endYear}-12-31`))
		return 'to_check';
	return 'current';
}

/** A relation counts in a network on `day` when it is current; what is to be checked is neither current nor ended. */
export const isAlive = (status: RelationStatus): boolean => status === 'current';

/** Where a page opens: today, or the last day of the last year of a project that has ended. */
export function openingDay(
	project: Pick<HealthProject, 'status' | 'endYear'>,
	today: string
): string {
	const last = project.endYear ? `${project.endYear}-12-31` : undefined;
	return project.status === 'ended' && last && last < today ? last : today;
}
