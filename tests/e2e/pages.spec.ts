import { expect, test } from '@playwright/test';

test('a structure shows what it is, its ties by family, and the source of each', async ({
	page
}) => {
	await page.goto('/structures/scic-richerand');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Coopérative de santé Richerand'
	);
	const hosting = page
		.getByRole('listitem')
		.filter({ has: page.getByRole('link', { name: 'CPTS Paris 10', exact: true }) })
		.filter({ hasText: 'siège de la CPTS' });
	await expect(hosting).toContainText('héberge');
	await expect(hosting).toContainText('depuis 2022');
	await expect(hosting).toContainText('dit par Coopérative de santé Richerand');
	const cited = hosting.getByRole('link', { name: /Place aux coopérateurs/ });
	const anchor = (await cited.getAttribute('href')) ?? '';
	const source = page.locator(`[id="${anchor.slice(1)}"]`);
	await expect(source).toContainText('2022');
	await expect(source).toContainText('lue le 22 novembre 2026');
	await source.getByRole('link', { name: /Tout ce qui repose sur elle/ }).click();
	await expect(page).toHaveURL('/sources/src-richerand-2022');
});

test('an ended tie is said to be ended', async ({ page }) => {
	await page.goto('/structures/scic-richerand');
	const managed = page.getByRole('listitem').filter({ hasText: 'gestion du centre depuis' });
	await expect(managed).toContainText('2019 – 2024');
	await expect(managed).toContainText('terminé');
});

test('a source lists what rests on it', async ({ page }) => {
	await page.goto('/sources/src-richerand-2022');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Place aux coopérateurs');
	await expect(page.getByRole('main')).toContainText('billet entier');
	for (const name of ['Institut de Victimologie de Paris', 'GIRCI Île-de-France'])
		await expect(page.getByRole('link', { name }).first()).toBeVisible();
	await expect(page.getByRole('link', { name: /richerand\.fr/ }).first()).toHaveAttribute(
		'href',
		/^http:\/\/richerand\.fr\/2022/
	);
});

test('a resource names who holds it and who uses it', async ({ page }) => {
	await page.goto('/ressources/res-locaux-richerand');
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { level: 1 })).toContainText('Locaux');
	for (const name of ['Coopérative de santé Richerand', 'Institut de Victimologie de Paris'])
		await expect(main.getByRole('link', { name, exact: true }).first()).toBeVisible();
});

test('a funder says each payment once: to whom, how much, which years, says who', async ({
	page
}) => {
	await page.goto('/financeurs/assurance-maladie');
	const row = page.getByRole('row').filter({ hasText: 'dotation des 26 structures' });
	await expect(row).toHaveCount(1);
	await expect(row).toContainText(/14\s000\s000\s€/u);
	await expect(row).toContainText('depuis 2021');
	await expect(row.getByRole('link', { name: /^Source \d/ })).not.toHaveCount(0);
	await expect(page.getByRole('heading', { name: /^Financement/ })).toHaveCount(0);
});

test('a region shows its projects and leads to its ecosystem and its structures', async ({
	page
}) => {
	await page.goto('/regions/06');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mayotte');
	await expect(page.getByRole('article')).toHaveCount(2);
	await page.getByRole('link', { name: 'Voir ses structures' }).click();
	await expect(page).toHaveURL('/structures?region=06');
	await expect(page.getByRole('main').getByRole('status')).toContainText('10 structures');
});

test('credits state each set of data with its licence', async ({ page }) => {
	await page.goto('/mentions');
	const credit = (text: RegExp) => page.getByRole('listitem').filter({ hasText: text });
	await expect(credit(/Insee et DGCL/).getByRole('link')).toHaveText('Licence Ouverte 2.0');
	await expect(credit(/GeoNames/).getByRole('link')).toHaveText('CC BY 4.0');
	await expect(credit(/FINESS, extraction du 8 janvier 2021/)).toHaveCount(1);
	await expect(page.getByText('289 pages publiques')).toBeVisible();
});

test('the accessibility statement and every footer say « non conforme »', async ({ page }) => {
	await page.goto('/accessibilite');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibilité : non conforme');
	for (const path of ['/', '/structures', '/projets/prj-scic-richerand']) {
		await page.goto(path);
		const said = page.getByRole('contentinfo').getByRole('link', { name: /^Accessibilité/ });
		await expect(said).toHaveText('Accessibilité\u202f: non conforme');
	}
});

test('the directory turns its pages without losing or repeating anybody', async ({ page }) => {
	await page.goto('/structures');
	await expect(page.getByRole('main').getByRole('status')).toHaveText(/379 structures trouvées/);
	const seen: string[] = [];
	for (let turn = 1; ; turn++) {
		await expect(page.getByText(`Page ${turn} sur 8`)).toBeVisible();
		seen.push(
			...(await page
				.locator('ul.items .name a')
				.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? '')))
		);
		const next = page.getByRole('link', { name: 'Page suivante' });
		if ((await next.count()) === 0) break;
		await next.click();
		await expect(page).toHaveURL(new RegExp(`page=${turn + 1}`));
	}
	expect(seen).toHaveLength(379);
	expect(new Set(seen).size).toBe(379);
});

test('the directory finds by name, kind, region and cooperative status', async ({ page }) => {
	await page.goto('/structures');
	await page.getByLabel('Nom ou commune').fill('RICHÉRAND');
	await page.getByRole('main').getByRole('button', { name: 'Chercher' }).click();
	await expect(page).toHaveURL(/q=RICH/);
	await expect(page.locator('ul.items').getByRole('link')).toContainText([
		/Coopérative de santé Richerand|Centre de santé Richerand/
	]);
	await page.goto('/structures?region=01');
	await expect(page.locator('ul.items li')).toHaveCount(3);
	await page.getByRole('combobox', { name: /^Type/ }).selectOption('collectivite');
	await page.getByRole('main').getByRole('button', { name: 'Chercher' }).click();
	await expect(page.locator('ul.items li')).toHaveCount(1);
	await page.goto('/structures?region=01&ess=oui');
	await expect(page.getByText('Aucune structure ne répond à cette recherche.')).toBeVisible();
});

for (const path of ['page=99', 'page=zero', 'type=licorne', 'region=xx', 'tri=taille', 'ess=bof'])
	test(`the directory refuses « ${path} » in a useful page`, async ({ page }) => {
		const answer = await page.goto(`/structures?${path}`);
		expect(answer?.status()).toBe(400);
		await expect(page.getByRole('main')).toContainText(`« ${path.replace('=', ' = ')} »`);
	});

const LOST = ['structures/x', 'financeurs/x', 'ressources/x', 'sources/x', 'regions/00', 'rien'];
for (const path of LOST)
	for (const [language, title, way] of [
		['fr-FR', 'Cette page n’existe pas', 'Voir tous les projets'],
		['en-GB', 'This page does not exist', 'See all projects']
	] as const)
		test(`/${path} is not found, in ${language}, with a way on`, async ({ browser }) => {
			const context = await browser.newContext({ locale: language });
			const page = await context.newPage();
			const answer = await page.goto(`/${path}`);
			expect(answer?.status()).toBe(404);
			await expect(page.locator('html')).toHaveAttribute('lang', language.slice(0, 2));
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
			await expect(page.getByRole('link', { name: way })).toHaveAttribute('href', '/');
			await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
			await context.close();
		});

test('French unless the browser asks for English', async ({ request }) => {
	for (const [asked, lang] of [
		['en-GB,en;q=0.9', 'en'],
		['fr-FR', 'fr'],
		['de-DE', 'fr'],
		['', 'fr']
	] as const) {
		const answer = await request.get('/structures', { headers: { 'accept-language': asked } });
		expect(await answer.text(), asked).toMatch(new RegExp(`<html lang="${lang}"`));
	}
});

test('the language chosen by the switch is kept, on the same page', async ({ page }) => {
	await page.goto('/structures?region=06');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL('/structures?region=06');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The structures');
	await page.goto('/mentions');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.getByRole('button', { name: 'Français' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Mentions légales/);
});

test('the theme chosen by the switch wins over the system, and is kept', async ({ page }) => {
	const ground = () =>
		page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/structures');
	const light = await ground();
	await page.getByRole('button', { name: 'Passer au thème sombre' }).click();
	await expect(page).toHaveURL('/structures');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	const dark = await ground();
	expect(dark).not.toBe(light);
	await page.goto('/mentions');
	expect(await ground()).toBe(dark);
	await page.getByRole('button', { name: 'Passer au thème clair' }).click();
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(ground).toBe(light);
	await page.getByRole('button', { name: 'Suivre le thème du système' }).click();
	await expect.poll(ground).toBe(dark);
});

test('« / » goes to the search, and writes a slash where one writes', async ({ page }) => {
	await page.goto('/mentions');
	const search = page.getByRole('banner').getByRole('searchbox');
	await expect(search).toHaveAttribute('aria-keyshortcuts', '/');
	await expect(async () => {
		await page.keyboard.press('/');
		await expect(search).toBeFocused({ timeout: 500 });
	}).toPass();
	await search.fill('');
	await page.keyboard.press('/');
	await expect(search).toHaveValue('/');
});
