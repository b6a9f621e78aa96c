import { expect, test } from '@playwright/test';
import {
	expectDrawn,
	expectedIn,
	legendOf,
	networkAt,
	openDrawn,
	selected,
	sideOf
} from './explorer-page.ts';

test.setTimeout(120_000);

test('without network the page says so, works on what it has, and finds the rest again', async ({
	page,
	context
}) => {
	const network = await networkAt(page, '/demonstration/api/network');
	const [before, after] = expectedIn(network).nodes.filter(({ label }) => label === 'Actor');
	if (!before || !after) throw new Error('two structures are needed');
	await openDrawn(page, `/demonstration?selection=${before.id}`);
	const side = sideOf(page);
	await expect(side.getByRole('heading', { name: before.name, exact: true })).toBeVisible();
	await expect(side.getByRole('button', { name: /Revenir/ })).toBeVisible();
	await expect(side.getByText('Chargement')).toHaveCount(0);
	// What is fetched when first used has come.
	await expect(page.locator('html')).toHaveAttribute('data-ahead', 'loaded', { timeout: 60_000 });

	await context.setOffline(true);
	const notice = page.getByRole('status').filter({ hasText: 'Hors connexion' });
	await expect(notice).toBeVisible();

	await test.step('filters, table, paths and files still work', async () => {
		await legendOf(page)
			.getByRole('button', { name: /^Coopération/ })
			.click();
		await expectDrawn(page, expectedIn(network, ['sharing', 'funding']));
		await page.getByRole('link', { name: 'Tableau', exact: true }).click();
		await expect(page.getByRole('table').first()).toBeVisible();
		await page.getByRole('tab', { name: 'Chemins' }).click();
		await expect(side.getByRole('combobox').first()).toBeVisible();
		await page.getByRole('link', { name: 'Réseau', exact: true }).click();
		await expectDrawn(page, expectedIn(network, ['sharing', 'funding']));
		await page.getByRole('button', { name: 'Emporter' }).click();
		const dialog = page.getByRole('dialog');
		const saved = page.waitForEvent('download');
		await dialog.getByRole('button', { name: /^JSON/ }).click();
		expect((await saved).suggestedFilename()).toMatch(/\.json$/);
		await dialog.getByRole('button', { name: /^Fichier HTML/ }).click();
		await expect(dialog.getByRole('status')).toContainText('besoin du serveur');
		await page.keyboard.press('Escape');
	});

	await test.step('a sheet never opened waits, and comes by itself', async () => {
		const search = page.getByRole('combobox', { name: /^Chercher/ });
		await search.fill(after.name);
		await search.press('Enter');
		await selected(page, after.id);
		await expect(side.getByRole('alert')).toContainText('dès que le serveur répondra');
		await context.setOffline(false);
		await expect(page.getByRole('status').filter({ hasText: 'Connexion revenue' })).toBeVisible();
		await expect(side.getByRole('alert')).toHaveCount(0);
		await expect(side.getByText('Cette fiche n’a pas encore')).toHaveCount(0);
		await expect(notice).toHaveCount(0);
	});
});

test('a sheet opened before is still there without network', async ({ page, context }) => {
	const network = await networkAt(page, '/demonstration/api/network');
	const tie = network.edges.find(({ family }) => family === 'cooperation');
	const [one, two] = [tie?.source, tie?.target].map((id) =>
		network.nodes.find((node) => node.id === id)
	);
	if (!one || !two) throw new Error('a tie is needed');
	await openDrawn(page, `/demonstration?selection=${one.id}`);
	const side = sideOf(page);
	await side.getByRole('button', { name: two.name }).first().click();
	await selected(page, two.id);
	await expect(side.getByRole('button', { name: one.name }).first()).toBeVisible();
	await context.setOffline(true);
	await expect(page.getByRole('status').filter({ hasText: 'Hors connexion' })).toBeVisible();
	await side.getByRole('button', { name: one.name }).first().click();
	await selected(page, one.id);
	await expect(side.getByRole('button', { name: two.name }).first()).toBeVisible();
	await expect(side.getByRole('alert').filter({ hasText: 'fiche' })).toHaveCount(0);
});
