/** A screen reader simulated in the page: what it says going from one end of it to the other, and when something changes. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

interface Reader {
	start(options: { container: Element }): Promise<void>;
	stop(): Promise<void>;
	next(): Promise<void>;
	lastSpokenPhrase(): Promise<string>;
	spokenPhraseLog(): Promise<string[]>;
}
declare global {
	interface Window {
		virtualReader?: Reader;
	}
}

const bundle = new URL(
	'./index.browser.js',
	import.meta.resolve('@guidepup/virtual-screen-reader')
);

/** Starts reading `main`. The page must let the program in: `bypassCSP`. */
export async function startReader(page: Page): Promise<void> {
	const program = readFileSync(bundle, 'utf8').replace(
		/export *\{.*?([\w$]+) as virtual\}/u,
		'window.virtualReader=$1'
	);
	await page.addScriptTag({ type: 'module', content: program });
	await page.waitForFunction(() => window.virtualReader !== undefined);
	await page.evaluate(async () => {
		const container = document.querySelector('main');
		if (container) await window.virtualReader?.start({ container });
	});
}

/** Everything it says from the beginning of `main` to its end. */
export async function readThrough(page: Page): Promise<string[]> {
	const said = await page.evaluate(async () => {
		const reader = window.virtualReader;
		if (!reader) return [];
		for (let step = 0; step < 5000; step++) {
			await reader.next();
			if ((await reader.lastSpokenPhrase()) === 'end of main') break;
		}
		return reader.spokenPhraseLog();
	});
	// A browser that runs scripts holds what is for those that do not as plain characters.
	return said
		.filter((phrase) => !phrase.startsWith('<'))
		.map((phrase) => phrase.replace(/\s+/gu, ' '));
}

/** What it said by itself since the beginning, because something changed: each once, in order. */
export const announced = (page: Page): Promise<string[]> =>
	page.evaluate(async () =>
		((await window.virtualReader?.spokenPhraseLog()) ?? [])
			.filter((phrase) => /^(polite|assertive): /u.test(phrase))
			.map((phrase) => phrase.replace(/^\w+: /u, '').replace(/\s+/gu, ' '))
			// What is emptied is not spoken.
			.filter((phrase) => phrase.trim() !== '')
	);
