import { createHash } from 'node:crypto';
import type { Change, Revision } from '#lib/domain/changes.ts';
import { today } from '#lib/domain/dates.ts';
import { publisherNamed } from '#lib/domain/registers.ts';
import type { Choices } from '#lib/import/choices.ts';
import { FileRefusedError } from '#lib/import/problem.ts';
import { readStructures } from '#lib/import/structure-rows.ts';
import { readTies } from '#lib/import/tie-rows.ts';
import { understand, type Understood, type UnderstoodTable } from '#lib/import/understand.ts';
import { ConflictError, InvalidChangeError } from '../errors.ts';
import type { Repository } from '../repository.ts';
import { isFictionalOrigin } from '../seed/fictional/change-set.ts';
import { Ledger } from './ledger.ts';
import { countRows, repeatedId, type RowCounts, type RowOutcome } from './outcome.ts';
import { StructurePlanner } from './plan-structures.ts';
import { TiePlanner } from './plan-ties.ts';
import { readGraph } from './snapshot.ts';

export interface FileGiven {
	name: string;
	bytes: Uint8Array;
	/** The other list, where structures and ties come as two files. */
	beside?: Uint8Array | undefined;
	/** What it is said to be, refused when it is something else. */
	expected?: ExpectedFormat | undefined;
}

export const EXPECTED_FORMATS = [
	'csv',
	'xlsx',
	'finess',
	'finess-plus',
	'scdl',
	'gexf',
	'graphml',
	'kumu',
	'maillage',
	'edges'
] as const;
export type ExpectedFormat = (typeof EXPECTED_FORMATS)[number];

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

/** Header by field, for what is told of a column. */
const headersByField = (table: UnderstoodTable | undefined): ReadonlyMap<string, string> =>
	new Map(
		(table?.columns ?? []).flatMap(({ field, key }) => (field === undefined ? [] : [[field, key]]))
	);

/** The lists of a file, by what they are of. */
const tablesOf = (
	understood: Understood
): { structures?: UnderstoodTable | undefined; ties?: UnderstoodTable | undefined } =>
	understood.table === 'ties'
		? { ties: understood }
		: { structures: understood, ties: understood.ties };

function isOf(expected: ExpectedFormat, { format, impliedType, table, ties }: Understood): boolean {
	if (expected === 'scdl') return impliedType === 'FUNDS';
	if (expected === 'edges') return table === 'ties' || ties !== undefined;
	return format === expected || (expected === 'kumu' && format === 'json');
}

function checksumOf({ bytes, beside }: FileGiven): string {
	const hash = createHash('sha256').update(bytes);
	return (beside ? hash.update(beside) : hash).digest('hex');
}

async function prepare(
	repository: Repository,
	file: FileGiven,
	given: { choices: Choices; who: string; taken: ReadonlySet<string> }
): Promise<Prepared> {
	const { choices } = given;
	const understood = await understand(file.bytes, choices, file.beside);
	if (file.expected !== undefined && !isOf(file.expected, understood))
		throw new FileRefusedError('other_format', {
			format: file.expected,
			found: understood.format
		});
	const tables = tablesOf(understood);
	const structures = tables.structures ? readStructures(tables.structures, choices) : [];
	const ties = tables.ties ? readTies(tables.ties, choices) : [];
	if (isFictionalOrigin(await repository.revision(1))) throw new FictionalDatabaseError();
	const graph = await readGraph(repository);
	const { projectId } = choices;
	if (projectId !== undefined && graph.nodes.get(projectId)?.label !== 'HealthProject')
		throw new UnknownProjectError(projectId);
	const checksum = checksumOf(file);
	const ledger = new Ledger(
		graph,
		{ name: file.name, checksum },
		{ ...given, choices: dated(understood, choices), today: today() }
	);
	const common = { graph, ledger, choices };
	const structurePlanner = new StructurePlanner({
		...common,
		columns: headersByField(tables.structures),
		ours: tables.structures?.ours ?? false,
		isNetwork: understood.ties !== undefined
	});
	const local = new Map<string, RowOutcome>();
	const outcomes = structures.map((row) => {
		const isRepeated = understood.ties !== undefined && row.id !== undefined && local.has(row.id);
		const outcome = isRepeated ? repeatedId(row) : structurePlanner.plan(row);
		if (row.id !== undefined && !isRepeated) local.set(row.id, outcome);
		return outcome;
	});
	const tiePlanner = new TiePlanner({
		...common,
		columns: headersByField(tables.ties),
		ours: tables.ties?.ours ?? false,
		local: understood.ties && local
	});
	for (const row of ties) outcomes.push(tiePlanner.plan(row));
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
