import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { App } from '#lib/server/app.ts';
import { type Control, ImportCancelledError } from '#lib/server/import/control.ts';
import { errorOf } from '#lib/server/reading/failures.ts';
import { threadBundle } from '#lib/threads/bundle.ts';
import { perform, type Given, type Outcome, type WorkName } from './work.ts';
import type { Request, Said } from './worker.ts';

/** There is none in `npm run dev`, where the work is done among the requests. */
const entry = threadBundle('import-worker', import.meta.url);

const atWork = new Set<Worker>();
process.once('sveltekit:shutdown', () => {
	for (const worker of atWork) worker.postMessage('stop');
});

export interface Following extends Control {
	/** Called when somebody else writes and the work takes its turn. */
	onWait?: () => void;
}

function inThread<N extends WorkName>(
	file: URL,
	request: Request<N>,
	{ signal, onProgress, onWait }: Following
): Promise<Outcome<N>> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(file, { workerData: request });
		atWork.add(worker);
		const stop = (): void => worker.postMessage('stop');
		signal?.addEventListener('abort', stop);
		worker.on('message', (said: Said<N>) => {
			if (said.say === 'step') onProgress?.(said.step);
			else if (said.say === 'waits') onWait?.();
			else if (said.say === 'done') resolve(said.outcome);
			else reject(said.say === 'stopped' ? new ImportCancelledError() : errorOf(said.failure));
		});
		worker.once('error', reject);
		worker.once('exit', () => {
			atWork.delete(worker);
			signal?.removeEventListener('abort', stop);
			reject(new Error('the thread ended before its work'));
		});
	});
}

/**
 * Does the work on a file in a thread of its own, so that the program goes on answering: whatever it
 * takes, memory included, goes with the thread.
 * @throws {ImportCancelledError} once it is stopped, nothing being written, and the repository's errors
 */
export async function aside<N extends WorkName>(
	app: App,
	name: N,
	given: Given<N>,
	following: Following = {}
): Promise<Outcome<N>> {
	const { database } = app;
	if (!entry) return perform(name, app.catalogue.repository, given, following);
	return inThread(entry, { database, locale: getLocale(), name, given }, following);
}
