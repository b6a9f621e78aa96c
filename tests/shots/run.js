// Screenshots of every page: three widths, two themes, two languages, into tests/output/shots.
// Usage: npm run shots [-- part-of-a-page-name …]
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../chromium.js';
import { startServer } from '../server.js';

/** @type {Record<string, string>} */
const PAGES = {
	gallery: '/',
	demonstration: '/demonstration',
	richerand: '/projets/prj-scic-richerand',
	marsoins: '/projets/prj-marsoins',
	ecosystem: '/ecosysteme',
	structures: '/structures',
	'a-part': '/isolees?departement=93',
	dossier: '/projets/prj-scic-richerand/dossier',
	changes: '/projets/prj-scic-richerand/changements?de=2016&a=2023',
	importer: '/importer',
	region: '/regions/11',
	legal: '/mentions',
	accessibility: '/accessibilite'
};
const WIDTHS = [1440, 1024, 390];

const wanted = process.argv.slice(2);
const pages = Object.entries(PAGES).filter(
	([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part))
);
const out = new URL('../output/shots/', import.meta.url).pathname;
mkdirSync(out, { recursive: true });

const executablePath = findChromium();
const server = await startServer();
const browser = await chromium.launch({
	...(executablePath ? { executablePath } : {}),
	args: CHROMIUM_ARGS
});
try {
	for (const width of WIDTHS)
		for (const colorScheme of /** @type {const} */ (['light', 'dark']))
			for (const locale of ['fr-FR', 'en-GB']) {
				const context = await browser.newContext({
					viewport: { width, height: width === 390 ? 844 : 900 },
					colorScheme,
					locale,
					reducedMotion: 'reduce'
				});
				const page = await context.newPage();
				for (const [name, path] of pages) {
					await page.goto(server.origin + path, { waitUntil: 'networkidle' });
					const file = `${name}-${width}-${colorScheme}-${locale.slice(0, 2)}.png`;
					await page.screenshot({ path: out + file });
					console.log(file);
				}
				await context.close();
			}
} finally {
	await browser.close();
	await server.stop();
}
