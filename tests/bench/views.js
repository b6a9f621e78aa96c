import { ms } from './browser.js';

/** Milliseconds without a change after which a view is whole. */
const QUIET = 500;
/** Milliseconds between a pointer's coming to a name and its pressing it. */
const NEAR = 200;

/**
 * From the click on a view's name to the frame that shows it, to the frame that holds all of it, and
 * how long the page was blocked meanwhile. The first time: its program is fetched then. Runs in the page.
 * @param {{ href: string, quiet: number }} asked
 */
async function switched({ href, quiet }) {
	const link = [...document.querySelectorAll('nav.views a')].find(
		(each) => each.getAttribute('href') === href
	);
	const centre = document.querySelector('section.centre');
	if (!(link instanceof HTMLElement) || !centre) throw new Error('no such view');
	// A drawing and a map that stay while another view is read bear these names only when looked at. A
	// map shows who is where, then its ground: it is then whole.
	const drawn =
		'[data-map]:is([data-state="coming"], [data-state="drawn"]), [data-drawing][data-state="drawn"]';
	const isThere = () => centre.querySelector(`.reading h2, ${drawn}`);
	let shown = 0;
	let last = 0;
	const observer = new MutationObserver(() => {
		const there = isThere();
		requestAnimationFrame(() =>
			setTimeout(() => {
				last = performance.now();
				if (there && shown === 0) shown = last;
			})
		);
	});
	observer.observe(centre, { childList: true, subtree: true, attributeFilter: ['data-state'] });
	const start = performance.now();
	link.click();
	const limit = start + 20_000;
	while (performance.now() < limit) {
		await new Promise((resolve) => setTimeout(resolve, 20));
		const busy = centre.querySelector('[aria-busy="true"]');
		if (shown > 0 && performance.now() - last > quiet && !busy) break;
	}
	observer.disconnect();
	if (shown === 0) throw new Error('the view did not change');
	const blocked = Reflect.get(window, '__bench').blocked(start);
	return { shown: shown - start, whole: last - start, blocked };
}

/**
 * @param {import('@playwright/test').Page} page @param {import('@playwright/test').Locator} link
 * @returns {Promise<{ name: string, shown: number, whole: number, blocked: number }>}
 */
async function change(page, link) {
	const href = (await link.getAttribute('href')) ?? '';
	const name = (await link.innerText()).trim();
	return { name, ...(await page.evaluate(switched, { href, quiet: QUIET })) };
}

/**
 * Every view the explorer has, from the drawing, and back to it: a pointer comes to its name, then
 * presses it.
 * @param {import('@playwright/test').Page} page @param {import('./sites.js').Network} network
 * @returns {Promise<import('./run.js').Row[]>}
 */
export async function viewRows(page, network) {
	const links = page.locator('nav.views a');
	/** @type {Awaited<ReturnType<typeof change>>[]} */
	const taken = [];
	for (let k = 1; k < (await links.count()); k++)
		for (const link of [links.nth(k), links.first()]) {
			await link.hover();
			await page.waitForTimeout(NEAR);
			taken.push(await change(page, link));
		}
	const row = (
		/** @type {string} */ what,
		/** @type {'shown' | 'whole' | 'blocked'} */ which,
		/** @type {number | undefined} */ atMost
	) => ({
		what: `${what}, ${network.name}`,
		measured: Math.max(...taken.map((one) => one[which])),
		unit: 'ms',
		...(atMost === undefined ? {} : { atMost }),
		note: taken.map((one) => `${one.name} ${ms(one[which])}`).join(', ')
	});
	return [
		row(`change of view until it is shown, slowest of ${taken.length}`, 'shown', 300),
		row('change of view until its last line is there, slowest', 'whole', undefined),
		row('longest our code blocks the page, change of view', 'blocked', 50)
	];
}

/**
 * The heaviest program, asked for by a key as soon as the network is drawn: nobody saw it coming.
 * @param {import('@playwright/test').Page} page @param {import('./sites.js').Network} network
 * @returns {Promise<import('./run.js').Row[]>}
 */
export async function suddenMapRows(page, network) {
	const { shown } = await change(page, page.locator('nav.views a[href*="vue=carte"]'));
	const what = `map pressed at once, unannounced, until it is shown, ${network.name}`;
	return [{ what, measured: shown, unit: 'ms' }];
}
