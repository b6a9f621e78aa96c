import { FIRST_DRAW } from './browser.js';

/** @typedef {import('@playwright/test').Page} Page */

/** The pointer goes over the drawing in big steps. @param {Page} page */
async function sweep(page) {
	const box = await page.locator('[data-drawing]').boundingBox();
	if (!box) throw new Error('the drawing has no box');
	for (let k = 0; k <= 30; k++)
		await page.mouse.move(
			box.x + box.width * (0.1 + (0.8 * k) / 30),
			box.y + box.height * (0.5 + 0.35 * Math.sin(k))
		);
}

/** @param {Page} page */
async function toggle(page) {
	const lines = page.locator('.legend button.line');
	const count = Math.min(4, await lines.count());
	for (let k = 0; k < count; k++)
		for (let twice = 0; twice < 2; twice++) {
			await lines.nth(k).click();
			await frames(page);
		}
}

/** @param {Page} page */
async function select(page) {
	for (let k = 0; k < 4; k++) {
		const { x, y } = await page.evaluate(() => Reflect.get(window, '__bench').nextTarget().at);
		const box = await page.locator('[data-drawing]').boundingBox();
		if (box) await page.mouse.click(box.x + x, box.y + y);
		await frames(page);
	}
	await page.keyboard.press('Escape');
}

/** @param {Page} page */
async function type(page) {
	await page.locator('input[role="combobox"]').first().click();
	for (const letter of 'maison de sante') {
		await page.keyboard.type(letter);
		await frames(page);
	}
	await page.keyboard.press('Escape');
}

/** @param {Page} page */
async function slide(page) {
	const range = page.locator('.slot input[type="range"]').first();
	await range.focus();
	for (let k = 0; k < 8; k++) {
		await page.keyboard.press('ArrowLeft');
		await frames(page);
	}
}

/** @param {Page} page */
const frames = (page) =>
	page.evaluate(
		() =>
			new Promise((resolve) =>
				requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
			)
	);

const DONE = {
	'hover sweep': sweep,
	'legend toggles': toggle,
	selection: select,
	'search typing': type,
	'time slide': slide
};

/**
 * The longest our code blocks the page, task by task: sigma's own work and the browser's are measured
 * apart where they can be, else counted as ours.
 * @param {Page} page @param {import('./sites.js').Network} network
 * @returns {Promise<import('./run.js').Row[]>}
 */
export async function blockedRows(page, network) {
	const blocked = (/** @type {number} */ from, /** @type {number} */ to) =>
		page.evaluate(([a, b]) => Reflect.get(window, '__bench').blocked(a, b), [from, to]);
	const now = () => page.evaluate(() => performance.now());
	// Long tasks are told a little after they end.
	const told = () => page.waitForTimeout(300);
	await told();
	const first = await page.evaluate(
		(mark) => performance.getEntriesByName(mark)[0]?.startTime ?? NaN,
		FIRST_DRAW
	);
	/** @type {Record<string, number>} */
	const worst = { 'first drawing': await blocked(0, first + 1000) };
	for (const [name, act] of Object.entries(DONE)) {
		const from = await now();
		await act(page);
		await told();
		worst[name] = await blocked(from, await now());
	}
	return Object.entries(worst).map(([name, measured]) => ({
		what: `longest our code blocks the page, ${name}, ${network.name}`,
		measured,
		unit: 'ms',
		atMost: 50,
		note: 'long tasks less what is sigma’s or the graphics driver’s in them; 0: none over 50 ms'
	}));
}
