import { checkGraph } from '#lib/domain/check/check-graph.ts';
import type { GraphProblem } from '#lib/domain/check/graph-problem.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { locatedSentence } from '#lib/i18n/problems.ts';
import type { StoredRecord } from '#lib/server/repository.ts';
import { seedDirectory } from '#lib/server/seed/location.ts';
import { readSeed } from '#lib/server/seed/read-seed.ts';
import type { SeedProblem } from '#lib/server/seed/seed-problem.ts';
import { NoDatabase, withRepository, type Context } from '../context.ts';
import { EXIT, Refusal } from '../terminal.ts';

type Found = SeedProblem | GraphProblem;

/** What was checked and what was found there. */
interface Checked {
	title: string;
	records: number;
	faults: readonly Found[];
	notes: readonly Found[];
}

async function checkSeed(): Promise<Checked> {
	const title = m.cli_check_seed_title();
	const reading = await readSeed(seedDirectory());
	if (!reading.ok) return { title, records: 0, faults: reading.problems, notes: [] };
	const { nodes, relations, claims } = reading.value;
	const records = nodes.length + relations.length + claims.length;
	return { title, records, faults: [], notes: reading.notes };
}

const checkDatabase = (context: Context): Promise<Checked> =>
	withRepository(context, async (repository) => {
		const records: StoredRecord[] = [];
		for await (const record of repository.records()) records.push(record);
		const found = checkGraph(records);
		return {
			title: m.cli_check_database_title(),
			records: records.length,
			faults: found.filter((p) => p.level === 'fault'),
			notes: found.filter((p) => p.level === 'note')
		};
	});

/** Faulty files are told even where they have kept a database from being made. */
async function databaseBeside(seed: Checked, context: Context): Promise<Checked | undefined> {
	try {
		return await checkDatabase(context);
	} catch (error) {
		if (error instanceof NoDatabase && seed.faults.length > 0) return undefined;
		throw error;
	}
}

function summary({ title, records, faults }: Checked): string {
	if (faults.length === 1) return m.cli_check_bad_one({ title });
	if (faults.length > 1) return m.cli_check_bad({ title, faults: faults.length });
	return m.cli_check_good({ title, records });
}

function worthKnowing(notes: readonly Found[]): string[] {
	if (notes.length === 0) return [];
	const count = (code: Found['code']): number => notes.filter((n) => n.code === code).length;
	const counts = { sources: count('unused_source'), relations: count('no_source') };
	return [m.cli_check_notes({ ...counts, places: count('no_place') })];
}

const sentences = (checked: Checked): string[] => [
	...checked.faults.map(locatedSentence),
	summary(checked),
	...worthKnowing(checked.notes)
];

const told = (problems: readonly Found[]): unknown[] =>
	problems.map((problem) => ({ ...problem, sentence: locatedSentence(problem) }));

/** `maillage check`: the seed's files and, unless `seedOnly`, the database. Faults end with 1, no database with 3. */
export async function check(context: Context, { seedOnly }: { seedOnly: boolean }): Promise<void> {
	const seed = await checkSeed();
	const database = seedOnly ? undefined : await databaseBeside(seed, context);
	const all = database ? [seed, database] : [seed];
	const data = Object.fromEntries(
		Object.entries({ seed, database }).flatMap(([name, checked]) =>
			checked
				? [
						[
							name,
							{ records: checked.records, faults: told(checked.faults), notes: told(checked.notes) }
						]
					]
				: []
		)
	);
	if (all.some(({ faults }) => faults.length > 0))
		throw new Refusal(EXIT.refused, all.flatMap(sentences), data);
	context.terminal.result(all.flatMap(sentences), data);
}
