import { expect, test } from '@playwright/test';
import { tabTo } from './tabbing.ts';

test('from the gallery to a project, a structure and its source, with keys alone', async ({
	page
}) => {
	await page.goto('/?region=11');
	await tabTo(page, page.getByRole('link', { name: 'Coopérative de santé Richerand' }), 60);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/^[^?]*\/projets\/prj-scic-richerand/);

	// The table says all the drawing says; « t » shows it.
	const table = page.getByRole('table').first();
	await expect(async () => {
		if (!(await table.isVisible())) await page.keyboard.press('t');
		await expect(table).toBeVisible({ timeout: 1_000 });
	}).toPass();
	const name = { name: 'Institut de Victimologie de Paris' };
	const row = table.getByRole('button', name);
	await tabTo(page, row, 80);
	await page.keyboard.press('Enter');

	// One of its ties, and who says so.
	const side = page.getByRole('complementary', { name: 'Détails' });
	await expect(side.locator('button.verdict').first()).toBeVisible();
	await tabTo(page, side.locator('button.verdict'), 140);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/lien=/);
	await expect(side.getByRole('heading', { level: 2 })).toContainText(name.name);
	const number = side.getByRole('link', { name: /^Source \d+/ });
	await expect(number.first()).toBeVisible();
	await tabTo(page, number, 20);
	await page.keyboard.press('Enter');
	const note = side.locator('li:target');
	await expect(note).toBeFocused();
	await expect(note).toBeInViewport();
	await expect(note).toContainText('Place aux');
	// Out of the tie, the reader is where the structure was chosen.
	await page.keyboard.press('Escape');
	await expect(page).not.toHaveURL(/selection|lien|#/);
	await expect(row.first()).toBeFocused();

	await page.keyboard.press('Enter');
	await tabTo(page, page.locator('.page a[href="/structures/institut-victimologie"]'), 140);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/structures/institut-victimologie');

	const source = page.getByRole('link', { name: /Tout ce qui repose sur elle.*Place aux/ });
	await tabTo(page, source, 140);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/sources/src-richerand-2022');
});

test('out of a footnote, Esc leads back to the drawing, where the walk goes on', async ({
	page
}) => {
	await page.goto('/projets/prj-scic-richerand');
	await expect(page.locator('[data-drawing]')).toHaveAttribute('data-state', 'drawn');
	const stage = page.getByRole('application');
	await tabTo(page, stage, 60);
	await page.keyboard.press('ArrowRight');
	const side = page.getByRole('complementary', { name: 'Détails' });
	await expect(side.locator('sup a').first()).toBeVisible();
	await tabTo(page, side.locator('sup a'), 60);
	await page.keyboard.press('Enter');
	const note = side.locator('li:target');
	await expect(note).toBeFocused();
	const lit = (): Promise<string> =>
		note.evaluate((element) => getComputedStyle(element).backgroundColor);
	expect(await lit()).not.toBe('rgba(0, 0, 0, 0)');
	await page.keyboard.press('Escape');
	await expect(stage).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/selection=/);
});

test('the first key of a page leads past its header', async ({ page }) => {
	await page.goto('/structures');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.getByLabel('Nom ou commune')).toBeFocused();
});

test('a search is written, sent and followed with keys alone', async ({ page }) => {
	await page.goto('/mentions');
	await tabTo(page, page.getByRole('banner').getByRole('searchbox'), 10);
	await page.keyboard.type('victimologie');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/structures?q=victimologie');
	await tabTo(page, page.getByRole('link', { name: 'Institut de Victimologie de Paris' }), 30);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/structures/institut-victimologie');
});
