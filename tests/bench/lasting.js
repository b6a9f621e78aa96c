// What opening and leaving the explorer again and again leaves behind.
import { launch, openDrawn, report } from './browser.js';
import { fictional, site } from './sites.js';

const TIMES = 50;
/** Turns before anything is counted: what is fetched once, and compiled as it is used again, is there by then. */
const FIRST = 20;
const NETWORK = fictional(500, 1500);

const served = await site(NETWORK);
if (!served) throw new Error('the site could not be started');
const browser = await launch();
try {
	const page = await openDrawn(browser, served.origin + NETWORK.page, () => {
		/** @type {WeakRef<WebGL2RenderingContext>[]} */
		const contexts = [];
		Reflect.set(window, '__contexts', contexts);
		HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
			apply(get, self, given) {
				const context = Reflect.apply(get, self, given);
				if (context instanceof WebGL2RenderingContext) contexts.push(new WeakRef(context));
				return context;
			}
		});
	});
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const left = async () => {
		// What is let go in one round lets go of more.
		for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
		const { metrics } = await session.send('Performance.getMetrics');
		const of = (/** @type {string} */ name) => metrics.find((m) => m.name === name)?.value ?? NaN;
		return {
			heap: of('JSHeapUsedSize'),
			listeners: of('JSEventListeners'),
			nodes: of('Nodes'),
			workers: page.workers().length,
			contexts: await page.evaluate(
				() =>
					new Set(
						Reflect.get(window, '__contexts')
							.map((/** @type {WeakRef<WebGL2RenderingContext>} */ ref) => ref.deref())
							.filter(
								(/** @type {WebGL2RenderingContext | undefined} */ gl) => gl && !gl.isContextLost()
							)
					).size
			)
		};
	};
	const drawing = page.locator('[data-drawing]');
	const away = async () => {
		await page.locator('a.back').click();
		await drawing.waitFor({ state: 'detached' });
	};
	const opened = async () => {
		await page.goBack();
		await page.locator('[data-drawing][data-state="drawn"]').waitFor();
		// Left with a layout at work: its worker must go with the page.
		await page.locator('.controls .layout').click();
	};
	await away();
	for (let turn = 0; turn < FIRST; turn++) {
		await opened();
		await away();
	}
	const before = await left();
	for (let turn = 0; turn < TIMES; turn++) {
		await opened();
		await away();
	}
	await page.waitForTimeout(1000);
	const after = await left();
	const what = `opening and leaving the explorer ${TIMES} times`;
	report([
		{ what: `${what}, WebGL contexts left`, measured: after.contexts, unit: '', atMost: 0 },
		{ what: `${what}, workers left`, measured: after.workers, unit: '', atMost: 0 },
		{
			what: `${what}, listeners added`,
			measured: after.listeners - before.listeners,
			unit: '',
			atMost: 0,
			note: `${before.listeners} before, ${after.listeners} after`
		},
		{
			what: `${what}, heap added`,
			measured: (100 * (after.heap - before.heap)) / before.heap,
			unit: '%',
			atMost: 5,
			note: `${(before.heap / 1e6).toFixed(1)} MB before, ${(after.heap / 1e6).toFixed(1)} MB after`
		}
	]);
} finally {
	await browser.close();
	served.stop();
}
