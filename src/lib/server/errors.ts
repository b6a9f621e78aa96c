import type { PropertyValue } from '#lib/domain/changes.ts';

/**
 * The database cannot be reached, stays locked longer than we wait, is being filled for the first time
 * (`preparing`), or its file can be neither made nor opened where it should be (`folder`) or cannot grow
 * (`full`). It may come back.
 */
export class DatabaseUnavailableError extends Error {
	override name = 'DatabaseUnavailableError';
	constructor(
		readonly reason: 'unreachable' | 'locked' | 'credentials' | 'folder' | 'full' | 'preparing',
		readonly where: string,
		options?: ErrorOptions
	) {
		super(`${reason}: ${where}`, options);
	}
}

/** The database answers but is not for us: waiting will not help, and it is left untouched. */
export class DatabaseUnusableError extends Error {
	override name = 'DatabaseUnusableError';
	constructor(
		readonly reason: 'damaged' | 'newer' | 'not_ours',
		readonly where: string,
		options?: ErrorOptions
	) {
		super(`${reason}: ${where}`, options);
	}
}

/** A message is read by people and kept in logs; the problems themselves are all in `problems`. */
const MAX_TOLD = 10;
function told(things: readonly string[]): string {
	const more = things.length - MAX_TOLD;
	return things.slice(0, MAX_TOLD).join(', ') + (more > 0 ? `, +${more}` : '');
}

export interface FieldConflict {
	id: string;
	/** `null` when the record itself exists or is missing against expectation. */
	field: string | null;
	expected: PropertyValue | null;
	found: PropertyValue | null;
}

/** What is stored is no longer what the change set was made against. Nothing was written. */
export class ConflictError extends Error {
	override name = 'ConflictError';
	constructor(readonly conflicts: readonly FieldConflict[]) {
		super(told(conflicts.map((c) => `${c.id}.${c.field ?? '*'}`)));
	}
}

/** A change set breaks a rule of the domain. Nothing was written. */
export class InvalidChangeError extends Error {
	override name = 'InvalidChangeError';
	constructor(
		readonly problems: readonly { id: string; field: string; code: string; value?: unknown }[]
	) {
		super(told(problems.map((p) => `${p.id}.${p.field}: ${p.code}`)));
	}
}

/** The database holds data already, and nobody said they may go. Nothing was written. */
export class DatabaseNotEmptyError extends Error {
	override name = 'DatabaseNotEmptyError';
}

/** A page cursor that no list of ours gave out. */
export class InvalidCursorError extends Error {
	override name = 'InvalidCursorError';
	constructor(readonly cursor: string) {
		super(`not a cursor: ${cursor.slice(0, 80)}`);
	}
}
