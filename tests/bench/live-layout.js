import { median, ms } from './browser.js';

/**
 * What a pointer waits for with the layout at work in its worker, and without.
 * @param {import('@playwright/test').Page} page @param {import('./sites.js').Network} network
 * @returns {Promise<import('./run.js').Row[]>}
 */
export async function layoutRows(page, network) {
	const hover = async () => {
		/** @type {{ ours: { wall: number }[] }} */
		const { ours } = await page.evaluate(() => Reflect.get(window, '__bench').hover(12));
		return ours.map(({ wall }) => wall);
	};
	const still = await hover();
	await page.locator('.controls .layout').click();
	const moving = await hover();
	return [
		{
			what: `pointer move to highlighted frame, ${network.name}, layout running / still`,
			measured: median(moving) / median(still),
			unit: '×',
			atMost: 1.3,
			note: `${ms(median(moving))} / ${ms(median(still))}; slowest ${ms(Math.max(...moving))}`
		}
	];
}
