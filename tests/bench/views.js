import { ms } from './browser.js';

/** Milliseconds without a change after which a view is whole. */
const QUIET = 500;

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
	const isThere = () => centre.querySelector('.reading h2, [data-map], [data-state="drawn"]');
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
 * Every view the explorer has, from the drawing, and back to it.
 * @param {import('@playwright/test').Page} page @param {import('./sites.js').Network} network
 * @returns {Promise<import('./run.js').Row[]>}
 */
export async function viewRows(page, network) {
	const links = page.locator('nav.views a');
	/** @type {{ name: string, shown: number, whole: number, blocked: number }[]} */
	const taken = [];
	for (let k = 1; k < (await links.count()); k++)
		for (const link of [links.nth(k), links.first()]) {
			const href = (await link.getAttribute('href')) ?? '';
			const name = (await link.innerText()).trim();
			taken.push({ name, ...(await page.evaluate(switched, { href, quiet: QUIET })) });
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
