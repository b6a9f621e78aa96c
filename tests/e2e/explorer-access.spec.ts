import { expect, test } from '@playwright/test';
import { drawingOf, legendOf, networkAt, openDrawn } from './explorer-page.ts';

interface Tie {
	source: string;
	target: string;
	family: string;
	projectId?: string;
}

test('a region is filtered by the access its projects work on, and the address keeps it', async ({
	page
}) => {
	const { nodes, edges } = await networkAt(page, '/api/v1/network?region=11');
	const here = new Set(nodes.map(({ id }) => id));
	const { items } = await (await page.request.get('/api/v1/projects?limit=200')).json();
	const about = new Set<string>(
		items
			.filter(
				({ id, accessDimensions }: { id: string; accessDimensions: string[] }) =>
					here.has(id) && accessDimensions.includes('financiere')
			)
			.map(({ id }: { id: string }) => id)
	);
	const takingPart = new Set(
		(edges as unknown as Tie[]).flatMap(({ source, target, family, projectId = '' }) =>
			[source, target, projectId].some((id) => about.has(id))
				? family === 'oversight'
					? [source]
					: [source, target]
				: []
		)
	);
	const expected = nodes.filter(
		({ id, group }) => takingPart.has(id) && !['ars', 'project'].includes(group)
	);
	expect(expected.length).toBeGreaterThan(3);
	expect(expected.length).toBeLessThan(nodes.length - 3);

	await openDrawn(page, '/ecosysteme?region=11');
	const lines = legendOf(page).getByRole('region', {
		name: 'Accès aux soins travaillé par les projets'
	});
	const line = lines.getByRole('button', { name: /^Financière \d+/ });
	await expect(line).toContainText(String(expected.length));
	await line.click({ modifiers: ['Alt'] });
	await expect(page).toHaveURL(/acces=financiere/);
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', String(expected.length));
	await page.reload();
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', String(expected.length));
	await lines.getByRole('button', { name: /^Financière \d+/ }).click();
	await expect(page).toHaveURL(/acces=aucune/);
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', '0');
	await legendOf(page).getByRole('button', { name: 'Rétablir l’affichage de départ' }).click();
	await expect(page).not.toHaveURL(/acces/);
});

test('in the network of one project, where it says nothing, it is not shown', async ({ page }) => {
	await openDrawn(page, '/projets/prj-cls-ploermel');
	await expect(legendOf(page).getByRole('slider', { name: 'Noms' })).toBeVisible();
	await expect(page.locator('[data-time], section[aria-label="Le temps"]').first()).toBeVisible();
	await expect(legendOf(page).getByText('Accès aux soins travaillé')).toHaveCount(0);
});

test('keys of one character can be refused, and the legend skipped', async ({ page }) => {
	await openDrawn(page, '/projets/prj-scic-richerand');
	const stage = page.getByRole('application');
	const skip = page.getByRole('link', { name: 'Passer la légende' });
	await skip.focus();
	await expect(skip).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('Enter');
	await expect(stage).toBeFocused();
	await expect(page).not.toHaveURL(/#/);
	await page.keyboard.press('?');
	await page.getByRole('checkbox', { name: /^Touches d’un seul caractère/ }).uncheck();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.reload();
	const line = legendOf(page).getByRole('button', { name: /^Coopération/ });
	await line.focus();
	await page.keyboard.press('t');
	await page.keyboard.press('Enter');
	await expect(line).toHaveAttribute('aria-pressed', 'false');
	await expect(stage).toBeVisible();
	await expect(page).not.toHaveURL(/vue=/);
	await stage.focus();
	await page.keyboard.press('t');
	await expect(page).toHaveURL(/vue=tableau/);
});
