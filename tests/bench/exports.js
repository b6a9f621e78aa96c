import { ms } from './browser.js';

/** Milliseconds a file is waited for: well over what it may take. */
const PATIENCE = 60_000;

/**
 * Every button of the dialog that takes the network away, and whether a worker wrote the file.
 * @param {import('@playwright/test').Page} page @param {import('./sites.js').Network} network
 * @returns {Promise<import('./run.js').Row[]>}
 */
export async function exportRows(page, network) {
	await page.locator('button.takeaway').click();
	const dialog = page.getByRole('dialog');
	// A frame's code and an address are text to copy, not files.
	const buttons = dialog
		.locator('li button')
		.filter({ hasNotText: /embed|intégr|address|adresse/i });
	/** What a page made ready adds: a button that saves it. */
	const ready = dialog.locator('li button.primary');
	await buttons.first().waitFor();
	let workers = 0;
	page.on('worker', () => workers++);
	/** @type {{ name: string, took: number, blocked: number, worker: boolean, saved: boolean }[]} */
	const taken = [];
	for (let k = 0; k < (await buttons.count()); k++) {
		const button = buttons.nth(k);
		const name = (await button.getAttribute('aria-label')) ?? (await button.innerText());
		const before = workers;
		const from = await page.evaluate(() => performance.now());
		const start = performance.now();
		const saved = await button.evaluate((one) => one.classList.contains('primary'));
		const waiting = await ready.count();
		const [ended] = await Promise.all([
			Promise.race([
				page.waitForEvent('download', { timeout: PATIENCE }),
				ready.nth(waiting).waitFor({ timeout: PATIENCE })
			]).then(
				(download) => ({ download }),
				() => undefined
			),
			button.click({ timeout: PATIENCE })
		]);
		if (ended?.download) await ended.download.path();
		const took = performance.now() - start;
		await page.waitForTimeout(300);
		taken.push({
			name: `${name.split('\n')[0]}${ended ? '' : ' (nothing came)'}`,
			took,
			blocked: await page.evaluate((at) => Reflect.get(window, '__bench').blocked(at), from),
			worker: workers > before,
			saved
		});
	}
	const slowest = taken.reduce((a, b) => (b.took > a.took ? b : a));
	// What only hands over a file that was made ready writes none.
	const onPage = taken.filter(({ worker, saved }) => !worker && !saved);
	return [
		{
			what: `taking away ${network.name}, slowest of ${taken.length}`,
			measured: slowest.took / 1000,
			unit: 's',
			atMost: 5,
			note: taken.map(({ name, took }) => `${name} ${ms(took)}`).join(', ')
		},
		{
			what: `taking away ${network.name}, files not written in a worker`,
			measured: onPage.length,
			unit: '',
			atMost: 0,
			note: onPage.map(({ name }) => name).join(', ')
		},
		{
			what: `longest the page is blocked, taking away ${network.name}`,
			measured: Math.max(...taken.map(({ blocked }) => blocked)),
			unit: 'ms',
			note: taken.map(({ name, blocked }) => `${name} ${ms(blocked)}`).join(', ')
		}
	];
}
