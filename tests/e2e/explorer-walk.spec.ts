import { expect, test, type Page } from '@playwright/test';
import { drawingOf, networkAt, openDrawn, selected } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PATH = '/projets/prj-scic-richerand';
const API = '/api/v1/projects/prj-scic-richerand/network';
const HUB = 'scic-richerand';

const stage = (page: Page) => page.getByRole('application');
const live = (page: Page) => page.locator('.explorer > [role="status"]');
const selectedId = (page: Page): Promise<string | null> =>
	drawingOf(page).getAttribute('data-selected');

async function startAt(page: Page, id: string): Promise<void> {
	await openDrawn(page, `${PATH}?selection=${id}`);
	await selected(page, id);
	await stage(page).focus();
}
/** Presses a key and answers where it led. */
async function press(page: Page, key: string): Promise<string> {
	const before = await selectedId(page);
	await page.keyboard.press(key);
	await expect.poll(() => selectedId(page)).not.toBe(before);
	return (await selectedId(page)) ?? '';
}

test('each step says where it led, how many ties start there, and the tie walked', async ({
	page
}) => {
	const { nodes, edges } = await networkAt(page, API);
	const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
	await startAt(page, HUB);
	const here = await press(page, 'PageDown');
	const tie = edges.find(
		({ source, target }) => [source, target].includes(HUB) && [source, target].includes(here)
	);
	expect(tie).toBeDefined();
	await expect(live(page)).toHaveText(
		new RegExp(
			`^${nameOf.get(here)}, \\d+ liens? directs?\\. (Coopération|Mutualisation|Financement)\\s: ${nameOf.get(tie?.source ?? '')} .+ ${nameOf.get(tie?.target ?? '')}, (depuis|de|en|date inconnue|jusqu).*\\. En cours, (sourcé|déduit|sans source), .+\\.$`
		)
	);
	await expect(stage(page)).toBeFocused();
});

test('said once: one region speaks for a step, and the words change with it', async ({ page }) => {
	await startAt(page, HUB);
	const spoken = await page.evaluate(() => {
		const heard: string[] = [];
		for (const region of document.querySelectorAll('[role="status"]'))
			new MutationObserver(() => {
				if (region.textContent) heard.push(region.textContent.trim());
			}).observe(region, { childList: true, characterData: true, subtree: true });
		Object.assign(window, { heard });
		return heard.length;
	});
	expect(spoken).toBe(0);
	await press(page, 'PageDown');
	await expect(live(page)).toHaveText(/liens? directs?\. /);
	const words = await live(page).textContent();
	expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([words?.trim()]);
});

test('every neighbour is reached by going round, and the way back is the way one came', async ({
	page
}) => {
	const { edges } = await networkAt(page, API);
	await startAt(page, HUB);
	const first = await press(page, 'PageDown');
	const met = [first];
	for (;;) {
		const next = await press(page, 'PageDown');
		if (next === first) break;
		met.push(next);
	}
	const near = new Set(
		edges
			.filter(
				({ family, source, target }) =>
					['cooperation', 'sharing', 'funding'].includes(family) && [source, target].includes(HUB)
			)
			.flatMap(({ source, target }) => [source, target])
	);
	near.delete(HUB);
	expect([...met].sort()).toEqual([...near].sort());
	expect(await press(page, 'PageUp')).toBe(met.at(-1));
	expect(await press(page, 'Backspace')).toBe(HUB);
	await expect(live(page)).toHaveText(/^Retour\s: Coopérative de santé Richerand, /);
	await page.keyboard.press('Backspace');
	await expect(page.getByRole('status').filter({ hasText: 'la marche commence ici' })).toHaveCount(
		1
	);
	await selected(page, HUB);
	await expect(stage(page)).toBeFocused();
});

test('a way of three steps is walked back step by step', async ({ page }) => {
	await startAt(page, HUB);
	const way = [HUB];
	for (const key of ['PageDown', 'Enter', 'Enter']) {
		if (key === 'Enter') {
			await page.keyboard.press('Enter');
			const items = page.getByRole('menu').getByRole('menuitem');
			await expect(items.first()).toBeFocused();
			way.push(await press(page, 'Enter'));
			await expect(stage(page)).toBeFocused();
		} else way.push(await press(page, key));
	}
	for (const id of way.slice(0, -1).reverse()) expect(await press(page, 'Backspace')).toBe(id);
});

test('Enter lists the neighbours with what ties them, and a letter leads to one', async ({
	page
}) => {
	await startAt(page, HUB);
	await page.keyboard.press('Enter');
	const menu = page.getByRole('menu', { name: /^\d+ voisines de Coopérative de santé Richerand$/ });
	await expect(menu.getByRole('menuitem').first()).toBeFocused();
	await expect(menu.getByRole('group', { name: 'Mutualisation' })).toBeVisible();
	await page.keyboard.press('g');
	const line = menu.getByRole('menuitem', { name: /^GIRCI Île-de-France · héberg/ });
	await expect(line).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(live(page)).toHaveText(/^GIRCI Île-de-France, /);
	await expect(stage(page)).toBeFocused();
});

test('any structure is ten keys away: the search leads into the drawing, where the walk goes on', async ({
	page
}) => {
	await openDrawn(page, PATH);
	for (const key of ['/', 'v', 'i', 'c', 't', 'i', 'm', 'Enter']) await page.keyboard.press(key);
	await selected(page, 'institut-victimologie');
	await expect(stage(page)).toBeFocused();
	await press(page, 'PageDown');
	await expect(live(page)).toHaveText(/liens? directs?\. .*Institut de Victimologie de Paris/);
});

test('the keys of the walk are listed', async ({ page }) => {
	await openDrawn(page, PATH);
	await page.keyboard.press('?');
	const dialog = page.getByRole('dialog', { name: 'Touches du clavier' });
	for (const words of [
		'revenir sur ses pas',
		'tour des voisines',
		'choisir une voisine',
		'mode lecture'
	])
		await expect(dialog).toContainText(words);
});
