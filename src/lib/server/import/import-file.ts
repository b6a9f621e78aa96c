import type { Revision } from '#lib/domain/changes.ts';
import type { Choices } from '#lib/import/choices.ts';
import type { Understood, UnderstoodTable } from '#lib/import/understand.ts';
import type { Repository } from '../repository.ts';
import type { Control } from './control.ts';
import { judgementsOf } from './judgements.ts';
import { type FileGiven, planImport, type Preview } from './plan.ts';

export {
	EXPECTED_FORMATS,
	FictionalDatabaseError,
	UnknownProjectError,
	type ExpectedFormat,
	type FileGiven,
	type Preview
} from './plan.ts';

interface Given extends Control {
	choices: Choices;
	who: string;
}

/**
 * What importing a file would do.
 * @throws {FileRefusedError} {FictionalDatabaseError} {UnknownProjectError} and the repository's errors
 */
export async function previewImport(
	repository: Repository,
	file: FileGiven,
	given: Given
): Promise<Preview> {
	const planned = planImport(repository, file, { ...given, writes: false, skipRefused: true });
	for (;;) {
		const step = await planned.next();
		if (step.done) return step.value;
	}
}

/** How a file was read, complete enough to read the next one of its kind alike. */
export function mappingOf(understood: Understood, choices: Choices): Choices {
	const { table, encoding, separator, sheet, headerLine, decimal, dateOrder, columns } = understood;
	const { ties } = understood;
	const fields = (of: UnderstoodTable['columns']) =>
		Object.fromEntries(of.map(({ key, field }) => [key, field ?? '']));
	return {
		...choices,
		// Answers name lines of this file: another one has others.
		answers: undefined,
		table,
		...(encoding && { encoding }),
		...(separator && { separator }),
		// Of a network, both of whose lists are read, neither sheet is chosen.
		...(sheet !== undefined && !ties && { sheet }),
		...(headerLine > 0 && { headerLine }),
		decimal,
		dateOrder,
		columns: fields(columns),
		...(ties && { tieColumns: fields(ties.columns) })
	};
}

export interface Written {
	preview: Preview;
	/** `null` when the file says nothing new; absent when nothing was written for want of an answer. */
	revision?: Revision | null;
}

/** Takes back what was written before a row was found in doubt. */
class NotToBeWritten extends Error {
	constructor(readonly preview: Preview) {
		super('a row is in doubt or refused');
	}
}

/**
 * Writes what a file says in one transaction, as a revision that `undoRevision` takes back; no other
 * writer comes between what it is compared with and what is written. Rows in doubt, and rows refused
 * unless `skipRefused`, keep everything from being written.
 * @throws {FileRefusedError} {FictionalDatabaseError} {UnknownProjectError}, the reason of the signal,
 *   and the repository's errors
 */
export async function writeImport(
	repository: Repository,
	file: FileGiven,
	given: Given & { skipRefused: boolean; at?: Date }
): Promise<Written> {
	let found: Preview | undefined;
	const parts = async function* () {
		found = yield* planImport(repository, file, { ...given, writes: true });
		const { ask, refuse } = found.counts;
		if (ask > 0 || (refuse > 0 && !given.skipRefused)) throw new NotToBeWritten(found);
	};
	const about = () => ({
		who: given.who,
		why: file.name,
		at: (given.at ?? new Date()).toISOString(),
		origin: {
			kind: 'import' as const,
			name: file.name,
			...(found && {
				checksum: found.checksum,
				details: JSON.stringify({
					choices: mappingOf(found.understood, given.choices),
					rows: found.counts,
					answers: judgementsOf(found.outcomes)
				})
			})
		}
	});
	try {
		const revision = await repository.applyParts(parts, about);
		if (!found) throw new Error('the file was not read');
		return { preview: found, revision };
	} catch (error) {
		if (error instanceof NotToBeWritten) return { preview: error.preview };
		throw error;
	}
}
