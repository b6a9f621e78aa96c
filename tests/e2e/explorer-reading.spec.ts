import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { drawingOf, legendOf, openDrawn, selected, sideOf } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PATH = '/projets/prj-scic-richerand';
const leave = (page: Page) => page.getByRole('button', { name: 'Quitter le mode lecture' });
const live = (page: Page) => page.locator('.explorer > [role="status"]');
const widthOf = async (page: Page): Promise<number> =>
	(await drawingOf(page).boundingBox())?.width ?? 0;

/** Height of a line of names: the least a name takes, in pixels. */
const nameHeight = async (page: Page): Promise<number> => {
	const boxes = (await drawingOf(page).getAttribute('data-label-boxes')) ?? '';
	return Math.min(...boxes.split(' ').map((box) => Number(box.split(',')[4])));
};

test('the drawing gets the room, names are larger, what edits goes, and one button leads out', async ({
	page
}) => {
	await openDrawn(page, PATH);
	const [width, height] = [await widthOf(page), await nameHeight(page)];
	await expect(page.getByRole('banner')).toBeVisible();
	await legendOf(page).getByRole('button', { name: 'Passer en mode lecture' }).press('Enter');
	await expect(page).toHaveURL(/mode=lecture/);
	await expect(leave(page)).toBeFocused();
	await expect(live(page)).toHaveText(/^Mode lecture\s: \d+ structures affichées/);
	for (const gone of [
		page.getByRole('banner'),
		page.getByRole('contentinfo'),
		page.getByRole('button', { name: 'Emporter' }),
		page.getByRole('button', { name: 'Entourer des structures' }),
		page.getByRole('button', { name: 'Recalculer la disposition' }),
		legendOf(page),
		sideOf(page)
	])
		await expect(gone).toBeHidden();
	await expect.poll(() => widthOf(page)).toBeGreaterThan(width + 500);
	await expect.poll(() => nameHeight(page)).toBeGreaterThan(height * 1.3);
	await expect(page.getByRole('slider', { name: 'Année' })).toBeVisible();
	await expect(page.getByRole('combobox', { name: /de ce réseau/ })).toBeVisible();

	await leave(page).press('Enter');
	await expect(page).not.toHaveURL(/mode=/);
	await expect(legendOf(page)).toBeVisible();
	await expect(page.getByRole('application')).toBeFocused();
	await expect.poll(() => widthOf(page)).toBe(width);
	await expect.poll(() => nameHeight(page)).toBe(height);
});

test('legend and sheet come when asked for, and Esc puts them away', async ({ page }) => {
	await openDrawn(page, `${PATH}?mode=lecture`);
	await page.getByRole('button', { name: 'Légende', exact: true }).click();
	await expect(legendOf(page)).toBeVisible();
	await legendOf(page)
		.getByRole('button', { name: /^Mutualisation/ })
		.click();
	await expect(page).toHaveURL(/mode=lecture/);
	await page.keyboard.press('Escape');
	await expect(legendOf(page)).toBeHidden();
	await page.keyboard.press('/');
	await page.keyboard.type('girci');
	await page.keyboard.press('Enter');
	await selected(page, 'girci-idf');
	await expect(sideOf(page).getByRole('heading', { name: /GIRCI/ }).first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(sideOf(page)).toBeHidden();
	await selected(page, 'girci-idf');
	await page.keyboard.press('Escape');
	await selected(page, '');
	await expect(page.getByRole('application')).toBeFocused();
});

test('L leads in and out from any view; a shared address keeps it, without JavaScript too', async ({
	page,
	browser
}) => {
	await openDrawn(page, `${PATH}?vue=reseau`);
	await page.keyboard.press('l');
	await expect(leave(page)).toBeVisible();
	await page.getByRole('link', { name: 'Tableau', exact: true }).click();
	await expect(page.getByRole('table').first()).toBeVisible();
	await expect(leave(page)).toBeVisible();
	await page.reload();
	await expect(leave(page)).toBeVisible();
	// Buttons instead of links: the page is alive and hears its keys.
	await expect(page.locator('.reading button').first()).toBeVisible();
	await expect(page.getByRole('banner')).toBeHidden();
	await page.keyboard.press('l');
	await expect(page.getByRole('banner')).toBeVisible();
	const context = await browser.newContext({ javaScriptEnabled: false });
	const still = await context.newPage();
	await still.goto(new URL(`${PATH}?mode=lecture&vue=tableau`, page.url()).href);
	await expect(still.getByRole('table').first()).toBeVisible();
	await context.close();
});

test('on a phone too', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openDrawn(page, `${PATH}?mode=lecture`);
	await expect(page.getByRole('banner')).toBeHidden();
	const box = await leave(page).boundingBox();
	expect(box?.height).toBeGreaterThanOrEqual(44);
	await page.getByRole('button', { name: 'Légende', exact: true }).click();
	await expect(legendOf(page)).toBeVisible();
	await legendOf(page).getByRole('button', { name: 'Fermer' }).click();
	await expect(legendOf(page)).toBeHidden();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await leave(page).click();
	await expect(page.getByRole('banner')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`axe finds nothing in reading mode, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await openDrawn(page, `${PATH}?mode=lecture`);
		const { violations, passes } = await new AxeBuilder({ page }).analyze();
		expect(passes.length).toBeGreaterThan(10);
		expect(
			violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`))
		).toEqual([]);
	});
