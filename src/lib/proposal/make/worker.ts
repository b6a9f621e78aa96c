import { parentPort, workerData } from 'node:worker_threads';
import { overwriteGetLocale, type Locale } from '#lib/i18n/paraglide/runtime.js';
import type { Dossier } from '../document.ts';
import { writeDossier, type Format } from './write.ts';

export interface DocumentRequest {
	dossier: Dossier;
	format: Format;
	locale: Locale;
}

/** Thread entry: one dossier in, its whole file out. A failure ends the thread, and is told by that. */
const { dossier, format, locale }: DocumentRequest = workerData;
overwriteGetLocale(() => locale);
const file = await writeDossier(dossier, format);
parentPort?.postMessage(file, [file.buffer]);
