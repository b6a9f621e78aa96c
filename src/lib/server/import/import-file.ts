import { createHash } from 'node:crypto';
import type { Change, Revision } from '#lib/domain/changes.ts';
import { today } from '#lib/domain/dates.ts';
import { publisherNamed } from '#lib/domain/registers.ts';
import type { Choices } from '#lib/import/choices.ts';
import { readStructures } from '#lib/import/structure-rows.ts';
import { readTies } from '#lib/import/tie-rows.ts';
import { understand, type Understood } from '#lib/import/understand.ts';
import { ConflictError, InvalidChangeError } from '../errors.ts';
import type { Repository } from '../repository.ts';
import { isFictionalOrigin } from '../seed/fictional/change-set.ts';
import { Ledger } from './ledger.ts';
import { countRows, type RowCounts, type RowOutcome } from './outcome.ts';
import { StructurePlanner, type Planning } from './plan-structures.ts';
import { TiePlanner } from './plan-ties.ts';
import { readGraph } from './snapshot.ts';

export interface FileGiven {
	name: string;
	bytes: Uint8Array;
}

/** What an import would do, row by row; nothing is written. */
export interface Preview {
	understood: Understood;
	outcomes: RowOutcome[];
	counts: RowCounts;
	/** SHA-256 of the file, in hexadecimal. */
	checksum: string;
}

interface Prepared extends Preview {
	changes: Change[];
}

/** Real files never go into a database that holds a fictional territory. */
export class FictionalDatabaseError extends Error {
	override name = 'FictionalDatabaseError';
}

/** No project of this id to mark what comes with. */
export class UnknownProjectError extends Error {
	override name = 'UnknownProjectError';
	constructor(readonly id: string) {
		super(id);
	}
}

/** Whose and of when the file is: what a person says of it, else what it says itself. */
function dated(understood: Understood, choices: Choices): Choices {
	const publisher = choices.publisher ?? understood.publisher;
	const date = choices.date ?? understood.date;
	return {
		...choices,
		...(publisher !== undefined && { publisher: publisherNamed(publisher) }),
		...(date !== undefined && { date })
	};
}

async function prepare(
	repository: Repository,
	file: FileGiven,
	given: { choices: Choices; who: string; taken: ReadonlySet<string> }
): Promise<Prepared> {
	const { choices } = given;
	const understood = await understand(file.bytes, choices);
	const structures = understood.table === 'structures' ? readStructures(understood, choices) : [];
	const ties = understood.table === 'ties' ? readTies(understood, choices) : [];
	if (isFictionalOrigin(await repository.revision(1))) throw new FictionalDatabaseError();
	const graph = await readGraph(repository);
	const { projectId } = choices;
	if (projectId !== undefined && graph.nodes.get(projectId)?.label !== 'HealthProject')
		throw new UnknownProjectError(projectId);
	const checksum = createHash('sha256').update(file.bytes).digest('hex');
	const ledger = new Ledger(
		graph,
		{ name: file.name, checksum },
		{ ...given, choices: dated(understood, choices), today: today() }
	);
	const columns = new Map(
		understood.columns.flatMap(({ field, key }) => (field === undefined ? [] : [[field, key]]))
	);
	const planning: Planning = { graph, ledger, choices, columns, ours: understood.ours };
	const structurePlanner = new StructurePlanner(planning);
	const tiePlanner = new TiePlanner(planning);
	const outcomes = [
		...structures.map((row) => structurePlanner.plan(row)),
		...ties.map((row) => tiePlanner.plan(row))
	];
	return { understood, outcomes, counts: countRows(outcomes), checksum, changes: ledger.changes() };
}

/**
 * What importing a file would do.
 * @throws {FileRefusedError} {FictionalDatabaseError} {UnknownProjectError} and the repository's errors
 */
export async function previewImport(
	repository: Repository,
	file: FileGiven,
	given: { choices: Choices; who: string }
): Promise<Preview> {
	const { understood, outcomes, counts, checksum } = await prepare(repository, file, {
		...given,
		taken: new Set()
	});
	return { understood, outcomes, counts, checksum };
}

/** How a file was read, complete enough to read the next one of its kind alike. */
export function mappingOf(understood: Understood, choices: Choices): Choices {
	const { table, encoding, separator, sheet, headerLine, decimal, dateOrder, columns } = understood;
	return {
		...choices,
		// Answers name lines of this file: another one has others.
		answers: undefined,
		table,
		...(encoding && { encoding }),
		...(separator && { separator }),
		...(sheet !== undefined && { sheet }),
		headerLine,
		decimal,
		dateOrder,
		columns: Object.fromEntries(columns.map(({ key, field }) => [key, field ?? '']))
	};
}

export interface Written {
	preview: Preview;
	/** `null` when the file says nothing new; absent when nothing was written for want of an answer. */
	revision?: Revision | null;
}

const MOST_TRIES = 30;

/**
 * Writes what a file says in one transaction, as a revision that `undoRevision` takes back. Rows in
 * doubt, and rows refused unless `skipRefused`, keep everything from being written.
 * @throws {FileRefusedError} {FictionalDatabaseError} {UnknownProjectError} and the repository's errors
 */
export async function writeImport(
	repository: Repository,
	file: FileGiven,
	given: { choices: Choices; who: string; skipRefused: boolean; at?: Date }
): Promise<Written> {
	const taken = new Set<string>();
	for (let tries = 1; ; tries++) {
		const { changes, ...preview } = await prepare(repository, file, { ...given, taken });
		const { ask, refuse } = preview.counts;
		if (ask > 0 || (refuse > 0 && !given.skipRefused)) return { preview };
		const details = { choices: mappingOf(preview.understood, given.choices), rows: preview.counts };
		try {
			const revision = await repository.apply({
				who: given.who,
				why: file.name,
				at: (given.at ?? new Date()).toISOString(),
				origin: {
					kind: 'import',
					name: file.name,
					checksum: preview.checksum,
					details: JSON.stringify(details)
				},
				changes
			});
			return { preview, revision };
		} catch (error) {
			// Somebody wrote since the graph was read: what the file means is worked out again.
			if (error instanceof ConflictError && tries < MOST_TRIES) continue;
			// An import taken back leaves ids that are never given again: others are found for them.
			const reused =
				error instanceof InvalidChangeError
					? error.problems.filter(({ code }) => code === 'id_reused').map(({ id }) => id)
					: [];
			if (reused.length === 0 || tries === MOST_TRIES) throw error;
			for (const id of reused) taken.add(id);
		}
	}
}
