import type { Change, Subject } from '#lib/domain/changes.ts';
import type { FieldConflict } from '../errors.ts';
import type { StoredState } from './codecs.ts';
import { sameValue } from './values.ts';

const nature = (subject: Subject): string =>
	subject.entity === 'node' ? subject.label : subject.type;

/** The fixed part of a subject, by field: a change made for another one is a conflict too. */
function subjectFields(subject: Subject): Readonly<Record<string, string>> {
	if (subject.entity === 'node') return { label: subject.label };
	return { type: subject.type, source: subject.source, target: subject.target };
}

const NONE: FieldConflict[] = [];

/** What is created must not be there. */
export const conflictsOfCreated = ({ id }: Change, found: Subject | undefined): FieldConflict[] =>
	found ? [{ id, field: null, expected: null, found: nature(found) }] : NONE;

/** Where `change` expects something else than what is stored, field by field; empty when it fits. */
export function conflictsOf(
	change: Exclude<Change, { op: 'create' }>,
	stored: StoredState | undefined
): FieldConflict[] {
	const { id } = change;
	if (!stored || stored.subject.entity !== change.entity) {
		const found = stored ? nature(stored.subject) : null;
		return [{ id, field: null, expected: nature(change), found }];
	}
	const conflicts: FieldConflict[] = [];
	const found = subjectFields(stored.subject);
	for (const [field, expected] of Object.entries(subjectFields(change))) {
		if (found[field] !== expected)
			conflicts.push({ id, field, expected, found: found[field] ?? null });
	}
	const fields = new Set(Object.keys(change.before));
	if (change.op === 'remove') for (const field of Object.keys(stored.properties)) fields.add(field);
	for (const field of [...fields].sort()) {
		const expected = change.before[field] ?? null;
		const is = stored.properties[field] ?? null;
		if (!sameValue(expected, is)) conflicts.push({ id, field, expected, found: is });
	}
	return conflicts;
}
