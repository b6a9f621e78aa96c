import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { heardIn, spoken } from './accessible-text.ts';
import {
	expectedIn,
	legendOf,
	networkAt,
	openDrawn,
	selected,
	sideOf,
	type NetworkAnswer
} from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const DEMONSTRATION = '/demonstration';
const API = '/demonstration/api/network';
const RICHERAND = '/projets/prj-scic-richerand';

const textOf = (page: Page): Locator => page.locator('.reading[data-view="texte"] .text');
async function openText(page: Page, path: string): Promise<Locator> {
	await page.goto(path);
	// Buttons instead of links: the page is alive and tells the network it fetched.
	await expect(textOf(page).getByRole('button').first()).toBeVisible();
	await expect(textOf(page)).toHaveAttribute('aria-busy', 'false');
	return textOf(page);
}
const idsIn = (found: Locator, attribute: string): Promise<string[]> =>
	found.evaluateAll(
		(list, name) => [...new Set(list.map((item) => item.getAttribute(name) ?? ''))].sort(),
		attribute
	);
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).sort();

async function expectTold(page: Page, { nodes, edges }: NetworkAnswer): Promise<void> {
	await expect(textOf(page).locator('[data-tie]')).toHaveCount(edges.length);
	expect(await idsIn(textOf(page).locator('[data-tie]'), 'data-tie')).toEqual(ids(edges));
	expect(await idsIn(textOf(page).locator('[data-node]'), 'data-node')).toEqual(ids(nodes));
}

test('the whole first, then groups, relays, who is apart, ties by family, and their sources', async ({
	page
}) => {
	const network = expectedIn(await networkAt(page, API));
	await openText(page, `${DEMONSTRATION}?vue=texte`);
	const { headings, words, lines } = await heardIn(page, 'Texte');
	expect(headings.filter(({ level }) => level === 2).map(({ name }) => name)).toEqual([
		'Vue d’ensemble',
		'Groupes reliés par coopération ou partage',
		'Relais',
		'Structures à part',
		'Sans coopération ni partage parmi les liens affichés',
		'Liens par famille',
		'Sources'
	]);
	const structures = network.nodes.filter(({ label }) => label === 'Actor' || label === 'Funder');
	expect(words).toContain(`On voit ${structures.length} structures et`);
	expect(words).toContain(`avec ${network.edges.length} liens`);
	expect(words).toContain('Masqué dans la légende : ARS');
	const ties = lines.filter(({ under }) => under[0] === 'Liens par famille');
	expect(ties).toHaveLength(network.edges.length);
	expect(ties.map(spoken)).toContainEqual(
		expect.stringMatching(
			/^Atelier des Communs imaginaires accompagne SCIC La Girouette, depuis le 20 octobre 2019\. Appui au projet de santé\. En cours, déduit, non demandé\. Source : Source \d+ : /
		)
	);
});

test('groups and relays are those of the ties shown', async ({ page }) => {
	await openText(page, `${RICHERAND}?vue=texte`);
	const { lines } = await heardIn(page, 'Texte');
	const inGroups = lines.filter(({ under }) => under[0].startsWith('Groupes reliés'));
	expect(new Set(inGroups.map(({ under }) => under[1]))).toEqual(
		new Set(['Groupe de 9 structures, autour de Coopérative de santé Richerand'])
	);
	expect(inGroups.map(spoken)[0]).toBe(
		'Coopérative de santé Richerand SCIC · Paris · 6 partenaires'
	);
	expect(lines.filter(({ under }) => under[0] === 'Relais').map(spoken)).toContainEqual(
		expect.stringMatching(
			/^Coopérative de santé Richerand sans ce relais, \d structures ne sont plus reliées : /
		)
	);
	// Without cooperation nor sharing there is no group, and the text says so.
	await openText(page, `${RICHERAND}?vue=texte&familles=funding`);
	const { words, headings } = await heardIn(page, 'Texte');
	expect(words).toContain('Aucune coopération, aucun partage ne relie deux structures.');
	expect(headings.map(({ name }) => name)).not.toContain('Relais');
});

test('a name opens its sheet, a verb its tie, and the drawing shows the same', async ({ page }) => {
	await openText(page, `${DEMONSTRATION}?vue=texte`);
	const line = textOf(page).locator('[data-tie]').nth(3);
	const id = (await line.getAttribute('data-tie')) ?? '';
	await line.getByRole('button').nth(1).press('Enter');
	await expect(page).toHaveURL(new RegExp(`lien=${id}`));
	await expect(line).toHaveAttribute('aria-current', 'true');
	const name = line.getByRole('button').last();
	const words = (await name.textContent()) ?? '';
	await name.press('Enter');
	await expect(page).toHaveURL(/selection=/);
	await expect(sideOf(page).getByRole('heading', { name: words, exact: true })).toBeVisible();
	const node = textOf(page).locator('[data-node][aria-current]').first();
	await expect(node.getByRole('button')).toHaveText(words);
	const chosen = (await node.getAttribute('data-node')) ?? '';
	await page.getByRole('link', { name: 'Réseau', exact: true }).click();
	await selected(page, chosen);
});

test('the legend filters it like the other views, and what is left out is said', async ({
	page
}) => {
	const network = await networkAt(page, API);
	await openText(page, `${DEMONSTRATION}?vue=texte`);
	await expectTold(page, expectedIn(network));
	await legendOf(page)
		.getByRole('button', { name: /^Mutualisation/ })
		.click();
	await expectTold(page, expectedIn(network, ['cooperation', 'funding']));
	await expect(textOf(page).locator('.overview')).toContainText(
		/Masqué dans la légende.*Mutualisation/
	);
	await expect(page.getByRole('status').filter({ hasText: /^Texte\s: .*affichées/ })).toHaveCount(
		1
	);
	await legendOf(page).getByRole('button', { name: 'Rétablir l’affichage de départ' }).click();
	await expectTold(page, expectedIn(network));
});

test('a number leads to its source, and the keyboard goes with it', async ({ page }) => {
	await openText(page, `${RICHERAND}?vue=texte`);
	const number = textOf(page).locator('[data-tie] a').first();
	await number.press('Enter');
	const source = textOf(page).locator('li:target');
	await expect(source).toBeFocused();
	const title = (await source.textContent())?.trim() ?? '';
	const place = await number.textContent();
	await expect(number).toHaveAccessibleName(`Source ${place}\u202f: ${title}`);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/sources\//);
});

test('X leads from any view to the text and back', async ({ page }) => {
	await openDrawn(page, RICHERAND);
	await page.keyboard.press('x');
	await expect(textOf(page)).toBeVisible();
	await page.keyboard.press('x');
	await expect(page.getByRole('application')).toBeVisible();
	await expect(page).not.toHaveURL(/vue=/);
});

test('two years compared, the text says what became of each tie', async ({ page }) => {
	await openDrawn(page, `${DEMONSTRATION}?annee=2022&depuis=2016`);
	const drawn = (await page.locator('[data-drawing]').getAttribute('data-changes'))?.split(' ');
	await page.getByRole('link', { name: 'Texte', exact: true }).click();
	await expect(textOf(page)).toHaveAttribute('aria-busy', 'false');
	const { lines, words } = await heardIn(page, 'Texte');
	expect(words).toContain('Années comparées : 2016 et 2022.');
	const said = lines.map(spoken);
	expect(
		['Créé entre', 'Terminé entre', 'Renouvelé entre', 'Maintenu de'].map((change) =>
			String(said.filter((line) => line.includes(`${change} 2016`)).length)
		)
	).toEqual(drawn);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the text is whole, its names are links, its sources are named', async ({ page }) => {
		const api = '/api/v1/projects/prj-scic-richerand/network';
		const network = expectedIn(await networkAt(page, api));
		await page.goto(RICHERAND);
		await page.getByRole('link', { name: 'Texte', exact: true }).click();
		await expectTold(page, network);
		await expect(textOf(page).getByRole('button')).toHaveCount(0);
		await textOf(page)
			.getByRole('link', { name: 'Institut de Victimologie de Paris' })
			.first()
			.click();
		await expect(page).toHaveURL('/structures/institut-victimologie');
		await page.goBack();
		await textOf(page)
			.locator('ol li')
			.first()
			.getByRole('link', { name: /\w+ \w+/ })
			.click();
		await expect(page).toHaveURL(/\/sources\//);
	});
});

test('in English it is English', async ({ page }) => {
	await openText(page, `${DEMONSTRATION}?vue=texte`);
	await page.getByRole('button', { name: 'English' }).click();
	await expect(textOf(page).getByRole('heading', { name: 'Overview' })).toBeVisible();
	const { lines } = await heardIn(page, 'Text');
	expect(lines.map(spoken)).toContainEqual(
		expect.stringMatching(
			/^Atelier des Communs imaginaires supports the work of SCIC La Girouette, since 20 October 2019\./
		)
	);
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`axe finds nothing in the text, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await openText(page, `${RICHERAND}?vue=texte&selection=scic-richerand&masques=aucune`);
		const { violations, passes } = await new AxeBuilder({ page }).analyze();
		expect(passes.length).toBeGreaterThan(10);
		expect(
			violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`))
		).toEqual([]);
	});
