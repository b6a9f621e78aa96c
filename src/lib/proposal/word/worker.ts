import { parentPort, workerData } from 'node:worker_threads';
import { overwriteGetLocale, type Locale } from '#lib/i18n/paraglide/runtime.js';
import type { Dossier } from '../document.ts';
import { writeWord } from './document.ts';

export interface WordRequest {
	dossier: Dossier;
	locale: Locale;
}

/** Thread entry: one dossier in, its Word file out. A failure ends the thread, and is told by that. */
const { dossier, locale }: WordRequest = workerData;
overwriteGetLocale(() => locale);
const file = await writeWord(dossier);
parentPort?.postMessage(file, [file.buffer]);
