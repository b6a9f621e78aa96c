import { expect, test, type Page } from '@playwright/test';
import {
	DEFAULT_FAMILIES,
	drawingOf,
	expectDrawn,
	expectedIn,
	legendOf,
	networkAt,
	openDrawn,
	selected,
	sideOf,
	type NetworkAnswer
} from './explorer-page.ts';

const PAGES = [
	['/projets/prj-scic-richerand', '/api/v1/projects/prj-scic-richerand/network'],
	['/projets/prj-cls-ploermel', '/api/v1/projects/prj-cls-ploermel/network'],
	['/demonstration', '/demonstration/api/network'],
	['/ecosysteme?region=11', '/api/v1/network?region=11']
] as const;
const inTable = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}vue=tableau`;
const named = (count: number, one: string, other: string): string =>
	`${count} ${count === 1 ? one : other}`;

async function showEveryRow(page: Page): Promise<void> {
	await expect(page.getByRole('table').first()).toBeVisible();
	const further = page.getByRole('button', { name: /^Afficher \d+ lignes? de plus/ });
	while ((await further.count()) > 0) await further.first().click();
}

/** The tables hold each structure and each tie of the drawing, by name, nothing more or less. */
async function expectTables(page: Page, { nodes, edges }: NetworkAnswer): Promise<void> {
	const structures = page.getByRole('region', {
		name: named(nodes.length, 'structure ou ressource', 'structures et ressources')
	});
	await showEveryRow(page);
	const names = structures.first().getByRole('rowheader');
	await expect(names).toHaveCount(nodes.length);
	const sorted = (list: readonly string[]): string[] => list.map((name) => name.trim()).sort();
	expect(sorted(await names.allTextContents())).toEqual(sorted(nodes.map(({ name }) => name)));
	if (edges.length === 0) return;
	const ties = page.getByRole('region', {
		name: named(edges.length, 'lien', 'liens'),
		exact: true
	});
	const rows = ties.first().locator('tbody').getByRole('row');
	// The server's rows give way to the network's when it comes: what was unfolded may fold again.
	await expect(async () => {
		await showEveryRow(page);
		await expect(rows).toHaveCount(edges.length, { timeout: 1000 });
	}).toPass();
	const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
	const ends = await rows.evaluateAll((list) =>
		list.map((row) =>
			[...row.querySelectorAll('td')].map((cell) =>
				cell.querySelector('button, a')?.textContent?.trim()
			)
		)
	);
	expect(sorted(ends.map((row) => `${row[0]} – ${row[2]}`))).toEqual(
		sorted(edges.map(({ source, target }) => `${nameOf.get(source)} – ${nameOf.get(target)}`))
	);
}

for (const [path, api] of PAGES)
	test(`the table of ${path} holds everything its drawing shows`, async ({ page }) => {
		const network = await networkAt(page, api);
		const expected = expectedIn(network);
		await openDrawn(page, path);
		await expectDrawn(page, expected);
		await page.getByRole('link', { name: 'Tableau', exact: true }).click();
		await expectTables(page, expected);
	});

test('the table follows the same filters, and its rows open the same sheets', async ({ page }) => {
	const network = await networkAt(page, PAGES[2][1]);
	const families = [...DEFAULT_FAMILIES, 'governance'];
	await page.goto(inTable('/demonstration?familles=cooperation,sharing,funding,governance'));
	await expectTables(page, expectedIn(network, families));
	await legendOf(page)
		.getByRole('button', { name: /^Gouvernance/ })
		.click();
	const expected = expectedIn(network);
	await expectTables(page, expected);
	const { id, name } = expected.nodes[0] ?? { id: '', name: '' };
	await page.getByRole('rowheader', { name, exact: true }).getByRole('button').click();
	await expect(page).toHaveURL(new RegExp(`selection=${id}`));
	await expect(sideOf(page).getByRole('heading', { name, exact: true })).toBeVisible();
	await page.getByRole('link', { name: 'Réseau', exact: true }).click();
	await selected(page, id);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const [path, api] of PAGES)
		test(`${path} is read as tables`, async ({ page }) => {
			const expected = expectedIn(await networkAt(page, api));
			await page.goto(path);
			const further = page.getByRole('link', { name: 'Voir ce réseau en tableau' });
			if (await further.isVisible()) await further.click();
			await expectTables(page, expected);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		});

	test('in the table of the demonstration too, it is said to be fictional', async ({ page }) => {
		for (const path of ['/demonstration', '/demonstration?vue=tableau']) {
			await page.goto(path);
			await expect(page.getByText(/^Territoire fictif\s?: /)).toBeVisible();
		}
	});
});

test('an ended project says its last year', async ({ page }) => {
	const { project } = await (await page.request.get(PAGES[0][1])).json();
	expect(project.status).toBe('ended');
	await openDrawn(page, PAGES[0][0]);
	await expect(page.getByText(`montré à sa dernière année, ${project.endYear}.`)).toBeVisible();
	// Its sheets are of that year too: what hosted then is read as current, not to be checked again.
	await openDrawn(page, `${PAGES[0][0]}?selection=scic-richerand`);
	const panel = page.getByRole('tabpanel');
	await expect(panel.getByText('Héberge', { exact: true }).first()).toBeVisible();
	await expect(panel.getByText('à revérifier')).toHaveCount(0);
	await openDrawn(page, '/projets/prj-marsoins');
	await expect(page.getByText(/Ce projet est terminé/)).toHaveCount(0);
});

test('where cooperations are not documented the page says so, and nobody is « à part »', async ({
	page
}) => {
	const network = await (await page.request.get(PAGES[1][1])).json();
	expect(network.documented).toBe(false);
	await openDrawn(page, PAGES[1][0]);
	await expect(page.getByText(/^Coopérations non documentées\s?: /)).toBeVisible();
	const tab = sideOf(page).getByRole('tab', { name: /À part/ });
	await expect(tab).not.toHaveText(/\d/);
	await tab.click();
	await expect(sideOf(page).getByText('personne n’est donc dit à part')).toBeVisible();
	await expect(sideOf(page).getByRole('tabpanel').getByRole('listitem')).toHaveCount(0);
	await expect(page.getByRole('status').filter({ hasText: /\d+ à part/ })).toHaveCount(0);
});

test('the demonstration is called fictional in every view', async ({ page }) => {
	const { nodes } = expectedIn(await networkAt(page, PAGES[2][1]));
	const notice = page.getByText(/^Territoire fictif\s?: /);
	for (const query of ['', '?vue=tableau', `?selection=${nodes[0]?.id}`, '?volet=sources']) {
		await page.goto(`/demonstration${query}`);
		await expect(notice, query).toBeVisible();
	}
});

test('nothing of the demonstration is in the real set', async ({ page }) => {
	const { nodes } = await networkAt(page, PAGES[2][1]);
	const real = await networkAt(page, '/api/v1/network');
	const realNames = new Set(real.nodes.map(({ name }) => name));
	const fictional = nodes.filter(({ label }) => label === 'Actor' || label === 'Funder');
	expect(fictional.length).toBeGreaterThan(40);
	for (const { id, name } of fictional) {
		expect(realNames.has(name), name).toBe(false);
		expect((await page.request.get(`/api/v1/actors/${id}`)).status(), id).toBe(404);
	}
	for (const { id, name } of fictional.slice(0, 8)) {
		const found = await (await page.request.get('/api/v1/search', { params: { q: name } })).json();
		expect(found.items.map((item: { id: string }) => item.id)).not.toContain(id);
		await page.goto(`/structures?q=${encodeURIComponent(name)}`);
		await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toHaveCount(0);
	}
});

test('on a phone the drawing comes first; legend and sheet slide over it and close', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openDrawn(page, PAGES[0][0]);
	await expect(drawingOf(page)).toBeInViewport({ ratio: 0.8 });
	await expect(legendOf(page)).toBeHidden();
	await expect(sideOf(page)).toBeHidden();
	for (const [opener, panel] of [
		['Légende', legendOf(page)],
		['Détails', sideOf(page)]
	] as const) {
		await page.getByRole('button', { name: opener, exact: true }).click();
		await expect(panel).toBeVisible();
		await panel.getByRole('button', { name: 'Fermer' }).click();
		await expect(panel).toBeHidden();
		await expect(page.locator('body')).not.toBeFocused();
	}
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(390);
});
