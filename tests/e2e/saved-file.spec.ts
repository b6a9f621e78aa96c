import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page, type TestInfo } from '@playwright/test';
import {
	drawingOf,
	expectDrawn,
	expectedIn,
	legendOf,
	networkAt,
	openDrawn,
	selected,
	sideOf
} from './explorer-page.ts';

/** Takes the page away as one HTML file and gives where it is on the disk. */
async function savedFrom(page: Page, testInfo: TestInfo): Promise<string> {
	await page.getByRole('button', { name: 'Emporter' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: /^Fichier HTML/ }).click();
	await expect(dialog.getByRole('status')).toContainText(/prêt.*\d\u00a0Mo/);
	const saved = page.waitForEvent('download');
	await dialog.getByRole('button', { name: /^Enregistrer le fichier/ }).click();
	const path = testInfo.outputPath('reseau.html');
	await (await saved).saveAs(path);
	return path;
}

/** Opens a file in a browser without network; `asked` and `faults` must stay empty. */
async function openOffline(browser: Browser, path: string) {
	const context = await browser.newContext({
		offline: true,
		viewport: { width: 1440, height: 900 }
	});
	const page = await context.newPage();
	const asked: string[] = [];
	const faults: string[] = [];
	page.on('request', (request) => {
		const url = request.url();
		if (!/^(file|data|blob):/.test(url)) asked.push(url);
	});
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	page.on('pageerror', (error) => faults.push(String(error)));
	await page.goto(pathToFileURL(path).href);
	return { page, asked, faults, close: () => context.close() };
}

// A whole page saved, opened and read, on a busy machine.
test.setTimeout(180_000);

const CASES = [
	{ path: '/demonstration', api: '/demonstration/api', of: '/demonstration/api/network' },
	{
		path: '/projets/prj-scic-richerand',
		api: '/api/v1',
		of: '/api/v1/projects/prj-scic-richerand/network'
	}
];

for (const { path, api, of } of CASES)
	test(`${path} saved as a file opens without network and answers as the page does`, async ({
		page,
		browser
	}, testInfo) => {
		const network = await networkAt(page, of);
		await openDrawn(page, path);
		const title = await page.getByRole('heading', { level: 1 }).innerText();
		const file = await openOffline(browser, await savedFrom(page, testInfo));
		const saved = file.page;
		await expectDrawn(saved, expectedIn(network));
		await expect(saved.getByRole('heading', { level: 1 })).toHaveText(title);
		await expect(saved.getByText(/réseau enregistré le/)).toBeVisible();

		await test.step('the legend filters, and reload keeps it', async () => {
			await legendOf(saved)
				.getByRole('button', { name: /^Coopération/ })
				.click();
			const without = expectedIn(network, ['sharing', 'funding']);
			await expectDrawn(saved, without);
			await saved.reload();
			await expectDrawn(saved, without);
			await legendOf(saved)
				.getByRole('button', { name: /^Rétablir/ })
				.click();
			await expectDrawn(saved, expectedIn(network));
		});

		await test.step('search selects, and the sheet says its source', async () => {
			const shown = expectedIn(network);
			const tie = shown.edges.find(
				(edge) => edge.family === 'cooperation' && edge.sources.length > 0
			);
			const node = shown.nodes.find(({ id }) => id === tie?.source);
			if (!tie || !node) throw new Error('nothing to look for');
			const search = saved.getByRole('combobox', { name: /^Chercher/ });
			await search.fill(node.name);
			await search.press('Enter');
			await selected(saved, node.id);
			const { node: source } = await (
				await page.request.get(`${api}/sources/${tie.sources[0]}`)
			).json();
			const line = sideOf(saved).getByRole('listitem').filter({ hasText: source.name }).last();
			await expect(line).toBeVisible();
			if (source.url) await expect(line.getByRole('link')).toHaveAttribute('href', source.url);
			await sideOf(saved)
				.getByRole('button', { name: /Revenir à l.ensemble/ })
				.click();
		});

		await test.step('the table holds what is drawn', async () => {
			await saved.getByRole('link', { name: 'Tableau', exact: true }).click();
			const rows = saved.getByRole('table').first().getByRole('row');
			await expect.poll(() => rows.count()).toBeGreaterThan(5);
			await expect(saved.getByRole('table')).toHaveCount(2);
			await saved.getByRole('link', { name: 'Réseau', exact: true }).click();
			await expectDrawn(saved, expectedIn(network));
		});

		await test.step('the layout runs in the file, and both themes are there', async () => {
			await saved.getByRole('button', { name: 'Recalculer la disposition' }).click();
			await expect(saved.getByText('Disposition stable')).toBeVisible({ timeout: 60_000 });
			const ground = () =>
				saved.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
			const light = await ground();
			await saved.getByRole('button', { name: 'Passer au thème sombre' }).click();
			await expect.poll(ground).not.toBe(light);
		});

		const { violations } = await new AxeBuilder({ page: saved }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
		expect(file.faults).toEqual([]);
		expect(file.asked).toEqual([]);
		await file.close();
	});

test('a saved file opens on the view it was saved from, in its language, and no text escapes its block', async ({
	page,
	browser
}, testInfo) => {
	await openDrawn(page, '/demonstration?familles=sharing&selection=fictif-hopital-des-songes');
	const path = await savedFrom(page, testInfo);
	const text = readFileSync(path, 'utf8');
	expect(text).toContain('<html lang="fr"');
	expect(text.match(/<script/g)).toHaveLength(4);
	// Whatever asks a server has a stand-in in src/bin/build-file.js.
	expect(text).not.toMatch(/\bfetch\(/);
	const file = await openOffline(browser, path);
	await selected(file.page, 'fictif-hopital-des-songes');
	await expect(drawingOf(file.page)).toHaveAttribute('data-state', 'drawn');
	await expect(legendOf(file.page).getByRole('button', { name: /^Coopération/ })).toHaveAttribute(
		'aria-pressed',
		'false'
	);
	await expect(file.page.getByText(/Territoire fictif/).first()).toBeVisible();
	expect(file.faults).toEqual([]);
	await file.close();
});
