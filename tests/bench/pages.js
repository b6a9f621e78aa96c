// First drawing of the explorer against the floor page, JavaScript before it, and the second visit.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../chromium.js';
import { freePort } from '../server.js';

const ROUNDS = 5;
const NAVIGATION_MS = 120_000;
const MARK = 'maillage:first-draw';
const NETWORK = '/api/v1/projects/fictif-projet-1/network';
const PAGE = '/projets/fictif-projet-1';
const FLOOR = `/__floor/?${encodeURIComponent(NETWORK)}`;
const SIZES = [
	{ nodes: 500, edges: 1500, atMost: 2 },
	{ nodes: 10_000, edges: 30_000, atMost: 1.5 }
];
const root = new URL('../../', import.meta.url).pathname;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** @param {number} nodes @param {number} edges */
async function site(nodes, edges) {
	const data = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
	const filled = spawnSync(
		process.execPath,
		['tests/output/bench/fill.mjs', data, String(nodes), String(edges)],
		{ cwd: root, stdio: 'inherit' }
	);
	if (filled.status !== 0) throw new Error('the database could not be filled');
	const port = await freePort();
	const child = spawn(process.execPath, ['tests/bench/site.js'], {
		cwd: root,
		env: { ...process.env, LOG_LEVEL: 'error', PORT: String(port), MAILLAGE_DATA: data },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await new Promise((resolve, reject) => {
		child.stdout.once('data', resolve);
		child.once('exit', (code) => reject(new Error(`the site ended with ${code}`)));
	});
	const stop = () => {
		child.removeAllListeners('exit');
		child.kill('SIGTERM');
		rmSync(data, { recursive: true, force: true });
	};
	return { origin: `http://127.0.0.1:${port}`, stop };
}

/**
 * One cold visit: a new context has an empty cache.
 * @param {import('@playwright/test').Browser} browser @param {string} url
 */
async function visit(browser, url) {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	try {
		const page = await context.newPage();
		await page.goto(url, { waitUntil: 'commit' });
		await page.waitForFunction(
			(/** @type {string} */ mark) => performance.getEntriesByName(mark).length > 0,
			MARK,
			{ timeout: NAVIGATION_MS, polling: 50 }
		);
		return await page.evaluate((/** @type {string} */ mark) => {
			const at = performance.getEntriesByName(mark)[0]?.startTime ?? NaN;
			const scripts = performance
				.getEntriesByType('resource')
				.filter((entry) => entry instanceof PerformanceResourceTiming)
				.filter((entry) => /\.js(\?|$)/.test(entry.name) && entry.responseEnd <= at);
			return { at, bytes: scripts.reduce((sum, entry) => sum + entry.encodedBodySize, 0) };
		}, MARK);
	} finally {
		await context.close();
	}
}

/** The status of a second visit to the network, with the validator of the first. @param {string} origin */
async function revisit(origin) {
	const first = await fetch(origin + NETWORK);
	const etag = first.headers.get('etag') ?? '';
	const second = await fetch(origin + NETWORK, { headers: { 'if-none-match': etag } });
	return second.status;
}

const executablePath = findChromium();
if (!executablePath) throw new Error('no Chromium found: set CHROMIUM_PATH');
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
/** @type {import('./run.js').Row[]} */
const rows = [];
try {
	for (const { nodes, edges, atMost } of SIZES) {
		const { origin, stop } = await site(nodes, edges);
		try {
			// One visit each that does not count: the server has then built and packed the network.
			await visit(browser, origin + FLOOR);
			await visit(browser, origin + PAGE);
			const floor = [];
			const page = [];
			let bytes = 0;
			for (let round = 0; round < ROUNDS; round++) {
				floor.push((await visit(browser, origin + FLOOR)).at);
				const seen = await visit(browser, origin + PAGE);
				page.push(seen.at);
				bytes = Math.max(bytes, seen.bytes);
			}
			const size = `${nodes.toLocaleString('en')}/${edges.toLocaleString('en')}`;
			rows.push({
				what: `first drawing ${size} / floor page`,
				measured: median(page) / median(floor),
				unit: '×',
				atMost,
				note: `${median(page).toFixed(0)} ms / ${median(floor).toFixed(0)} ms`
			});
			if (nodes !== 500) continue;
			rows.push({
				what: 'JavaScript before the first drawing, compressed',
				measured: bytes / 1000,
				unit: 'kB',
				atMost: 150
			});
			const status = await revisit(origin);
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
if (process.argv[2]) writeFileSync(process.argv[2], JSON.stringify(rows));
else console.log(rows);
