import { expect, test, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { namesHeard } from './accessible-text.ts';

const cards = (page: Page): Locator => page.locator('ul.cards article');
const shown = (page: Page): Locator => page.locator('[aria-live="polite"]', { hasText: /projet/ });
const project = (page: Page, id: string): Locator =>
	cards(page).filter({ has: page.locator(`a[href="/projets/${id}"]`) });

interface Node {
	id: string;
	label: string;
	member: boolean;
}

/** Nodes a miniature draws: what belongs to the project, without the agency and the project itself. */
async function drawnNodes(request: APIRequestContext, id: string): Promise<number> {
	const answer = await request.get(`/api/v1/projects/${id}/network`);
	const { nodes }: { nodes: Node[] } = await answer.json();
	return nodes.filter((n) => n.member && n.label !== 'ArsRegion' && n.label !== 'HealthProject')
		.length;
}

/** Every mark is one move of the pen; `ground` paths are the halo under them. */
async function marks(card: Locator): Promise<number> {
	const paths = await card
		.locator('svg :is(.dots, .squares, .diamonds):not(.ground)')
		.evaluateAll((found) => found.map((path) => path.getAttribute('d') ?? ''));
	return paths.join('').split('M').length - 1;
}

test('sixty cards, each a link to its project with a picture of its network', async ({ page }) => {
	await page.goto('/');
	await expect(cards(page)).toHaveCount(60);
	const links = await cards(page)
		.getByRole('link')
		.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
	expect(links).toHaveLength(60);
	expect(new Set(links).size).toBe(60);
	for (const href of links) expect(href).toMatch(/^\/projets\/prj-/);
	await expect(cards(page).getByRole('img')).toHaveCount(60);
	// Heard too, those below the screen as well.
	await expect
		.poll(async () => (await namesHeard(page, 'heading')).length, { timeout: 15_000 })
		.toBeGreaterThanOrEqual(60);
	for (const card of await cards(page).all()) expect(await marks(card)).toBeGreaterThan(0);
});

for (const id of ['prj-scic-richerand', 'prj-marsoins', 'prj-secpa', 'prj-label-utilite-sociale'])
	test(`the miniature of ${id} draws every node of its network and no other`, async ({
		page,
		request
	}) => {
		const expected = await drawnNodes(request, id);
		expect(expected).toBeGreaterThan(3);
		await page.goto('/');
		expect(await marks(project(page, id))).toBe(expected);
	});

test('a card counts what the API counts', async ({ page, request }) => {
	const answer = await request.get('/api/v1/projects?limit=100');
	const { items } = await answer.json();
	await page.goto('/');
	for (const { id, structures, apart } of items) {
		const text = await project(page, id).locator('.counts').textContent();
		expect(text, id).toMatch(new RegExp(`^\\s*${structures} structure`));
		if (apart > 0) expect(text, id).toMatch(new RegExp(`\\b${apart} à part`));
		else expect(text, id).not.toContain('à part');
	}
});

test('the map and the list filter by region, and a second click takes the filter off', async ({
	page
}) => {
	await page.goto('/');
	await page.locator('svg a[href="/?region=11"]').click();
	await expect(page).toHaveURL('/?region=11');
	await expect(cards(page)).toHaveCount(6);
	await expect(project(page, 'prj-scic-richerand')).toBeVisible();
	await expect(page.getByLabel('Région', { exact: true })).toHaveValue('11');
	await expect(shown(page)).toHaveText('6 projets affichés');
	await page.locator('svg a.selected').click();
	await expect(cards(page)).toHaveCount(60);

	await page.getByLabel('Région', { exact: true }).selectOption('04');
	await expect(page).toHaveURL('/?region=04');
	await expect(cards(page)).toHaveCount(3);
	await page.getByRole('link', { name: /^Mayotte/ }).click();
	await expect(page).toHaveURL('/?region=06');
	await expect(cards(page)).toHaveCount(2);
});

test('kind, access, region and words combine, and every count says what a click would show', async ({
	page
}) => {
	await page.goto('/');
	const msp = page.getByRole('link', { name: 'Maison de santé 6' });
	await msp.click();
	await expect(cards(page)).toHaveCount(6);
	await expect(msp).toHaveAttribute('aria-current', 'true');
	const access = page.getByRole('link', { name: /^Financière \d+$/ });
	const promised = Number((await access.textContent())?.match(/\d+/)?.[0]);
	expect(promised).toBeLessThan(6);
	await access.click();
	await expect(cards(page)).toHaveCount(promised);
	await page.getByLabel('Région', { exact: true }).selectOption('11');
	await expect(page).toHaveURL('/?type=msp&region=11&acces=financiere');
	await expect(cards(page)).toHaveCount(1);
	await expect(project(page, 'prj-belleville')).toBeVisible();
	await page.getByRole('searchbox', { name: 'Chercher un projet' }).fill('clichy');
	await expect(cards(page)).toHaveCount(0);
	await expect(page.getByText('Aucun projet ne répond à ces filtres.')).toBeVisible();
	await page.getByRole('link', { name: 'Enlever les filtres' }).click();
	await expect(cards(page)).toHaveCount(60);
});

test('words are found without their accents, from the first letters', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('searchbox', { name: 'Chercher un projet' }).fill('cooperative rich');
	await expect(cards(page)).toHaveCount(1);
	await expect(project(page, 'prj-scic-richerand')).toBeVisible();
	await expect(shown(page)).toHaveText('1 projet affiché');
});

test('the demonstration stands apart, said to be fictional, and in no list', async ({ page }) => {
	await page.goto('/');
	const apart = page.getByRole('complementary');
	await expect(apart).toContainText('fictif');
	await expect(apart.getByRole('link')).toHaveAttribute('href', '/demonstration');
	await expect(page.locator('ul.cards a[href*="demonstration"]')).toHaveCount(0);
	await expect(page.locator('ul.cards a[href*="fictif"]')).toHaveCount(0);
});

for (const query of ['region=99', 'type=nimporte', 'acces=lunaire'])
	test(`« ${query} » is refused, with the values that are possible`, async ({ page }) => {
		const answer = await page.goto(`/?${query}`);
		expect(answer?.status()).toBe(400);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'Cette demande n’est pas possible'
		);
		const value = query.split('=')[1] ?? '';
		await expect(page.getByRole('main')).toContainText(value);
		await expect(page.getByText('Valeurs possibles')).toBeVisible();
		await page.getByRole('link', { name: 'Voir tous les projets' }).click();
		await expect(cards(page)).toHaveCount(60);
	});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
	test('the first card begins on the first screen', async ({ page }) => {
		await page.goto('/');
		const box = await cards(page).first().boundingBox();
		expect(box?.y).toBeLessThan(844 - 120);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('links and the form filter as well', async ({ page }) => {
		await page.goto('/');
		await expect(cards(page)).toHaveCount(60);
		await page.locator('svg a[href="/?region=52"]').click();
		await expect(cards(page)).toHaveCount(4);
		await page.getByRole('link', { name: /^Centre de santé \d/ }).click();
		await expect(page).toHaveURL('/?type=centre_de_sante&region=52');
		await expect(cards(page)).toHaveCount(2);
		await page.getByRole('searchbox', { name: 'Chercher un projet' }).fill('Breil');
		await page.getByRole('button', { name: 'Appliquer' }).click();
		await expect(cards(page)).toHaveCount(1);
		await expect(project(page, 'prj-breil')).toBeVisible();
		await expect(page).toHaveURL(/type=centre_de_sante/);
	});
});
