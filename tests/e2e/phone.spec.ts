import { expect, test, type Page } from '@playwright/test';
import { placesOf } from './explorer-hand.ts';
import { drawingOf, legendOf, openDrawn, sideOf } from './explorer-page.ts';

test.use({
	viewport: { width: 390, height: 844 },
	hasTouch: true,
	isMobile: true,
	contextOptions: { reducedMotion: 'reduce' }
});

const PATH = '/demonstration';
const opener = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const shares = async (page: Page, sheet: ReturnType<typeof legendOf>): Promise<number> => {
	const [box, drawing] = [await sheet.boundingBox(), await drawingOf(page).boundingBox()];
	return box && drawing ? (box.y - drawing.y) / drawing.height : 0;
};

test('a sheet leaves a third of the drawing in sight, takes the focus and gives it back', async ({
	page
}) => {
	await openDrawn(page, PATH);
	for (const [name, sheet] of [
		['Légende', legendOf(page)],
		['Détails', sideOf(page)]
	] as const) {
		await expect(opener(page, name)).toHaveAttribute('aria-expanded', 'false');
		await opener(page, name).press('Enter');
		await expect(opener(page, name)).toHaveAttribute('aria-expanded', 'true');
		const close = sheet.getByRole('button', { name: 'Fermer' });
		await expect(close).toBeFocused();
		await expect.poll(() => shares(page, sheet)).toBeGreaterThan(0.33);
		await close.press('Enter');
		await expect(sheet).toBeHidden();
		await expect(opener(page, name)).toBeFocused();
	}
});

test('filtering moves nothing under the hand, and what undoes it gives the focus back', async ({
	page
}) => {
	await openDrawn(page, PATH);
	await opener(page, 'Légende').tap();
	const legend = legendOf(page);
	const line = legend.getByRole('button', { name: /^CPTS et réseaux/ });
	await expect(line).toBeVisible();
	// A trial waits until the sheet no longer slides.
	await line.tap({ trial: true });
	const before = await line.boundingBox();
	await line.tap();
	const reset = legend.getByRole('button', { name: 'Rétablir l’affichage de départ' });
	await expect(reset).toBeInViewport({ ratio: 1 });
	await expect.poll(() => line.boundingBox()).toEqual(before);
	await reset.press('Enter');
	await expect(reset).toHaveCount(0);
	await expect(legend.getByRole('button', { name: /^Soins de premier/ }).first()).toBeFocused();
});

test('the figures of the whole say what the filters leave', async ({ page }) => {
	await openDrawn(page, `${PATH}?statuts=ended`);
	await opener(page, 'Détails').tap();
	const shown = await drawingOf(page).getAttribute('data-edges');
	await expect(sideOf(page)).toContainText(
		new RegExp(`Avec vos filtres\\s: \\d+ structures affichées, .*, ${shown} liens\\.`)
	);
});

test('the address is sent from where one takes away, whose way out is always in sight', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openDrawn(page, `${PATH}?familles=cooperation`);
	await page.getByRole('button', { name: 'Emporter' }).tap();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('button', { name: 'Fermer' })).toBeInViewport({ ratio: 1 });
	await dialog.getByRole('button', { name: /^Adresse de la vue/ }).tap();
	await expect(dialog.getByRole('status')).toHaveText(/^L’adresse est copiée\./);
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('a phone held sideways breaks no word of the title', async ({ page }) => {
	await page.setViewportSize({ width: 844, height: 390 });
	await openDrawn(page, PATH);
	const title = page.getByRole('heading', { level: 1 });
	const [box, line] = await title.evaluate((element) => [
		element.getBoundingClientRect().height,
		parseFloat(getComputedStyle(element).lineHeight)
	]);
	expect(box).toBeLessThan(2 * (line ?? 0));
});

test('a row that slides sideways shows what takes the focus, whole', async ({ page }) => {
	await page.goto('/');
	const kinds = page.getByRole('navigation', { name: 'Type de projet' }).getByRole('link');
	await kinds.first().focus();
	for (let at = 1; at < 5; at++) {
		await page.keyboard.press('Tab');
		await expect(kinds.nth(at)).toBeFocused();
		await expect(kinds.nth(at)).toBeInViewport({ ratio: 0.99 });
	}
});

for (const locale of ['fr-FR', 'en-GB'])
	test.describe(locale, () => {
		test.use({ locale });
		test('the five links of the header keep to one line, each 44 px high', async ({ page }) => {
			await page.goto('/');
			const links = page.getByRole('banner').getByRole('navigation').getByRole('link');
			await expect(links).toHaveCount(5);
			for (const width of [390, 360]) {
				await page.setViewportSize({ width, height: 844 });
				const boxes = await links.evaluateAll((all) =>
					all.map((link) => link.getBoundingClientRect())
				);
				expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
				for (const { height } of boxes) expect(height).toBeGreaterThanOrEqual(44);
			}
		});
	});

test('a way is seen whole above the sheet that tells it', async ({ page }) => {
	await openDrawn(page, `${PATH}?noms=4`);
	const places = [...(await placesOf(page))].sort(([, a], [, b]) => b.y - a.y);
	const ids = places.map(([id]) => id).filter((id) => !id.startsWith('fictif-ressource'));
	// To the highest of the drawing, from the lowest that has a way there: where the sheet comes.
	const to = String(ids.at(-1));
	let from = '';
	for (const id of ids.slice(0, -1)) {
		const answer = await page.request.get(`${PATH}/api/paths`, { params: { from: id, to } });
		expect(answer.ok()).toBe(true);
		from = JSON.stringify(await answer.json()).includes('"relations"') ? id : '';
		if (from) break;
	}
	await openDrawn(page, `${PATH}?noms=4&volet=chemins&de=${from}&vers=${to}`);
	await opener(page, 'Détails').tap();
	await expect(async () => {
		const traced = String(await drawingOf(page).getAttribute('data-traced')).split(' ');
		const drawing = await drawingOf(page).boundingBox();
		const sheet = await sideOf(page).boundingBox();
		const now = await placesOf(page);
		const ends = traced.flatMap((id) => now.get(id) ?? []);
		expect(ends.length).toBeGreaterThan(1);
		for (const { y } of ends) {
			expect(y).toBeGreaterThan(drawing?.y ?? Infinity);
			expect(y).toBeLessThan(sheet?.y ?? 0);
		}
	}).toPass();
});
