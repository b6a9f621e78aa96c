import { m } from '#lib/i18n/paraglide/messages.js';
import { locatedSentence } from '#lib/i18n/problems.ts';
import { configSentence, databaseSentence, isDatabaseFailure } from '#lib/i18n/sentences.ts';
import { ConfigError, readConfig } from '#lib/server/config.ts';
import { LONG_PATIENCE_MS, openRepository, placeOf } from '#lib/server/database.ts';
import { ConflictError, InvalidChangeError } from '#lib/server/errors.ts';
import type { Archive } from '#lib/server/archive.ts';
import type { Repository } from '#lib/server/repository.ts';
import type { SeedProblem } from '#lib/server/seed/seed-problem.ts';
import { EXIT, Refusal, type Terminal } from './terminal.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What every command is given. */
export interface Context {
	terminal: Terminal;
	env: Environment;
}

/** Nothing was ever written where the database should be, and nothing is now. */
export class NoDatabase extends Refusal {
	constructor(where: string) {
		super(EXIT.database, [m.cli_no_database({ where })]);
	}
}

const patient = (terminal: Terminal) => ({
	patienceMs: LONG_PATIENCE_MS,
	onWait: () => terminal.step(m.cli_waiting())
});

/**
 * Opens and upgrades the configured database for `work`, and closes it whatever happens. Only a command
 * that `fills` it makes one where there is none; the others refuse, and leave nothing behind. One that
 * `waits` says so while another program writes, and takes its turn.
 */
export async function withRepository<T>(
	{ env, terminal }: Context,
	work: (repository: Repository & Archive) => Promise<T>,
	{ fills = false, waits = false }: { fills?: boolean; waits?: boolean } = {}
): Promise<T> {
	const config = readConfig(env);
	const repository = await openRepository(config, waits ? patient(terminal) : {});
	try {
		if (!fills && !(await repository.prepared())) throw new NoDatabase(placeOf(config));
		await repository.migrate();
		return await work(repository);
	} finally {
		await repository.close();
	}
}

const counted = (count: number): string =>
	count === 1 ? m.cli_problem_count_one() : m.cli_problem_count_other({ count });

/** Problems of seed files as one refusal. */
export const refusedFiles = (problems: readonly SeedProblem[]): Refusal =>
	new Refusal(EXIT.refused, [...problems.map(locatedSentence), counted(problems.length)], {
		problems: problems.map((p) => ({ ...p, sentence: locatedSentence(p) }))
	});

/** Any error a command may meet, as the refusal it is; `undefined` for what nobody foresaw. */
export function refusalOf(error: unknown): Refusal | undefined {
	if (error instanceof Refusal) return error;
	if (error instanceof ConfigError)
		return new Refusal(EXIT.wrongCall, error.problems.map(configSentence));
	if (isDatabaseFailure(error)) return new Refusal(EXIT.database, [databaseSentence(error)]);
	if (error instanceof ConflictError) return new Refusal(EXIT.refused, [m.cli_conflict()]);
	if (error instanceof InvalidChangeError)
		return new Refusal(EXIT.refused, [
			...error.problems.map((problem) => locatedSentence(problem)),
			counted(error.problems.length)
		]);
	return undefined;
}
