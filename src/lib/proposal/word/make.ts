import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Dossier } from '../document.ts';
import type { WordRequest } from './worker.ts';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The thread's bundle, wherever the build has put this module: beside it or above. */
const entry = ['./', '../', '../../', '../../../']
	.map((up) => new URL(`${up}word-worker.js`, import.meta.url))
	.find((url) => url.protocol === 'file:' && existsSync(url));

let last: Promise<unknown> = Promise.resolve();

function inThread(file: URL, request: WordRequest): Promise<Uint8Array<ArrayBuffer>> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(file, { workerData: request });
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', () => reject(new Error('the document was not finished')));
	});
}

/**
 * The dossier as a Word file, in the current language. Written in a thread of its own, since laying
 * out its pages takes a second: other requests go on. One at a time. @throws what went wrong in there
 */
export async function makeWord(dossier: Dossier): Promise<Uint8Array<ArrayBuffer>> {
	// `npm run dev` and tests have no bundle to start a thread from.
	if (!entry) return (await import('./document.ts')).writeWord(dossier);
	const locale = getLocale();
	const made = last.then(() => inThread(entry, { dossier, locale }));
	last = made.catch(() => undefined);
	return made;
}
