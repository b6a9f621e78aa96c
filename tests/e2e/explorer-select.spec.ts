import { expect, test } from '@playwright/test';
import {
	bringToMiddle,
	drawingOf,
	expectDrawn,
	expectedIn,
	legendOf,
	middleOf,
	networkAt,
	openDrawn,
	partOfColour,
	selected,
	sideOf
} from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PATH = '/projets/prj-scic-richerand';
const API = '/api/v1/projects/prj-scic-richerand/network';
const COLOUR = '--group-civil-society';

/** True while the reader's focus is somewhere: `body` is nowhere. */
const focusIsSomewhere = () =>
	document.activeElement !== null && document.activeElement !== document.body;

test('search finds a structure without its accents; its sheet has families, dates, verdicts, sources', async ({
	page
}) => {
	await openDrawn(page, PATH);
	await page.keyboard.press('/');
	const search = page.getByRole('combobox', { name: /de ce réseau/ });
	await expect(search).toBeFocused();
	await search.fill('cooperative de sante');
	await expect(page.getByRole('option').first()).toContainText('Coopérative de santé Richerand');
	await page.keyboard.press('Enter');
	await selected(page, 'scic-richerand');
	await expect(page).toHaveURL(/selection=scic-richerand/);

	const sheet = await (await page.request.get('/api/v1/actors/scic-richerand')).json();
	const side = sideOf(page);
	await expect(side.getByRole('heading', { name: sheet.node.name, exact: true })).toBeVisible();
	const mutualised = sheet.relations.filter(
		({ family }: { family: string }) => family === 'sharing'
	);
	const family = side.getByRole('region', { name: 'Mutualisation' });
	await expect(family.getByRole('listitem')).toHaveCount(mutualised.length);
	await expect(family).toContainText('depuis 2022');
	await expect(side.getByTitle('Lire qui le dit et où')).toHaveCount(sheet.relations.length);
	const cited = new Set(
		sheet.relations.flatMap((relation: { claims: { source?: { id: string } }[] }) =>
			relation.claims.flatMap(({ source }) => (source ? [source.id] : []))
		)
	);
	await expect(side.getByRole('region', { name: 'Sources' }).getByRole('listitem')).toHaveCount(
		cited.size
	);
});

test('a tie opens from the sheet with its claims, and each source with its title and address', async ({
	page
}) => {
	await openDrawn(page, `${PATH}?selection=lcsh`);
	const side = sideOf(page);
	await side
		.getByRole('region', { name: 'Coopération' })
		.getByTitle('Lire qui le dit et où')
		.first()
		.click();
	await selected(page, 'rel-0063');
	await expect(page).toHaveURL(/lien=rel-0063/);
	const { claims } = await (await page.request.get('/api/v1/relations/rel-0063')).json();
	expect(claims.length).toBeGreaterThan(0);
	for (const { source } of claims) {
		const title = side.getByRole('link', { name: source.name, exact: true });
		await expect(title).toHaveAttribute('href', source.url);
	}
	await expect(side.getByRole('heading', { name: 'Ce qui le prouve' })).toBeVisible();
});

test('pointing at a node emphasises it, a click opens it, a click on the ground leaves it', async ({
	page
}) => {
	await bringToMiddle(page, PATH, 'scic-richerand');
	const at = await middleOf(page);
	await page.mouse.move(at.x + 3, at.y + 2);
	await expect(drawingOf(page)).toHaveAttribute('data-hovered', 'scic-richerand');
	await page.mouse.move(at.x, at.y - 300);
	await expect(drawingOf(page)).toHaveAttribute('data-hovered', '');
	await page.mouse.click(at.x, at.y);
	await selected(page, 'scic-richerand');
	await expect(
		sideOf(page).getByRole('heading', { name: 'Coopérative de santé Richerand', exact: true })
	).toBeVisible();
	// Two clicks at once are a double click, wherever they are: clicked until it counts as one.
	await expect(async () => {
		await page.mouse.click(at.x, at.y - 300);
		await expect(drawingOf(page)).toHaveAttribute('data-selected', '', { timeout: 1000 });
	}).toPass();
	await expect(page).not.toHaveURL(/selection/);
});

test('who is « à part » is listed with why, and a line of the list shows the structure', async ({
	page
}) => {
	await openDrawn(page, PATH);
	const { items } = await (
		await page.request.get('/api/v1/isolated?project=prj-scic-richerand')
	).json();
	const side = sideOf(page);
	await side.getByRole('tab', { name: /À part/ }).click();
	await expect(page).toHaveURL(/volet=a-part/);
	for (const { name } of items)
		await expect(side.getByRole('button').filter({ hasText: name }).first()).toBeVisible();
	await side.getByRole('button', { name: /VYV Care/ }).click();
	await selected(page, 'vyv-care');
	await expect(side.getByRole('heading', { name: 'VYV Care', exact: true })).toBeVisible();
});

test('the network is fetched once, whatever is chosen and filtered afterwards', async ({
	page
}) => {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (/\/network\b|__data\.json/.test(request.url())) asked.push(request.url());
	});
	await openDrawn(page, `${PATH}?selection=lcsh`);
	await sideOf(page)
		.getByRole('button', { name: /Revenir à l.ensemble/ })
		.click();
	await selected(page, '');
	await legendOf(page)
		.getByRole('button', { name: /^Coopération/ })
		.click();
	await expect(page).toHaveURL(/familles/);
	await page.getByRole('link', { name: 'Tableau', exact: true }).click();
	await expect(page.getByRole('heading', { name: /structures et ressources/ })).toBeVisible();
	expect(asked).toHaveLength(1);
});

test('the keyboard alone: walk, zoom, fit, keys, and focus is never nowhere', async ({ page }) => {
	const { edges } = expectedIn(await networkAt(page, API));
	await bringToMiddle(page, PATH, 'scic-richerand');
	const stage = page.getByRole('application');
	await stage.focus();
	const before = await partOfColour(page, COLOUR, 40);
	await page.keyboard.press('+');
	await expect.poll(() => partOfColour(page, COLOUR, 40)).toBeGreaterThan(before);
	await page.keyboard.press('-');
	await expect.poll(() => partOfColour(page, COLOUR, 40)).toBe(before);
	await page.keyboard.press('f');
	await expect.poll(() => partOfColour(page, COLOUR, 40)).toBeLessThan(before);

	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/selection=/);
	const first = String(await drawingOf(page).getAttribute('data-selected'));
	await page.keyboard.press('ArrowLeft');
	await expect(drawingOf(page)).not.toHaveAttribute('data-selected', first);
	const second = await drawingOf(page).getAttribute('data-selected');
	const tied = edges.some(
		({ source, target }) =>
			(source === first && target === second) || (source === second && target === first)
	);
	expect(tied, `${first} – ${second}`).toBe(true);
	await expect(stage).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await selected(page, '');
	expect(await page.evaluate(focusIsSomewhere)).toBe(true);

	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Touches du clavier' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(stage).toBeFocused();
});

for (const [how, act] of [
	['Esc', (page: import('@playwright/test').Page) => page.keyboard.press('Escape')],
	['its button', (page: import('@playwright/test').Page) => page.keyboard.press('Enter')]
] as const)
	test(`leaving a sheet with ${how} leaves focus in the page`, async ({ page }) => {
		await openDrawn(page, `${PATH}?selection=lcsh`);
		const back = sideOf(page).getByRole('button', { name: /Revenir à l.ensemble/ });
		await back.focus();
		await act(page);
		if (how === 'Esc' && (await back.isVisible())) await act(page);
		await selected(page, '');
		await expect(back).toBeHidden();
		expect(await page.evaluate(focusIsSomewhere)).toBe(true);
	});

test('a footnote followed, Esc leaves the sheet as it always does, and focus stays in the page', async ({
	page
}) => {
	await openDrawn(page, PATH);
	const stage = page.getByRole('application');
	await stage.focus();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/selection=/);
	const note = sideOf(page).locator('sup a').first();
	await note.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#.+-\d+$/);
	await page.keyboard.press('Escape');
	await selected(page, '');
	await expect(page).not.toHaveURL(/selection|#/);
	await expect.poll(() => page.evaluate(focusIsSomewhere)).toBe(true);
});

test('Back returns to where the reader came from, not through every choice', async ({ page }) => {
	await page.goto('/structures');
	await page.goto(PATH);
	await expectDrawn(page, expectedIn(await networkAt(page, API)));
	await sideOf(page)
		.getByRole('tab', { name: /À part/ })
		.click();
	await sideOf(page)
		.getByRole('button', { name: /VYV Care/ })
		.click();
	await selected(page, 'vyv-care');
	await sideOf(page).getByRole('link', { name: 'Voir la page complète' }).click();
	await expect(page).toHaveURL(/\/structures\/vyv-care$/);
	await page.goBack();
	await selected(page, 'vyv-care');
	await page.goBack();
	await expect(page).toHaveURL(/\/structures$/);
});

test('a structure that is no longer there is said in one sentence, and the rest is shown', async ({
	page
}) => {
	for (const [name, value] of [
		['selection', 'gone-for-good'],
		['lien', 'gone-tie'],
		['avec', 'gone-too']
	]) {
		await openDrawn(page, `${PATH}?${name}=${value}`);
		await expect(page.getByText('qui n’est pas, ou n’est plus, dans ce réseau')).toHaveCount(1);
		await expectDrawn(page, expectedIn(await networkAt(page, API)));
		await selected(page, '');
	}
});

test('a damaged address says so in one sentence and the page works', async ({ page }) => {
	await openDrawn(page, `${PATH}?selection=nowhere&familles=xx`);
	await expectDrawn(page, expectedIn(await networkAt(page, API)));
	await expect(page.getByText('Une partie de l’adresse n’a pas été comprise')).toHaveCount(1);
	await selected(page, '');
	const line = legendOf(page).getByRole('button', { name: /^Coopération/ });
	await line.click();
	await expect(line).toHaveAttribute('aria-pressed', 'false');
	await sideOf(page)
		.getByRole('tab', { name: /À part/ })
		.click();
	await sideOf(page)
		.getByRole('button', { name: /VYV Care/ })
		.click();
	await selected(page, 'vyv-care');
});
