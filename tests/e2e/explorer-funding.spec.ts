import { expect, test, type Locator } from '@playwright/test';
import { selected, sideOf } from './explorer-page.ts';
import { DEMONSTRATION, STRASBOURG, networkAt, shownIn, openView, sorted } from './views-page.ts';

const STAGES = ['asked', 'granted', 'paid', 'in_kind', 'unknown'];
const figure = (text: string): number => Number(text.replace(/[^\d,]/gu, '').replace(',', '.'));
const stageOf = ({ stage }: { stage?: string }): string => stage ?? 'unknown';

test.describe('fundings', () => {
	for (const [path, api] of [DEMONSTRATION, STRASBOURG])
		test(`${path}: lines and sums are those of the network, stage by stage`, async ({ page }) => {
			// With the project and the agencies: what they pay and receive counts too.
			const network = shownIn(await networkAt(page, api), []);
			const nameOf = new Map(network.nodes.map(({ id, name }) => [id, name]));
			const funding = network.edges.filter(({ family }) => family === 'funding');
			await openView(page, `${path}?vue=financements&masques=aucune`);
			const view = page.locator('[data-view="financements"]');
			await expect(view.locator('tbody tr[data-row]')).toHaveCount(funding.length);
			for (const edge of funding) {
				const row = view.locator(`tr[data-row="${edge.id}"]`);
				await expect(row.getByRole('rowheader')).toContainText(nameOf.get(edge.target) ?? '?');
				const said = (await row.locator('.number').getByRole('button').textContent()) ?? '';
				if (edge.amountEur === undefined) expect(said).toBe('montant inconnu');
				else expect(figure(said), edge.id).toBe(edge.amountEur);
				const group = view.locator(`tbody:has([data-row="${edge.id}"]) .funder`);
				await expect(group).toContainText(nameOf.get(edge.source) ?? '?');
			}
			const check = async (sum: Locator, own: typeof funding): Promise<void> => {
				const known = own.flatMap(({ amountEur }) => amountEur ?? []);
				const text = (await sum.textContent()) ?? '';
				if (known.length > 0)
					expect(figure(text.split('€')[0] ?? '')).toBe(known.reduce((a, b) => a + b, 0));
				else expect(text).not.toContain('€');
				if (known.length < own.length)
					expect(text).toMatch(new RegExp(`\\b${own.length - known.length}\\b.*montant inconnu`));
			};
			for (const stage of STAGES) {
				const own = funding.filter((edge) => stageOf(edge) === stage);
				const total = view.locator(`figcaption[data-sum="${stage}"]`);
				await expect(total).toHaveCount(own.length > 0 ? 1 : 0);
				if (own.length > 0) await check(total, own);
				for (const funder of new Set(own.map(({ source }) => source)))
					await check(
						view.locator(`[data-funder="${funder}"] [data-stage="${stage}"]`),
						own.filter(({ source }) => source === funder)
					);
			}
			const lines = await view
				.locator('svg [data-tie]')
				.evaluateAll((list) =>
					list.map((path) => `${path.getAttribute('data-tie')} ${path.classList.contains('band')}`)
				);
			expect(sorted(lines)).toEqual(
				sorted(funding.map(({ id, amountEur }) => `${id} ${amountEur !== undefined}`))
			);
		});

	test('what goes to the project is told, and one link shows it', async ({ page }) => {
		const network = await networkAt(page, STRASBOURG[1]);
		const all = shownIn(network, []).edges.filter(({ family }) => family === 'funding').length;
		const first = shownIn(network).edges.filter(({ family }) => family === 'funding').length;
		expect(all).toBeGreaterThan(first);
		await openView(page, `${STRASBOURG[0]}?vue=financements`);
		const rows = page.locator('[data-view="financements"] tr[data-row]');
		await expect(rows).toHaveCount(first);
		await expect(
			page.getByText(new RegExp(`^${all - first} financements? (n’est|ne sont) pas montrés?`))
		).toBeVisible();
		await page.getByRole('link', { name: 'Les afficher' }).click();
		await expect(rows).toHaveCount(all);
	});

	test('a line opens its sheet with its sources, and stays chosen from view to view', async ({
		page
	}) => {
		await openView(page, `${STRASBOURG[0]}?vue=financements`);
		const row = page.locator('tr[data-row]').first();
		const id = (await row.getAttribute('data-row')) ?? '';
		await row.locator('.number').getByRole('button').press('Enter');
		await expect(page).toHaveURL(new RegExp(`lien=${id}`));
		await expect(row).toHaveAttribute('aria-current', 'true');
		await expect(
			sideOf(page)
				.getByRole('link', { name: /^Source 1/ })
				.first()
		).toBeVisible();
		await page.getByRole('link', { name: 'Tableau', exact: true }).click();
		await expect(page.locator(`tr[data-row="${id}"]`)).toHaveAttribute('aria-current', 'true');
		await page.getByRole('link', { name: 'Réseau', exact: true }).click();
		await selected(page, id);
	});

	test('money is written as the language writes it', async ({ page }) => {
		const { edges } = await networkAt(page, STRASBOURG[1]);
		expect(edges.map(({ amountEur }) => amountEur)).toContain(283_000);
		await openView(page, `${STRASBOURG[0]}?vue=financements`);
		await expect(page.getByRole('button', { name: '283\u202f000\u00a0€' })).toBeVisible();
		await page.getByRole('button', { name: 'English' }).click();
		await expect(page.getByRole('button', { name: '€283,000' })).toBeVisible();
	});
});
