import { expect, test, type Page } from '@playwright/test';
import { legendOf, selected, sideOf } from './explorer-page.ts';
import {
	type ViewsNetwork,
	DEMONSTRATION,
	RICHERAND,
	networkAt,
	shownIn,
	openView,
	sorted,
	textsOf
} from './views-page.ts';

/** Each tie put in the matrix, by structure, resource and part played: written again from the rule. */
function usesIn({ nodes, edges }: ViewsNetwork) {
	const resources = new Set(nodes.filter((n) => n.label === 'SharedResource').map(({ id }) => id));
	const uses: string[] = [];
	const others: string[] = [];
	for (const { id, type, family, source, target, resourceId } of edges) {
		if (family !== 'sharing') continue;
		if (resources.has(target)) uses.push(`${source} ${type === 'HOLDS' ? 'holds' : 'uses'} ${id}`);
		else if (type === 'HOSTS' && resourceId && resources.has(resourceId))
			uses.push(`${source} hosts ${id}`, `${target} hosted ${id}`);
		else others.push(id);
	}
	return { resources, uses: uses.sort(), others: others.sort() };
}

const marksOn = async (page: Page): Promise<string[]> =>
	(
		await page
			.locator('[data-view="mutualisation"] tbody tr')
			.evaluateAll((list) =>
				list.flatMap((row) =>
					[...row.querySelectorAll<HTMLElement>('[data-ties]')].flatMap((mark) =>
						(mark.dataset.ties ?? '')
							.split(' ')
							.map((tie) => `${row.getAttribute('data-row')} ${mark.dataset.role} ${tie}`)
					)
				)
			)
	).sort();

test.describe('what is shared', () => {
	for (const [path, api] of [DEMONSTRATION, RICHERAND])
		test(`${path}: every sharing tie is in the matrix or in a sentence`, async ({ page }) => {
			const network = shownIn(await networkAt(page, api));
			const { uses, others, resources } = usesIn(network);
			expect(uses.length).toBeGreaterThan(5);
			await openView(page, `${path}?vue=mutualisation`);
			const view = page.locator('[data-view="mutualisation"]');
			await expect(view.locator('[data-column]')).toHaveCount(resources.size);
			expect(await marksOn(page)).toEqual(uses);
			expect(
				sorted(
					await view
						.locator('li[data-row]')
						.evaluateAll((list) => list.map((item) => item.getAttribute('data-row') ?? ''))
				)
			).toEqual(others);
			const sharing = network.edges.filter(({ family }) => family === 'sharing');
			const ends = new Set(sharing.flatMap(({ source, target }) => [source, target]));
			const alone = network.nodes.filter(
				({ id, label }) => (label === 'Actor' || label === 'Funder') && !ends.has(id)
			);
			await view.getByText(`${alone.length} structures sans partage connu`).click();
			expect(sorted(await textsOf(view.locator('.alone li')))).toEqual(
				sorted(alone.map(({ name }) => name))
			);
			for (const id of resources) {
				const users = new Set(
					sharing.flatMap((edge) =>
						edge.target === id && edge.type !== 'HOLDS'
							? edge.source
							: edge.type === 'HOSTS' && edge.resourceId === id
								? edge.target
								: []
					)
				);
				await expect(view.locator(`[data-users="${id}"]`), id).toHaveText(String(users.size));
			}
		});

	test('a mark opens its tie, a row its structure, a column its resource, as the drawing does', async ({
		page
	}) => {
		await openView(page, `${DEMONSTRATION[0]}?vue=mutualisation`);
		const mark = page.locator('[data-role="uses"]').first();
		const tie = await mark.getAttribute('data-ties');
		await mark.click();
		await expect(page).toHaveURL(new RegExp(`lien=${tie}`));
		await expect(mark).toHaveClass(/chosen/);
		const column = page.locator('[data-column]').nth(1);
		const id = (await column.getAttribute('data-column')) ?? '';
		await column.getByRole('button').click();
		await expect(page).toHaveURL(new RegExp(`selection=${id}`));
		const name = await column.getByRole('button').textContent();
		await expect(
			sideOf(page).getByRole('heading', { name: name?.trim() ?? '', exact: true })
		).toBeVisible();
		await page.getByRole('link', { name: 'Réseau', exact: true }).click();
		await selected(page, id);
		await page.getByRole('link', { name: 'Mutualisation', exact: true }).click();
		await expect(column).toHaveClass(/chosen/);
	});

	test('marks are said in words and walked with the arrows', async ({ page }) => {
		await openView(page, `${RICHERAND[0]}?vue=mutualisation`);
		const row = page.locator('tr[data-row="scic-richerand"]');
		await row.getByRole('button', { name: 'Coopérative de santé Richerand', exact: true }).focus();
		await page.keyboard.press('ArrowRight');
		const mark = row.locator('[data-role]').first();
		await expect(mark).toBeFocused();
		await expect(mark).toHaveAccessibleName(
			/^Coopérative de santé Richerand, .+ : (détient|utilise)/
		);
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowDown');
		await expect(
			row.locator('xpath=following-sibling::tr[1]').getByRole('button').first()
		).toBeFocused();
	});

	test('follows the legend, and says what the legend keeps out of sight', async ({ page }) => {
		const { edges } = shownIn(await networkAt(page, RICHERAND[1]));
		const sharing = edges.filter(({ family }) => family === 'sharing').length;
		await openView(page, `${RICHERAND[0]}?vue=mutualisation`);
		await legendOf(page)
			.getByRole('button', { name: /^Mutualisation/ })
			.click();
		await expect(page.locator('[data-view] [data-ties]')).toHaveCount(0);
		await expect(
			page.getByText(new RegExp(`^${sharing} liens de partage ne sont pas montrés`))
		).toBeVisible();
		await page.getByRole('link', { name: 'Les afficher' }).click();
		await expect(page.locator('[data-view] [data-ties]').first()).toBeVisible();
		await expect(legendOf(page).getByRole('button', { name: /^Mutualisation/ })).toHaveAttribute(
			'aria-pressed',
			'true'
		);
	});

	test('where nothing is documented the view says what that means', async ({ page }) => {
		await page.goto('/projets/prj-cls-ploermel?vue=mutualisation');
		await expect(
			page.getByText(/^Aucune ressource partagée, aucun partage n’a été trouvé/)
		).toBeVisible();
		await page.goto('/projets/prj-cls-ploermel?vue=financements');
		await expect(page.getByText(/^Aucun financement n’a été trouvé/)).toBeVisible();
	});

	test('on a phone names stay while resources slide', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openView(page, `${DEMONSTRATION[0]}?vue=mutualisation`);
		const region = page.getByRole('region', { name: 'Structures et ressources partagées' });
		const name = region.getByRole('rowheader').nth(3);
		const before = await name.boundingBox();
		await region.evaluate((element) => element.scrollBy(300, 0));
		expect(await region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(200);
		expect((await name.boundingBox())?.x).toBe(before?.x);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			390
		);
	});
});
