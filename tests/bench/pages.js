// First drawing of the explorer against the floor page, JavaScript before it, and the second visit.
import { FIRST_DRAW, launch, median, ms, openDrawn, report } from './browser.js';
import { fictional, NATIONAL, site } from './sites.js';

const SIZES = [
	{ network: fictional(500, 1500), atMost: 2, rounds: 7 },
	{ network: fictional(10_000, 30_000), atMost: 1.5, rounds: 5 },
	{ network: NATIONAL, atMost: 1.5, rounds: 3 }
];

/**
 * One cold visit: when the first drawing was there, and the bytes of scripts it took.
 * @param {import('@playwright/test').Browser} browser @param {string} url
 */
async function visit(browser, url) {
	const page = await openDrawn(browser, url);
	try {
		return await page.evaluate((/** @type {string} */ mark) => {
			const at = performance.getEntriesByName(mark)[0]?.startTime ?? NaN;
			const fetched = performance
				.getEntriesByType('resource')
				.filter((entry) => entry instanceof PerformanceResourceTiming);
			const scripts = fetched.filter((e) => /\.js(\?|$)/.test(e.name) && e.responseEnd <= at);
			const networks = fetched.filter((e) => /\/network\?/.test(e.name));
			return {
				at,
				bytes: scripts.reduce((sum, entry) => sum + entry.encodedBodySize, 0),
				payload: Math.max(0, ...networks.map((entry) => entry.encodedBodySize))
			};
		}, FIRST_DRAW);
	} finally {
		await page.context().close();
	}
}

/** The status of a second visit to a network, with the validator of the first. @param {string} url */
async function revisit(url) {
	const first = await fetch(url);
	const etag = first.headers.get('etag') ?? '';
	const second = await fetch(url, { headers: { 'if-none-match': etag } });
	return second.status;
}

const browser = await launch();
/** @type {import('./run.js').Row[]} */
const rows = [];
try {
	for (const { network, atMost, rounds } of SIZES) {
		const what = `first drawing ${network.name} / floor page`;
		const served = await site(network);
		if (!served) {
			rows.push({
				what,
				measured: null,
				unit: '×',
				note: 'could not be measured here: no such file'
			});
			continue;
		}
		const { origin, stop } = served;
		const urls = {
			floor: `${origin}/__floor/?${encodeURIComponent(network.api)}`,
			page: origin + network.page
		};
		try {
			// One visit each that does not count: the server has then built and packed the network.
			await visit(browser, urls.floor);
			await visit(browser, urls.page);
			const floor = [];
			const page = [];
			let bytes = 0;
			let payload = 0;
			for (let round = 0; round < rounds; round++) {
				floor.push((await visit(browser, urls.floor)).at);
				const seen = await visit(browser, urls.page);
				page.push(seen.at);
				bytes = Math.max(bytes, seen.bytes);
				payload = Math.max(payload, seen.payload);
			}
			rows.push({
				what,
				measured: median(page) / median(floor),
				unit: '×',
				atMost,
				note: `${ms(median(page))} / ${ms(median(floor))}`
			});
			if (network === NATIONAL)
				rows.push({
					what: `network ${network.name} as it travelled, compressed`,
					measured: payload / 1e6,
					unit: 'MB',
					atMost: 2
				});
			if (network !== SIZES[0]?.network) continue;
			rows.push({
				what: 'JavaScript before the first drawing, compressed',
				measured: bytes / 1000,
				unit: 'kB',
				atMost: 150
			});
			const status = await revisit(origin + network.api);
			rows.push({
				what: 'network fetched again with its ETag: answers that are not 304',
				measured: status === 304 ? 0 : 1,
				unit: '',
				atMost: 0,
				note: String(status)
			});
		} finally {
			stop();
		}
	}
} finally {
	await browser.close();
}
report(rows);
