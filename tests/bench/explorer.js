// The explorer in use: what a pointer and the legend cost beside a bare refresh of the same graph, how
// long our code blocks the page, the change of view, the exports and the layout in progress.
import { launch, median, ms, openDrawn, report } from './browser.js';
import { exportRows } from './exports.js';
import { measures } from './in-page.js';
import { instrument } from './instrument.js';
import { blockedRows } from './blocked.js';
import { layoutRows } from './live-layout.js';
import { fictional, NATIONAL, site } from './sites.js';
import { suddenMapRows, viewRows } from './views.js';

/** @typedef {import('./run.js').Row} Row */
/** @typedef {import('@playwright/test').Page} Page */

const SMALL = fictional(1000, 3000);
const LARGE = fictional(10_000, 30_000);

/**
 * @param {Page} page @param {'hover' | 'legend'} name @param {number} count
 * @returns {Promise<{ ours: number, theirs: number, frames: number }>} medians in milliseconds
 */
async function against(page, name, count) {
	const { ours, theirs } = await page.evaluate(
		([what, times]) => Reflect.get(window, '__bench')[what](times),
		/** @type {const} */ ([name, count])
	);
	const of = (/** @type {{ work: number }[]} */ list) => median(list.map(({ work }) => work));
	const frames = ours.map((/** @type {{ frames: number }} */ one) => one.frames);
	return { ours: of(ours), theirs: of(theirs), frames: median(frames) };
}

/** @param {Page} page @param {import('./sites.js').Network} network @returns {Promise<Row[]>} */
async function answerRows(page, network) {
	/** @type {Row[]} */
	const rows = [];
	for (const [name, what] of /** @type {const} */ ([
		['hover', 'pointer move to highlighted frame'],
		['legend', 'legend click to redrawn frame']
	])) {
		const { ours, theirs, frames } = await against(page, name, network === NATIONAL ? 4 : 10);
		const note = `${ms(ours)} / ${ms(theirs)}`;
		if (network === SMALL)
			rows.push({
				what: `${what}, ${network.name}, frames of the screen begun`,
				measured: frames,
				unit: '',
				atMost: 1,
				note: `${note} bare, drawn without a graphics card where there is none`
			});
		else
			rows.push({
				what: `${what}, ${network.name} / bare refresh`,
				measured: ours / theirs,
				unit: '×',
				atMost: 1.3,
				note
			});
	}
	return rows;
}

/** What is measured of which networks. */
const PARTS = [
	{ what: 'pointer and legend', of: [SMALL, LARGE, NATIONAL], rows: answerRows },
	{ what: 'layout in progress', of: [SMALL, LARGE], rows: layoutRows },
	{ what: 'page blocked', of: [SMALL, LARGE], rows: blockedRows },
	{ what: 'change of view', of: [SMALL], rows: viewRows },
	{ what: 'map at once', of: [SMALL], rows: suddenMapRows },
	{ what: 'taking away', of: [LARGE], rows: exportRows }
];

const browser = await launch();
/** @type {Row[]} */
const rows = [];
try {
	for (const network of [SMALL, LARGE, NATIONAL]) {
		const served = await site(network);
		if (!served) {
			const note = 'could not be measured here: no such file';
			rows.push({ what: `the explorer in use, ${network.name}`, measured: null, unit: '', note });
			continue;
		}
		const { origin, stop } = served;
		/** A page of its own, so that one measure does not weigh on the next. @param {typeof PARTS[number]} part */
		const measure = async ({ what, rows: measured }) => {
			try {
				const page = await openDrawn(browser, origin + network.page, instrument);
				await page.evaluate(measures);
				await page.locator('[data-drawing][data-state="drawn"]').waitFor({ timeout: 120_000 });
				rows.push(...(await measured(page, network)));
			} catch (error) {
				const note = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
				rows.push({ what: `${what}, ${network.name}`, measured: null, unit: '', atMost: 0, note });
			} finally {
				for (const context of browser.contexts()) await context.close();
			}
		};
		try {
			for (const part of PARTS) if (part.of.includes(network)) await measure(part);
		} finally {
			stop();
		}
	}
} finally {
	await browser.close();
}
report(rows);
