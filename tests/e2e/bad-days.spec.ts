import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server.js';
import { CROWD, fillAwkward, HUB, NAMES } from './awkward.ts';
import { drawingOf, selected, sideOf } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'default' });

let data = '';
let server: Awaited<ReturnType<typeof startServer>>;

test.beforeAll(async () => {
	test.setTimeout(240_000);
	data = mkdtempSync(join(tmpdir(), 'maillage-bad-days-'));
	await fillAwkward(data);
	server = await startServer({ env: { MAILLAGE_DATA: data } });
});
test.afterAll(async () => {
	await server?.stop();
	rmSync(data, { recursive: true, force: true });
});

const errors: string[] = [];
test.beforeEach(({ page }) => {
	errors.length = 0;
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('dialog', (dialog) => errors.push(`dialog: ${dialog.message()}`));
});
test.afterEach(() => expect(errors).toEqual([]));

async function open(page: Page, path: string): Promise<void> {
	await page.goto(server.origin + path);
	await expect(drawingOf(page)).toHaveAttribute('data-state', 'drawn');
	await expect(drawingOf(page)).toHaveAttribute('data-labels', /^\d+$/);
}

test('two thousand ties on one structure: all of them in its sheet, and the drawing follows', async ({
	page
}) => {
	test.slow();
	await open(page, `/projets/prj-crowd?selection=${HUB}`);
	await expect(drawingOf(page)).toHaveAttribute('data-edges', String(CROWD));
	await expect(drawingOf(page)).toHaveAttribute('data-strong', String(2 * CROWD + 1));
	const ties = sideOf(page).getByRole('listitem').filter({ hasText: 'Coopère avec' });
	await expect(ties).toHaveCount(CROWD);
	await expect(sideOf(page).getByRole('heading', { name: `Coopération ${CROWD}` })).toBeVisible();
	await ties.getByRole('button', { name: 'Structure 1999', exact: true }).click();
	await selected(page, 'crowd-1999');
	await expect(
		sideOf(page).getByRole('heading', { name: 'Structure 1999', exact: true })
	).toBeVisible();
	await page.getByRole('link', { name: 'Tableau', exact: true }).click();
	await expect(page.getByRole('heading', { name: `${CROWD} liens` })).toBeVisible();
});

test('half of them at one point and half at none, each stands alone in the drawing', async ({
	page
}) => {
	await open(page, '/projets/prj-names');
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', String(Object.keys(NAMES).length));
	const boxes = String(await drawingOf(page).getAttribute('data-label-boxes')).split(' ');
	const places = boxes.map((box) => box.split(',').slice(5, 7).join(','));
	expect(places.length).toBeGreaterThan(1);
	expect(new Set(places).size).toBe(places.length);
});

for (const width of [1440, 390])
	test(`awkward names are shown as they are, whole, and break no page ${width} px wide`, async ({
		page
	}) => {
		test.slow();
		await page.setViewportSize({ width, height: 844 });
		for (const [id, name] of Object.entries(NAMES)) {
			await open(page, `/projets/prj-names?selection=${id}`);
			if (width === 390) await page.getByRole('button', { name: 'Détails', exact: true }).click();
			await expect(sideOf(page).getByRole('heading', { level: 2 })).toHaveText(name);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(wide, id).toBeLessThanOrEqual(width);
			const panel = sideOf(page).getByRole('tabpanel');
			// The sheet's own style may come a frame after its words.
			await expect
				.poll(() => panel.evaluate((box) => box.scrollWidth - box.clientWidth), { message: id })
				.toBeLessThanOrEqual(0);
		}
		await page.goto(`${server.origin}/projets/prj-names?vue=tableau`);
		for (const name of Object.values(NAMES))
			await expect(page.getByRole('rowheader', { name, exact: true })).toBeVisible();
		await expect(page).toHaveTitle(/names/);
	});

test('a network of one structure, of none, of only isolated ones', async ({ page }) => {
	await open(page, '/projets/prj-one');
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', '1');
	await expect(page.getByText('1 structure affichée')).not.toHaveCount(0);
	await page.getByRole('application').focus();
	await page.keyboard.press('ArrowRight');
	await selected(page, 'only');
	await page.keyboard.press('f');
	await page.keyboard.press('Escape');

	await open(page, '/projets/prj-none');
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', '0');
	await expect(page.getByText('Aucune structure à montrer')).toBeVisible();
	await page.getByRole('application').focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Shift+F10');
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.press('Escape');
	for (const view of ['Tableau', 'Mutualisation', 'Financements'])
		await page.getByRole('link', { name: view, exact: true }).click();

	await open(page, '/projets/prj-isolated');
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', '5');
	await expect(page.getByText('coopérations non documentées').first()).toBeVisible();
	await expect(drawingOf(page)).toHaveAttribute('data-labels', '5');
	await expect(sideOf(page).getByRole('tab', { name: 'À part', exact: true })).toBeVisible();
});

test('a legend that hides everything says so, and one press brings it back', async ({ page }) => {
	await open(page, '/projets/prj-names?masques=ars,project,civil_society');
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', '0');
	await expect(page.getByText('La légende masque tout')).toBeVisible();
	await page
		.locator('.centre')
		.getByRole('button', { name: 'Rétablir l’affichage de départ' })
		.click();
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', String(Object.keys(NAMES).length));
});
