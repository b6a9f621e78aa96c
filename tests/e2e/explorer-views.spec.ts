import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openDrawn } from './explorer-page.ts';
import { DEMONSTRATION, STRASBOURG, openView } from './views-page.ts';

test.describe('from one view to another', () => {
	test('each view has its name and its address, filters kept, the change said once', async ({
		page
	}) => {
		await openDrawn(page, `${DEMONSTRATION[0]}?familles=sharing,funding`);
		const views = page.getByRole('navigation', { name: 'Vues' });
		for (const [name, view] of [
			['Mutualisation', 'mutualisation'],
			['Financements', 'financements'],
			['Tableau', 'tableau'],
			['Texte', 'texte']
		] as const) {
			await views.getByRole('link', { name, exact: true }).click();
			await expect(page).toHaveURL(new RegExp(`vue=${view}`));
			await expect(page).toHaveURL(/familles=sharing%2Cfunding/);
			await expect(views.locator('[aria-current="page"]')).toHaveText(name);
			await expect(views.getByRole('link', { name, exact: true })).toBeFocused();
			await expect(
				page.getByRole('status').filter({ hasText: new RegExp(`^${name}\\s: .*affichées`) })
			).toHaveCount(1);
			await expect(page.locator(`.reading[data-view="${view}"]`)).toBeVisible();
		}
		// Back and forward go from view to view.
		await page.goBack();
		await expect(page.locator('.reading[data-view="tableau"]')).toBeVisible();
		await page.goBack();
		await expect(page.locator('.reading[data-view="financements"]')).toBeVisible();
		await page.goForward();
		await expect(views.locator('[aria-current="page"]')).toHaveText('Tableau');
	});

	test('on a phone every name is a thumb wide and within reach', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openView(page, `${DEMONSTRATION[0]}?vue=financements`);
		const links = page.getByRole('navigation', { name: 'Vues' }).getByRole('link');
		for (const link of await links.all()) {
			const box = await link.boundingBox();
			expect(box?.height).toBeGreaterThanOrEqual(43);
			expect(box?.width).toBeGreaterThanOrEqual(44);
		}
		await expect(links.filter({ hasText: 'Financements' })).toBeInViewport({ ratio: 0.99 });
		await links.filter({ hasText: 'Mutualisation' }).click();
		await expect(page.locator('.reading[data-view="mutualisation"]')).toBeVisible();
	});

	for (const colorScheme of ['light', 'dark'] as const)
		for (const view of ['tableau', 'mutualisation', 'financements'])
			test(`axe finds nothing in ${view}, ${colorScheme}`, async ({ page }) => {
				await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
				// Two thousand cells say nothing more of a table than fifty.
				for (const [path] of view === 'tableau' ? [STRASBOURG] : [DEMONSTRATION, STRASBOURG]) {
					await openView(page, `${path}?vue=${view}`);
					const { violations, passes } = await new AxeBuilder({ page }).analyze();
					expect(passes.length).toBeGreaterThan(10);
					expect(
						violations.flatMap(({ id, nodes }) =>
							nodes.map((node) => `${id} ${node.target.join(' ')}`)
						)
					).toEqual([]);
				}
			});
});
