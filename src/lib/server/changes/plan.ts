import type { Change, ChangeSet, Properties, Revision, Subject } from '#lib/domain/changes.ts';
import { recordProblems } from '#lib/domain/schema/change-set.ts';
import { ConflictError, InvalidChangeError } from '../errors.ts';
import type { StoredState } from './codecs.ts';
import { conflictsOf, conflictsOfCreated } from './conflicts.ts';
import type { PreparedChangeSet } from './normalise.ts';
import { claimsToCheckAgain } from './recheck.ts';
import { mayBeEnd, mayBeNamed, namedBy, referencesOf } from './references.ts';
import type { Problem } from './storable.ts';
import { compareIds, withChanges } from './values.ts';

/** What is stored about a prepared change set, read inside the transaction that will write it. */
export interface Snapshot {
	/** Those of `needs.updated` and `needs.removed` that exist, whole. */
	records: ReadonlyMap<string, StoredState>;
	/** Those of `needs.named` that exist: who they are is all that is asked of them. */
	subjects: ReadonlyMap<string, Subject>;
	/** Those of `needs.created` that were removed once, with the revision that removed them. */
	removedAt: ReadonlyMap<string, number>;
	/** Claims about `needs.updated`. */
	claims: readonly StoredState[];
	/** Records naming one of `needs.removed`: by an end of a relation or by a reference property. */
	dependants: readonly { id: string; on: string }[];
}

/** A change ready to be written and kept. */
export interface PlannedChange {
	change: Change;
	/** Revision that last touched this record before, `null` for a new one. */
	previous: number | null;
	/** All its properties afterwards, `null` when removed. */
	properties: Properties | null;
	/** These as JSON, `null` when removed: kept once as they are stored, once as what changed. */
	json: string | null;
}

const MAX_NAMED = 10;

function plan(change: Change, snapshot: Snapshot): PlannedChange {
	const stored = snapshot.records.get(change.id);
	const previous = stored?.revision ?? snapshot.removedAt.get(change.id) ?? null;
	if (change.op === 'remove') return { change, previous, properties: null, json: null };
	const properties =
		change.op === 'create' ? change.after : withChanges(stored?.properties ?? {}, change.after);
	return { change, previous, properties, json: JSON.stringify(properties) };
}

/** Every record named must exist once all is written, and be of a nature that may be named there. */
function problemsOfNames(planned: readonly PlannedChange[], snapshot: Snapshot): Problem[] {
	const changed = new Map(planned.map(({ change }) => [change.id, change]));
	const after = (id: string): Subject | undefined => {
		const change = changed.get(id);
		if (change) return change.op === 'remove' ? undefined : change;
		return snapshot.subjects.get(id) ?? snapshot.records.get(id)?.subject;
	};
	return planned.flatMap(({ change }) => {
		const targets = referencesOf(change);
		return namedBy(change).flatMap(({ field, id }): Problem[] => {
			const found = after(id);
			const code = field in targets ? 'unknown_reference' : 'unknown_end';
			if (!found) return [{ id: change.id, field, code, value: id }];
			const target = targets[field];
			if (target ? mayBeNamed(found, target) : mayBeEnd(found)) return [];
			return [{ id: change.id, field, code: 'wrong_nature', value: id }];
		});
	});
}

/** Nothing is removed while a record that stays still names it. */
function problemsOfRemovals(planned: readonly PlannedChange[], snapshot: Snapshot): Problem[] {
	const changed = new Map(planned.map((p) => [p.change.id, p]));
	const staying = new Map<string, Set<string>>();
	for (const { id, on } of snapshot.dependants) {
		const dependant = changed.get(id);
		if (dependant) {
			const { change, properties } = dependant;
			if (properties === null) continue;
			const isEnd = change.entity === 'relation' && (change.source === on || change.target === on);
			const names = Object.keys(referencesOf(change)).some((field) => properties[field] === on);
			if (!isEnd && !names) continue;
		}
		const ids = staying.get(on) ?? new Set();
		staying.set(on, ids.add(id));
	}
	return [...staying].map(([id, dependants]) => ({
		id,
		field: 'id',
		code: 'still_referenced',
		value: [...dependants].sort(compareIds).slice(0, MAX_NAMED)
	}));
}

/**
 * An update was checked field by field; rules between fields hold for the record it leaves. An undo
 * gives back what was accepted once.
 */
function problemsOfRecords(
	changeSet: PreparedChangeSet,
	planned: readonly PlannedChange[]
): Problem[] {
	if (changeSet.origin.kind === 'undo') return [];
	return planned.flatMap(({ change, properties }) =>
		change.op === 'update' && properties ? recordProblems(change, properties) : []
	);
}

/** A record changes once in a revision, whichever part of it holds that. */
const problemsOfTwice = (
	planned: readonly PlannedChange[],
	underway: number | undefined
): Problem[] =>
	underway === undefined
		? []
		: planned
				.filter(({ previous }) => previous === underway)
				.map(({ change: { id } }) => ({ id, field: 'id', code: 'changed_twice' }));

/** An id is never given to another thing; only an undo brings the same thing back. */
function problemsOfReuse(changeSet: PreparedChangeSet, snapshot: Snapshot): Problem[] {
	if (changeSet.origin.kind === 'undo') return [];
	return changeSet.needs.created
		.filter((id) => snapshot.removedAt.has(id))
		.map((id) => ({ id, field: 'id', code: 'id_reused', value: id }));
}

/**
 * What applying a change set to what is stored means, record by record and by id, or why it cannot be.
 * Claims that supported a fact it replaces are marked to be checked again, except in an undo, which
 * takes back exactly what was done, and in a seed, which brings its facts with the claims about them.
 *
 * @param underway number of the revision this is a part of, of which earlier parts are stored already
 * @throws ConflictError when a `before` no longer holds, field by field.
 * @throws InvalidChangeError when the graph would break a rule of the domain.
 */
export function planChanges(
	changeSet: PreparedChangeSet,
	snapshot: Snapshot,
	underway?: number
): PlannedChange[] {
	const conflicts = changeSet.changes.flatMap((change) =>
		change.op === 'create'
			? conflictsOfCreated(change, snapshot.subjects.get(change.id))
			: conflictsOf(change, snapshot.records.get(change.id))
	);
	if (conflicts.length > 0) throw new ConflictError(conflicts);
	const planned = changeSet.changes.map((change) => plan(change, snapshot));
	const problems = [
		...problemsOfTwice(planned, underway),
		...problemsOfRecords(changeSet, planned),
		...problemsOfReuse(changeSet, snapshot),
		...problemsOfNames(planned, snapshot),
		...problemsOfRemovals(planned, snapshot)
	];
	if (problems.length > 0)
		throw new InvalidChangeError(problems.sort((a, b) => compareIds(a.id, b.id)));
	if (changeSet.origin.kind === 'undo' || changeSet.origin.kind === 'seed') return planned;
	const claims = new Map(snapshot.claims.map((claim) => [claim.subject.id, claim]));
	const older = snapshot.claims.filter(({ revision }) => revision !== underway);
	const marked = claimsToCheckAgain(changeSet.changes, older).map((change) =>
		plan(change, { ...snapshot, records: claims })
	);
	return [...planned, ...marked].sort((a, b) => compareIds(a.change.id, b.change.id));
}

/** The line a revision writes about itself. */
export function revisionOf(
	changeSet: ChangeSet,
	planned: readonly PlannedChange[],
	previous: number | null
): Revision {
	const { who, why, at, origin } = changeSet;
	const count = (op: Change['op']): number => planned.filter((p) => p.change.op === op).length;
	const number = (previous ?? 0) + 1;
	return {
		number,
		previous,
		who,
		why,
		at,
		origin,
		created: count('create'),
		updated: count('update'),
		removed: count('remove')
	};
}
