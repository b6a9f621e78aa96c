import { NODE_LABELS } from '#lib/domain/entities.ts';
import type { NodeLabel } from '#lib/domain/entities.ts';
import type { Change, StoredLabel, Subject } from '#lib/domain/changes.ts';

/** What a property that names another record may name. */
type Target = readonly NodeLabel[] | 'node or relation';

const ORGANISATIONS = ['Actor', 'Funder', 'ArsRegion'] as const;

const OF_RELATION: Readonly<Record<string, Target>> = {
	projectId: ['HealthProject'],
	resourceId: ['SharedResource']
};
const OF_NODE: Partial<Record<StoredLabel, Readonly<Record<string, Target>>>> = {
	SharedResource: { projectId: ['HealthProject'] },
	Source: { publisherId: ORGANISATIONS, replacedBy: ['Source'] },
	Claim: { aboutId: 'node or relation', sourceId: ['Source'] }
};
const NONE: Readonly<Record<string, Target>> = {};

/** The properties of this subject that name other records, and what these may be. */
export const referencesOf = (subject: Subject): Readonly<Record<string, Target>> =>
	subject.entity === 'relation' ? OF_RELATION : (OF_NODE[subject.label] ?? NONE);

const isNodeLabel = (label: string): boolean => NODE_LABELS.some((known) => known === label);

/** True when `found` may be named where `target` is asked for. */
export function mayBeNamed(found: Subject, target: Target): boolean {
	if (target === 'node or relation') return found.entity === 'relation' || isNodeLabel(found.label);
	return found.entity === 'node' && target.some((label) => label === found.label);
}

/** True when a relation may start or end there: any node but a claim. */
export const mayBeEnd = (found: Subject): boolean =>
	found.entity === 'node' && found.label !== 'Claim';

/** Ids a change newly names: ends of a created relation and references it sets. */
export function namedBy(change: Change): { field: string; id: string }[] {
	if (change.op === 'remove') return [];
	const named: { field: string; id: string }[] = [];
	if (change.entity === 'relation' && change.op === 'create') {
		named.push({ field: 'source', id: change.source }, { field: 'target', id: change.target });
	}
	for (const field of Object.keys(referencesOf(change))) {
		const id = change.after[field];
		if (typeof id === 'string') named.push({ field, id });
	}
	return named;
}
