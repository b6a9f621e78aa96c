import { writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../chromium.js';

/** @typedef {import('./run.js').Row} Row */

const NAVIGATION_MS = 180_000;
export const FIRST_DRAW = 'maillage:first-draw';

/** @param {readonly number[]} values */
export const median = (values) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** @param {number} value */
export const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export function launch() {
	const executablePath = findChromium();
	if (!executablePath) throw new Error('no Chromium found: set CHROMIUM_PATH');
	return chromium.launch({ executablePath, args: CHROMIUM_ARGS });
}

/**
 * A page in a new context, whose cache is empty, at an address whose drawing has been drawn.
 * @param {import('@playwright/test').Browser} browser @param {string} url
 * @param {() => void} [before] runs in the page before anything else
 */
export async function openDrawn(browser, url, before) {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	if (before) await page.addInitScript(before);
	await page.goto(url, { waitUntil: 'commit' });
	await page.waitForFunction(
		(/** @type {string} */ mark) => performance.getEntriesByName(mark).length > 0,
		FIRST_DRAW,
		{ timeout: NAVIGATION_MS, polling: 50 }
	);
	return page;
}

/** Hands the rows to `run.js`, which named a file for them. @param {Row[]} rows */
export function report(rows) {
	if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify(rows));
	else console.log(rows);
}
