import { expect, test, type Page } from '@playwright/test';
import { DEMONSTRATION, networkAt, shownIn, openView, sorted, textsOf } from './views-page.ts';

test.describe('the table', () => {
	const ties = (page: Page) => page.locator('[data-table="ties"]');
	const rows = (page: Page) => ties(page).locator('tbody tr');

	test('sorts by every column, both ways, and says so', async ({ page }) => {
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		const heads = ties(page).getByRole('columnheader');
		const count = await heads.count();
		expect(count).toBeGreaterThan(6);
		for (let at = 0; at < count; at++) {
			const head = heads.nth(at);
			const was = await head.getAttribute('aria-sort');
			await head.getByRole('button').click();
			await expect(head).toHaveAttribute(
				'aria-sort',
				was === 'ascending' ? 'descending' : 'ascending'
			);
			await expect(ties(page).locator('[aria-sort$="ending"]')).toHaveCount(1);
		}
		const source = heads.filter({ hasText: /^De/ });
		await source.getByRole('button').click();
		await ties(page)
			.getByRole('button', { name: /^Afficher \d+ lignes? de plus/ })
			.click();
		const names = await textsOf(rows(page).locator('td:first-child'));
		expect(names).toEqual([...names].sort(new Intl.Collator('fr').compare));
		await source.getByRole('button').click();
		expect((await textsOf(rows(page).locator('td:first-child')))[0]).toBe(names.at(-1));
		const sources = heads.filter({ hasText: /^Sources/ });
		await sources.getByRole('button').click();
		const figures = (await textsOf(rows(page).locator('td.number'))).map(Number);
		expect(figures).toEqual([...figures].sort((a, b) => a - b));
	});

	test('keeps only the rows that hold every word, whatever the accents', async ({ page }) => {
		const network = shownIn(await networkAt(page, DEMONSTRATION[1]));
		const nameOf = new Map(network.nodes.map(({ id, name }) => [id, name]));
		const hosting = network.edges.filter(({ type }) => type === 'HOSTS');
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		await ties(page).getByRole('searchbox').fill('HEBERGE');
		await expect(rows(page)).toHaveCount(hosting.length);
		expect(sorted(await textsOf(rows(page).locator('td:first-child')))).toEqual(
			sorted(hosting.map(({ source }) => nameOf.get(source)))
		);
		await expect(ties(page).getByRole('status')).toHaveText(
			`${hosting.length} sur ${network.edges.length}`
		);
		await ties(page).getByRole('searchbox').fill('zzzz');
		await expect(rows(page)).toHaveCount(0);
	});

	test('keeps the columns chosen in this browser', async ({ page }) => {
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		const head = (name: string) => ties(page).getByRole('columnheader', { name, exact: true });
		await expect(head('Preuve')).toHaveCount(0);
		await ties(page).getByText('Colonnes', { exact: true }).click();
		await ties(page).getByRole('checkbox', { name: 'Preuve' }).check();
		await ties(page).getByRole('checkbox', { name: 'Dates' }).uncheck();
		await expect(head('Preuve')).toBeVisible();
		await page.reload();
		await expect(head('Preuve')).toBeVisible();
		await expect(head('Dates')).toHaveCount(0);
	});

	test('is read by a colleague as it is here: sorted, filtered, with the same columns', async ({
		page,
		browser
	}) => {
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		await ties(page).getByRole('columnheader', { name: 'Vers' }).getByRole('button').click();
		await expect(page).toHaveURL(/tri-liens=target/);
		await ties(page).getByRole('columnheader', { name: 'Vers' }).getByRole('button').click();
		await expect(page).toHaveURL(/tri-liens=-target/);
		await ties(page).getByRole('searchbox').fill('heberge');
		await expect(page).toHaveURL(/lignes-liens=heberge/);
		await ties(page).getByText('Colonnes', { exact: true }).click();
		await ties(page).getByRole('checkbox', { name: 'Famille' }).uncheck();
		await expect(page).toHaveURL(/colonnes-liens=/);
		const texts = await rows(page).allTextContents();
		expect(texts.length).toBeGreaterThan(1);
		const other = await browser.newPage();
		await other.goto(page.url());
		await expect(ties(other).getByRole('searchbox')).toHaveValue('heberge');
		await expect(ties(other).getByRole('columnheader', { name: 'Vers' })).toHaveAttribute(
			'aria-sort',
			'descending'
		);
		await expect(ties(other).getByRole('columnheader', { name: 'Famille' })).toHaveCount(0);
		await expect(rows(other)).toHaveText(texts);
		await other.close();
	});

	test('is copied whole, as a spreadsheet takes it, and says how many rows', async ({
		page,
		context
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const { nodes, edges } = shownIn(await networkAt(page, DEMONSTRATION[1]));
		expect(edges.length).toBeGreaterThan(200);
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		await ties(page).getByRole('button', { name: 'Copier le tableau' }).click();
		await expect(ties(page).getByRole('status')).toHaveText(
			`${edges.length} lignes copiées, à coller dans un tableur.`
		);
		const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
		expect(lines).toHaveLength(edges.length + 1);
		expect(lines[0]?.split('\t').slice(0, 3)).toEqual(['De', 'Lien', 'Vers']);
		const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
		expect(sorted(lines.slice(1).map((line) => line.split('\t')[0]))).toEqual(
			sorted(edges.map(({ source }) => nameOf.get(source)))
		);
	});

	test('is walked with the arrows, a row opens its tie', async ({ page }) => {
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		const first = rows(page).first().getByRole('button').first();
		await first.focus();
		await page.keyboard.press('ArrowDown');
		await expect(rows(page).nth(1).getByRole('button').first()).toBeFocused();
		await page.keyboard.press('ArrowRight');
		await expect(rows(page).nth(1).getByRole('button').nth(1)).toBeFocused();
		await page.keyboard.press('Enter');
		const id = await rows(page).nth(1).getAttribute('data-row');
		await expect(page).toHaveURL(new RegExp(`lien=${id}`));
		await expect(rows(page).nth(1)).toHaveAttribute('aria-current', 'true');
	});
});
