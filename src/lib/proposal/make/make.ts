import { Worker } from 'node:worker_threads';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { threadBundle } from '#lib/threads/bundle.ts';
import type { Dossier } from '../document.ts';
import type { DocumentRequest } from './worker.ts';
import type { Format } from './write.ts';

const entry = threadBundle('document-worker', import.meta.url);

let last: Promise<unknown> = Promise.resolve();

function inThread(file: URL, request: DocumentRequest): Promise<Uint8Array<ArrayBuffer>> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(file, { workerData: request });
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', () => reject(new Error('the document was not finished')));
	});
}

/**
 * The dossier as a file, in the current language, whole or not at all. Written in a thread of its own,
 * since laying out its pages takes seconds: other requests go on. One at a time.
 * @throws what went wrong in there
 */
export async function makeDocument(
	dossier: Dossier,
	format: Format
): Promise<Uint8Array<ArrayBuffer>> {
	if (!entry) return (await import('./write.ts')).writeDossier(dossier, format);
	const locale = getLocale();
	const made = last.then(() => inThread(entry, { dossier, format, locale }));
	last = made.catch(() => undefined);
	return made;
}
