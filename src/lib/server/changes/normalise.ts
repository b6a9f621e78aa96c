import type { Change, ChangeSet, PartialProperties, PropertyValue } from '#lib/domain/changes.ts';
import { changeSetProblems } from '#lib/domain/schema/change-set.ts';
import { InvalidChangeError } from '../errors.ts';
import { namedBy } from './references.ts';
import { storageProblems } from './storable.ts';
import { compareIds, sameValue } from './values.ts';

/** What a database must look up before `planChanges` can judge a change set. */
export interface Needs {
	/** Records created and records named by the changes, but for those that are changed otherwise. */
	named: string[];
	/** Created records: their ids must never have been used. */
	created: string[];
	/** Updated records: the claims about them may have to be checked again. */
	updated: string[];
	/** Removed records: nothing that stays may still name them. */
	removed: string[];
}

export interface PreparedChangeSet extends ChangeSet {
	/** By id, each record once, without what does not change. */
	changes: readonly Change[];
	needs: Needs;
}

/** True when the keys are in order and none is without a value: nothing to do then. */
function inOrder(record: Readonly<Record<string, unknown>>): boolean {
	let before = '';
	for (const key in record) {
		if (key < before || record[key] === undefined) return false;
		before = key;
	}
	return true;
}

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
	Object.fromEntries(
		Object.keys(record)
			.sort()
			.flatMap((key) => {
				const value = record[key];
				return value === undefined ? [] : [[key, value] as const];
			})
	);

function normaliseChange(change: Change): Change | undefined {
	switch (change.op) {
		case 'create':
			return inOrder(change.after) ? change : { ...change, after: sorted(change.after) };
		case 'remove':
			return inOrder(change.before) ? change : { ...change, before: sorted(change.before) };
		case 'update': {
			const before: Record<string, PropertyValue | null> = {};
			const after: Record<string, PropertyValue | null> = {};
			for (const key of Object.keys(change.after).sort()) {
				const was = valueOf(change.before, key);
				const is = valueOf(change.after, key);
				if (sameValue(was, is)) continue;
				before[key] = was;
				after[key] = is;
			}
			return Object.keys(after).length > 0 ? { ...change, before, after } : undefined;
		}
	}
}

const valueOf = (properties: PartialProperties, key: string): PropertyValue | null =>
	properties[key] ?? null;

function needsOf(changes: readonly Change[]): Needs {
	const named = new Set<string>();
	const needs: Needs = { named: [], created: [], updated: [], removed: [] };
	for (const change of changes) {
		if (change.op === 'create') named.add(change.id);
		if (change.op === 'create') needs.created.push(change.id);
		else if (change.op === 'update') needs.updated.push(change.id);
		else needs.removed.push(change.id);
		for (const { id } of namedBy(change)) named.add(id);
	}
	for (const id of needs.updated) named.delete(id);
	for (const id of needs.removed) named.delete(id);
	needs.named = [...named].sort(compareIds);
	return needs;
}

/**
 * Checks what can be checked without the database, and puts the changes in their one canonical form:
 * by id, each record once, keys in order, nothing that does not change.
 *
 * @throws InvalidChangeError with every problem found.
 */
export function prepareChanges(changeSet: ChangeSet): PreparedChangeSet {
	const problems = [...changeSetProblems(changeSet), ...changeSet.changes.flatMap(storageProblems)];
	if (problems.length > 0) throw new InvalidChangeError(problems);
	const changes = changeSet.changes
		.flatMap((change) => normaliseChange(change) ?? [])
		.sort((a, b) => compareIds(a.id, b.id));
	return { ...changeSet, changes, needs: needsOf(changes) };
}
