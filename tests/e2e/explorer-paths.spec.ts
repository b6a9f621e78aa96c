import { expect, test, type Page } from '@playwright/test';
import { drawingOf, openDrawn, sideOf } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PATH = '/ecosysteme';
const FROM = 'rsslm';
const TO = 'epsm-agglomeration-lilloise';

interface Found {
	reason?: string;
	items: {
		length: number;
		nodes: { id: string; name: string }[];
		relations: string[][];
		sentence: string;
	}[];
}

async function pathsFrom(page: Page, from: string, to: string, language = 'fr'): Promise<Found> {
	const answer = await page.request.get('/api/v1/paths', {
		params: { from, to },
		headers: { 'accept-language': language }
	});
	expect(answer.status()).toBe(200);
	return answer.json();
}
const from = (page: Page) => sideOf(page).getByRole('combobox', { name: 'De' });
const to = (page: Page) => sideOf(page).getByRole('combobox', { name: 'Vers' });
const results = (page: Page) => sideOf(page).getByTitle('Montrer ce chemin dans le dessin');
const traced = (found: Found['items'][number]) =>
	[...found.nodes.map(({ id }) => id), ...found.relations.flat()].sort();
const tracedIn = async (page: Page): Promise<string[]> =>
	((await drawingOf(page).getAttribute('data-traced')) ?? '').split(' ').filter(Boolean).sort();

test('by pointer: two structures chosen, the ways as sentences, each shown in the drawing', async ({
	page
}) => {
	const { items } = await pathsFrom(page, FROM, TO);
	expect(items.length).toBeGreaterThan(1);
	await openDrawn(page, PATH);
	await sideOf(page).getByRole('tab', { name: 'Chemins' }).click();
	await from(page).fill('reseau sante solidarite lille');
	await page.getByRole('option', { name: /^Réseau Santé Solidarité Lille/ }).click();
	await expect(page).toHaveURL(/de=rsslm/);
	await to(page).fill('epsm agglomeration');
	await page.getByRole('option', { name: /^EPSM de l.agglo/ }).click();
	await expect(page).toHaveURL(/vers=epsm-agglo/);
	await expect(results(page)).toHaveText(items.map(({ sentence }) => sentence));
	const [first, second] = items;
	if (!first || !second) throw new Error('two ways are needed');
	await expect.poll(() => tracedIn(page)).toEqual(traced(first));

	await results(page).nth(1).click();
	await expect(page).toHaveURL(/chemin=2/);
	await expect.poll(() => tracedIn(page)).toEqual(traced(second));
	await page.reload();
	await expect.poll(() => tracedIn(page)).toEqual(traced(second));

	await sideOf(page).getByRole('button', { name: 'Inverser le départ et l’arrivée' }).click();
	await expect(page).toHaveURL(/de=epsm-agglomeration-lilloise&vers=rsslm/);
	const back = await pathsFrom(page, TO, FROM);
	await expect(results(page)).toHaveText(back.items.map(({ sentence }) => sentence));

	await sideOf(page).getByRole('tab', { name: 'Sources' }).click();
	await expect(drawingOf(page)).toHaveAttribute('data-traced', '');
});

test('by keyboard alone', async ({ page }) => {
	const { items } = await pathsFrom(page, FROM, TO);
	await openDrawn(page, `${PATH}?volet=chemins`);
	await sideOf(page).getByRole('tab', { name: 'Chemins' }).focus();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(from(page)).toBeFocused();
	await page.keyboard.type('reseau sante solidarite lille');
	await page.keyboard.press('Enter');
	await expect(from(page)).toHaveValue('Réseau Santé Solidarité Lille Métropole');
	await page.keyboard.press('Tab');
	await expect(to(page)).toBeFocused();
	const name = items[0]?.nodes.at(-1)?.name ?? '';
	await page.keyboard.type(name);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`vers=${TO}`));
	await expect(results(page)).toHaveText(items.map(({ sentence }) => sentence));
	await expect(sideOf(page).getByRole('status').filter({ hasText: 'chemin' })).toBeVisible();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(results(page).first()).toBeFocused();
});

test('filters that hide every way are named, and can be put back', async ({ page }) => {
	await openDrawn(page, `${PATH}?volet=chemins&de=${FROM}&vers=${TO}&familles=funding`);
	const side = sideOf(page);
	await expect(side).toContainText('Un chemin existe, mais vos filtres le masquent');
	await expect(side).toContainText('les sortes de liens');
	await side.getByRole('button', { name: 'Tout afficher' }).click();
	await expect(results(page).first()).toBeVisible();
});

test('two separate groups are said to be, with what is known of each', async ({ page }) => {
	const { reason } = await pathsFrom(page, 'scic-richerand', 'case-de-sante');
	expect(reason).toBe('apart');
	await openDrawn(page, `${PATH}?volet=chemins&de=scic-richerand&vers=case-de-sante`);
	await expect(sideOf(page)).toContainText('Aucun chemin de Coopérative de santé Richerand');
	await expect(sideOf(page)).toContainText('deux groupes sans lien entre eux');
	await expect(drawingOf(page)).toHaveAttribute('data-traced', '');
});

test('an address with a stranger says so and leaves the rest', async ({ page }) => {
	await openDrawn(page, `${PATH}?volet=chemins&de=personne&vers=${TO}`);
	await expect(sideOf(page)).toContainText('n’est pas dans ce réseau');
	await expect(to(page)).not.toHaveValue('');
});

test('the API refuses strangers and missing ends in plain words', async ({ request }) => {
	for (const [params, status] of [
		[{ from: FROM, to: 'personne' }, 404],
		[{ from: FROM }, 400]
	] as const) {
		const answer = await request.get('/api/v1/paths', { params });
		expect(answer.status()).toBe(status);
		expect(answer.headers()['content-type']).toBe('application/problem+json');
	}
});

test.describe('in English', () => {
	test.use({ locale: 'en-GB' });

	test('the same ways are said in English', async ({ page }) => {
		const { items } = await pathsFrom(page, FROM, TO, 'en');
		expect(items[0]?.sentence).toMatch(/^(Through|Direct tie)/);
		await openDrawn(page, `${PATH}?volet=chemins&de=${FROM}&vers=${TO}`);
		await expect(page.getByTitle('Show this way in the drawing')).toHaveText(
			items.map(({ sentence }) => sentence)
		);
	});
});

test('the menu of a structure asks from it and to it', async ({ page }) => {
	const { items } = await pathsFrom(page, FROM, TO);
	await openDrawn(page, `${PATH}?selection=${FROM}`);
	await page.getByRole('application').focus();
	await page.keyboard.press('Shift+F10');
	await page.getByRole('menuitem', { name: 'Par qui passer depuis ici' }).click();
	await expect(page).toHaveURL(new RegExp(`de=${FROM}`));
	await expect(from(page)).not.toHaveValue('');
	await openDrawn(page, `${PATH}?volet=chemins&de=${FROM}&selection=${TO}`);
	await expect(drawingOf(page)).toHaveAttribute('data-selected', TO);
	await page.getByRole('application').focus();
	await page.keyboard.press('Shift+F10');
	await page.getByRole('menuitem', { name: 'Par qui passer jusqu’ici' }).click();
	await expect(results(page)).toHaveText(items.map(({ sentence }) => sentence));
});
