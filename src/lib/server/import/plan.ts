import { createHash } from 'node:crypto';
import type { Change } from '#lib/domain/changes.ts';
import { today } from '#lib/domain/dates.ts';
import { publisherNamed } from '#lib/domain/registers.ts';
import type { Choices } from '#lib/import/choices.ts';
import { FileRefusedError } from '#lib/import/problem.ts';
import { readResources } from '#lib/import/resource-rows.ts';
import { readStructures } from '#lib/import/structure-rows.ts';
import { readTies } from '#lib/import/tie-rows.ts';
import { understand, type Understood, type UnderstoodTable } from '#lib/import/understand.ts';
import type { Repository } from '../repository.ts';
import { isFictionalOrigin } from '../seed/fictional/change-set.ts';
import { type Control, Turns } from './control.ts';
import { rememberedIn } from './judgements.ts';
import { Ledger } from './ledger.ts';
import { countRows, repeatedId, type RowCounts, type RowOutcome } from './outcome.ts';
import { StructurePlanner } from './plan-structures.ts';
import { TiePlanner } from './plan-ties.ts';
import type { Planning } from './planning.ts';
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

export interface Planned extends Control {
	choices: Choices;
	who: string;
	/** False where only what would become of the rows is asked. */
	writes: boolean;
	/** True where rows that are refused are left out; else they keep all from being written. */
	skipRefused: boolean;
}

/** Changes handed on at once: what is checked, compared and written while it is at hand. */
const PART = 4_000;

interface Tables {
	understood: Understood;
	structures: ReturnType<typeof readStructures>;
	ties: ReturnType<typeof readTies>;
	total: number;
	/** True where ties name structures by their ids. */
	isNetwork: boolean;
}

async function read(file: FileGiven, choices: Choices): Promise<Tables> {
	const understood = await understand(file.bytes, choices, file.beside);
	if (file.expected !== undefined && !isOf(file.expected, understood))
		throw new FileRefusedError('other_format', {
			format: file.expected,
			found: understood.format
		});
	if (understood.table === 'resources') {
		const { resources: structures, ties } = readResources(understood);
		const total = structures.length + ties.length;
		return { understood, structures, ties, total, isNetwork: true };
	}
	const { structures, ties } = tablesOf(understood);
	return {
		understood,
		isNetwork: understood.ties !== undefined,
		structures: structures ? readStructures(structures, choices) : [],
		ties: ties ? readTies(ties, choices) : [],
		total: (structures?.rows.length ?? 0) + (ties?.rows.length ?? 0)
	};
}

/** Plans rows one after the other, structures first: their outcomes. */
function* planRows(
	{ understood, structures, ties, isNetwork }: Tables,
	common: Pick<Planning, 'graph' | 'ledger' | 'choices' | 'remembered'>
): Generator<RowOutcome> {
	const tables = tablesOf(understood);
	const structurePlanner = new StructurePlanner({
		...common,
		columns: headersByField(tables.structures),
		ours: tables.structures?.ours ?? false,
		isNetwork
	});
	const local = isNetwork ? new Map<string, RowOutcome>() : undefined;
	for (const row of structures) {
		const isRepeated = row.id !== undefined && local?.has(row.id) === true;
		const outcome = isRepeated ? repeatedId(row) : structurePlanner.plan(row);
		if (row.id !== undefined && !isRepeated) local?.set(row.id, outcome);
		yield outcome;
	}
	const tiePlanner = new TiePlanner({
		...common,
		columns: headersByField(tables.ties),
		ours: tables.ties?.ours ?? false,
		local
	});
	for (const row of ties) yield tiePlanner.plan(row);
}

/**
 * What a file means for the graph: its changes part by part, then what becomes of each row. Once a row is
 * in doubt, or refused where that matters, no more changes come: nothing of them will be written.
 * @throws {FileRefusedError} {FictionalDatabaseError} {UnknownProjectError} and the repository's errors
 */
export async function* planImport(
	repository: Repository,
	file: FileGiven,
	given: Planned
): AsyncGenerator<Change[], Preview> {
	const { choices } = given;
	const turns = new Turns(given);
	await turns.end({ phase: 'reading', done: 0, total: 1 });
	const tables = await read(file, choices);
	const { understood, total } = tables;
	if (isFictionalOrigin(await repository.revision(1))) throw new FictionalDatabaseError();
	await turns.end({ phase: 'rows', done: 0, total });
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
	const remembered = await rememberedIn(repository);
	const outcomes: RowOutcome[] = [];
	for (const outcome of planRows(tables, { graph, ledger, choices, remembered })) {
		outcomes.push(outcome);
		const { action } = outcome;
		if (action === 'ask' || (action === 'refuse' && !given.skipRefused)) ledger.close();
		if (ledger.size >= PART) yield ledger.take();
		if (turns.isOver) await turns.end({ phase: 'rows', done: outcomes.length, total });
	}
	if (ledger.size > 0) yield ledger.take();
	await turns.end({ phase: 'ending', done: total, total });
	return { understood, outcomes, counts: countRows(outcomes), checksum };
}
