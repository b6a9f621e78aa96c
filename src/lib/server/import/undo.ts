import { invertChange, type Revision } from '#lib/domain/changes.ts';
import { ConflictError, InvalidChangeError } from '../errors.ts';
import type { Repository } from '../repository.ts';

/** Later revisions that rest on what would be taken back; none when there is nothing to take back. */
export class UndoRefusedError extends Error {
	override name = 'UndoRefusedError';
	constructor(
		readonly reason: 'unknown' | 'not_undoable' | 'later',
		readonly number: number,
		readonly later: readonly Revision[] = []
	) {
		super(`${reason}: ${number}`);
	}
}

/** The first fillings are not imports: taking one back would empty the database. */
const LASTING = new Set(['seed', 'fictional']);
export const isLasting = ({ origin }: Pick<Revision, 'origin'>): boolean =>
	LASTING.has(origin.kind);

/** Of these revisions, newest first, those that were taken back, each with the one that did. */
export function takenBack(revisions: readonly Revision[]): ReadonlyMap<number, number> {
	const by = new Map<number, number>();
	// An undo that was itself taken back takes nothing back any more.
	for (const { number, origin } of revisions)
		if (origin.kind === 'undo' && origin.revision !== undefined && !by.has(number))
			by.set(origin.revision, number);
	return by;
}

const MOST_LOOKED_AT = 200;

/** Ids of the records that stand in the way. */
function inTheWay(error: unknown): string[] {
	if (error instanceof ConflictError) return error.conflicts.map(({ id }) => id);
	if (!(error instanceof InvalidChangeError)) return [];
	return error.problems.flatMap(({ id, value }) => [
		id,
		...(Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])
	]);
}

/**
 * Takes a revision back with its inverse, in one transaction: what it changed is exactly as before.
 * @throws {UndoRefusedError} naming the later revisions that prevent it, and the repository's errors
 */
export async function undoRevision(
	repository: Repository,
	number: number,
	{ who, at = new Date() }: { who: string; at?: Date }
): Promise<Revision> {
	const revision = await repository.revision(number);
	const changes = await repository.changesOf(number);
	if (!revision || !changes) throw new UndoRefusedError('unknown', number);
	if (isLasting(revision)) throw new UndoRefusedError('not_undoable', number);
	try {
		const undone = await repository.apply({
			who,
			why: revision.why,
			at: at.toISOString(),
			origin: { kind: 'undo', name: revision.origin.name, revision: number },
			changes: changes.map(invertChange)
		});
		if (undone) return undone;
		throw new UndoRefusedError('not_undoable', number);
	} catch (error) {
		const ids = [...new Set(inTheWay(error))].slice(0, MOST_LOOKED_AT);
		const later = new Map<number, Revision>();
		for (const id of ids)
			for (const entry of await repository.historyOf(id))
				if (entry.revision.number > number) later.set(entry.revision.number, entry.revision);
		if (later.size === 0) throw error;
		throw new UndoRefusedError(
			'later',
			number,
			[...later.values()].sort((a, b) => a.number - b.number)
		);
	}
}
