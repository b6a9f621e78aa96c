import { parentPort, workerData } from 'node:worker_threads';
import { overwriteGetLocale, type Locale } from '#lib/i18n/paraglide/runtime.js';
import type { ImportStep } from '#lib/import/pace.ts';
import type { Config } from '#lib/server/config.ts';
import { LONG_PATIENCE_MS, openRepository } from '#lib/server/database.ts';
import { ImportCancelledError } from '#lib/server/import/control.ts';
import { failureOf } from '#lib/server/reading/failures.ts';
import type { Failure } from '#lib/server/reading/questions.ts';
import { perform, type Given, type Outcome, type WorkName } from './work.ts';

export interface Request<N extends WorkName> {
	database: Pick<Config, 'neo4j' | 'data'>;
	locale: Locale;
	name: N;
	given: Given<N>;
}

/** What the thread says of its work; anything said to it stops it. */
export type Said<N extends WorkName> =
	| { say: 'step'; step: ImportStep }
	/** Somebody else writes: it takes its turn. */
	| { say: 'waits' }
	| { say: 'done'; outcome: Outcome<N> }
	| { say: 'stopped' }
	| { say: 'failed'; failure: Failure };

/** Thread entry: one work on a file, over a connection of its own; what it holds goes with it. */
const { database, locale, name, given }: Request<WorkName> = workerData;
overwriteGetLocale(() => locale);
const tell = (said: Said<WorkName>): void => parentPort?.postMessage(said);

const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort(new ImportCancelledError()));

async function work(): Promise<Said<WorkName>> {
	const repository = await openRepository(database, {
		patienceMs: LONG_PATIENCE_MS,
		onWait: () => tell({ say: 'waits' }),
		signal: stopping.signal
	});
	try {
		await repository.migrate();
		const outcome = await perform(name, repository, given, {
			signal: stopping.signal,
			onProgress: (step) => tell({ say: 'step', step })
		});
		return { say: 'done', outcome };
	} catch (error) {
		if (error instanceof ImportCancelledError) return { say: 'stopped' };
		return { say: 'failed', failure: failureOf(error) };
	} finally {
		await repository.close();
	}
}

tell(await work());
parentPort?.close();
