import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('from the gallery to a project, a structure and its source, without JavaScript', async ({
	page
}) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Coopérative de santé Richerand' }).click();
	await expect(page).toHaveURL('/projets/prj-scic-richerand');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Coopérative de santé Richerand'
	);
	// The drawing is then a table: every tie is written, with the way it goes and its source.
	const tie = page
		.getByRole('row')
		.filter({ hasText: 'GIRCI Île-de-France' })
		.filter({ hasText: 'Coopérative de santé Richerand' });
	await expect(tie.first()).toBeVisible();
	await page
		.getByRole('table')
		.getByRole('link', { name: 'Institut de Victimologie de Paris' })
		.first()
		.click();
	await expect(page).toHaveURL('/structures/institut-victimologie');
	await expect(page.getByRole('main')).toContainText('synergies entre équipes de soins');
	await page
		.getByRole('link', { name: /Tout ce qui repose sur elle.*Place aux coopérateurs/ })
		.click();
	await expect(page).toHaveURL('/sources/src-richerand-2022');
	await expect(page.getByRole('main')).toContainText('synergies entre équipes de soins');
});

test('what is shared and who pays are read without JavaScript', async ({ page }) => {
	await page.goto('/projets/prj-scic-richerand');
	await page.getByRole('link', { name: 'Mutualisation', exact: true }).click();
	const held = page.getByRole('row').filter({ hasText: 'Coopérative de santé Richerand' });
	await expect(held.first()).toContainText('détient');
	await page
		.getByRole('columnheader')
		.getByRole('link', { name: /domiciliation/i })
		.click();
	await expect(page).toHaveURL('/ressources/res-domiciliation-richerand');

	await page.goto('/projets/prj-mus-strasbourg?vue=financements');
	const lines = page.getByRole('table').locator('tr[data-row]');
	const before = await lines.count();
	expect(before).toBeGreaterThan(0);
	await expect(
		page.getByRole('row').filter({ hasText: '283\u202f000\u00a0€' }).last()
	).toBeVisible();
	// What the legend hides on a first visit is one plain link away.
	await page.getByRole('link', { name: 'Les afficher' }).click();
	await expect(page).toHaveURL(/masques=aucune/);
	expect(await lines.count()).toBeGreaterThan(before);
});

test('the directory is searched and turned without JavaScript', async ({ page }) => {
	await page.goto('/structures');
	await page.getByRole('link', { name: 'Page suivante' }).click();
	await expect(page.getByText('Page 2 sur 8')).toBeVisible();
	await page.getByLabel('Nom ou commune').fill('victimologie');
	await page.getByRole('main').getByRole('button', { name: 'Chercher' }).click();
	await expect(page.locator('ul.items li')).toHaveCount(1);
});

test('language and theme change without JavaScript', async ({ page }) => {
	await page.goto('/regions/06');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL('/regions/06');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
