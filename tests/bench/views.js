import { ms } from './browser.js';

/** Milliseconds without a change after which a view is there. */
const QUIET = 500;

/**
 * From the click on a view's name to the frame that shows all of it, the first time: its program is
 * fetched then. Runs in the page. @param {{ href: string, quiet: number }} asked
 */
async function switched({ href, quiet }) {
	const link = [...document.querySelectorAll('nav.views a')].find(
		(each) => each.getAttribute('href') === href
	);
	const centre = document.querySelector('section.centre');
	if (!(link instanceof HTMLElement) || !centre) throw new Error('no such view');
	let last = 0;
	const observer = new MutationObserver(() =>
		requestAnimationFrame(() => setTimeout(() => (last = performance.now())))
	);
	observer.observe(centre, { childList: true, subtree: true, characterData: true });
	const start = performance.now();
	link.click();
	const limit = start + 20_000;
	while (performance.now() < limit) {
		await new Promise((resolve) => setTimeout(resolve, 20));
		if (last > 0 && performance.now() - last > quiet) break;
	}
	observer.disconnect();
	if (last === 0) throw new Error('the view did not change');
	return last - start;
}

/**
 * Every view the explorer has, from the drawing, and back to it.
 * @param {import('@playwright/test').Page} page @param {import('./sites.js').Network} network
 * @returns {Promise<import('./run.js').Row[]>}
 */
export async function viewRows(page, network) {
	const links = page.locator('nav.views a');
	/** @type {{ name: string, took: number }[]} */
	const taken = [];
	for (let k = 1; k < (await links.count()); k++)
		for (const link of [links.nth(k), links.first()]) {
			const href = (await link.getAttribute('href')) ?? '';
			const name = (await link.innerText()).trim();
			taken.push({ name, took: await page.evaluate(switched, { href, quiet: QUIET }) });
		}
	const worst = taken.reduce((a, b) => (b.took > a.took ? b : a));
	return [
		{
			what: `change of view, ${network.name}, slowest of ${taken.length}`,
			measured: worst.took,
			unit: 'ms',
			atMost: 300,
			note: taken.map(({ name, took }) => `${name} ${ms(took)}`).join(', ')
		}
	];
}
