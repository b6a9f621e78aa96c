import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server.js';
import { contentOf } from './command-line.ts';
import { drawingOf, legendOf, networkAt, openDrawn, pixelsOf, sideOf } from './explorer-page.ts';
import { placeOf, placesOf, type Place } from './explorer-hand.ts';
import { drawn, mapOf, marksOf } from './map-page.ts';

// What is planned here must not be seen by the other tests: a server and a database of its own.
test.describe.configure({ mode: 'serial' });

let data = '';
let server: Awaited<ReturnType<typeof startServer>>;
let facts = '';
test.beforeAll(async () => {
	test.setTimeout(240_000);
	data = mkdtempSync(join(tmpdir(), 'maillage-planning-'));
	server = await startServer({ env: { MAILLAGE_DATA: data } });
	facts = JSON.stringify(contentOf(data));
});
test.afterAll(async () => {
	await server?.stop();
	rmSync(data, { recursive: true, force: true });
});

const SLUG = 'prj-place-sante';
const project = (): string => `${server.origin}/projets/${SLUG}`;
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Scénario ouvert' });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const heard = (page: Page): Locator => bar(page).getByRole('status');
const edges = async (page: Page): Promise<number> =>
	Number(await drawingOf(page).getAttribute('data-edges'));
const plan = (page: Page): Promise<void> =>
	dialog(page).getByRole('button', { name: 'Prévoir', exact: true }).click();

/** In a menu, by its first letter: the next line that begins with it, until it is the one. */
async function chooseLine(page: Page, name: string): Promise<void> {
	await expect(async () => {
		await page.keyboard.press(name.charAt(0).toLowerCase());
		await expect(page.getByRole('menuitem', { name })).toBeFocused({ timeout: 300 });
	}).toPass();
	await page.keyboard.press('Enter');
}

/** Share of what is well inside a shape that has the colour of the paper. */
async function paperInside(page: Page, place: Place | undefined): Promise<number> {
	if (!place) throw new Error('not named on screen');
	const half = Math.max(1, place.radius * 0.35);
	const side = 2 * half;
	const { data } = await pixelsOf(page, {
		...{ x: place.x - half, y: place.y - half, width: side, height: side }
	});
	const paper = [251, 248, 243];
	let near = 0;
	for (let at = 0; at < data.length; at += 4)
		if (paper.every((channel, i) => Math.abs((data[at + i] ?? -999) - channel) <= 6)) near++;
	return near / (data.length / 4);
}

async function expectAccessible(page: Page): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
	}
	await page.emulateMedia({ colorScheme: 'light' });
}

test('by pointer: a team opens its real network, adds what it plans, and sees before and after with positions still', async ({
	page
}) => {
	await openDrawn(page, project());
	const known = await networkAt(page, `${server.origin}/api/v1/projects/${SLUG}/network`);
	const shown = await edges(page);

	// From the sheet of a structure: the scenario begins there, and its first tie with it.
	const start = await placeOf(page, 'asso-engrainage');
	await page.mouse.click(start.x, start.y);
	await sideOf(page).getByRole('button', { name: 'Préparer un scénario' }).click();
	await dialog(page).getByLabel('Nom du scénario').fill('Un poste et des locaux');
	await dialog(page).getByRole('button', { name: 'Créer le scénario' }).click();
	await expect(bar(page)).toContainText(/Vous préparez.: Un poste et des locaux/);
	await expect(bar(page).getByRole('group', { name: /L’autre bout/ })).toBeVisible();
	await expect(drawingOf(page)).toHaveAttribute('data-state', 'drawn');
	const end = await placeOf(page, 'ville-saint-denis');
	await page.mouse.click(end.x, end.y);
	await expect(dialog(page)).toContainText('Engrainage');
	await dialog(page).getByLabel('Lien').selectOption('SHARES_WITH');
	await dialog(page).getByLabel('Prévu pour').fill('03/2028');
	await dialog(page).getByLabel('Degré d’accord').selectOption('in_discussion');
	await plan(page);
	await expect(heard(page)).toContainText('Engrainage');
	await expect(drawingOf(page)).toHaveAttribute('data-edges', String(shown + 1));

	// A partner suggested, a post shared, a funder hoped for: from the same sheet.
	await sideOf(page)
		.getByRole('button', { name: /^Ajouter au scénario un lien avec/ })
		.first()
		.click();
	await expect(bar(page)).toContainText('2 étapes prévues');
	await sideOf(page).getByRole('button', { name: 'Partager (prévu)…' }).click();
	await dialog(page)
		.getByLabel('Nom', { exact: true })
		.locator('visible=true')
		.fill('Poste d’essai');
	await dialog(page).getByLabel('Type').locator('visible=true').selectOption('personnel_partage');
	await dialog(page).getByRole('checkbox').locator('visible=true').last().check();
	await plan(page);
	await expect(bar(page)).toContainText('3 étapes prévues');
	await sideOf(page).getByRole('button', { name: 'Nouveau financement (prévu)…' }).click();
	await dialog(page).getByLabel('Ou un nouveau financeur').fill('Fondation d’essai');
	await dialog(page).getByLabel('Montant en euros').fill('12 000');
	await plan(page);
	await expect(bar(page)).toContainText('4 étapes prévues');

	// Said in the panel, marked in the legend and in the other views.
	await page.keyboard.press('Escape');
	const side = sideOf(page);
	await expect(side).toContainText('Fondation d’essai financerait.');
	await expect(legendOf(page)).toContainText('Prévu (scénario)');
	await expect(drawingOf(page)).toHaveAttribute('data-labels', /^[1-9]/);
	const after = await placesOf(page);
	await bar(page).getByRole('button', { name: 'Avant', exact: true }).click();
	await expect(bar(page)).toContainText('les faits seuls');
	await expect(drawingOf(page)).toHaveAttribute('data-edges', String(shown));
	await expect(legendOf(page)).not.toContainText('Prévu (scénario)');
	await expect(async () => {
		const before = await placesOf(page);
		for (const [id, { x, y }] of before) {
			const now = after.get(id);
			if (!now) continue;
			expect(Math.hypot(now.x - x, now.y - y), id).toBeLessThan(2);
		}
		expect(before.size).toBeGreaterThan(3);
	}).toPass();
	await bar(page).getByRole('button', { name: 'Après', exact: true }).click();
	// Hollow in the drawing, in its picture and on the map: told without colour.
	const [post = ''] = [...after.keys()].filter((id) => id.startsWith('plan-'));
	await expect(async () => {
		const places = await placesOf(page);
		expect(await paperInside(page, places.get(post))).toBeGreaterThan(0.9);
		expect(await paperInside(page, places.get('asso-engrainage'))).toBeLessThan(0.2);
	}).toPass();
	await page.getByRole('button', { name: 'Emporter' }).click();
	const [picture] = await Promise.all([
		page.waitForEvent('download'),
		dialog(page).getByRole('button', { name: /^SVG/ }).click()
	]);
	const svg = readFileSync(await picture.path(), 'utf8');
	expect(svg).toContain('Prévu, pas encore là');
	expect(svg).toContain('Lien prévu');
	const paper = /<rect [^>]*fill="([^"]+)"/.exec(svg)?.[1];
	// Nothing else is filled with the paper's colour and has no outline.
	const inside = new RegExp(`<(?:circle|path) [^>]*fill="${paper}"(?![^>]*stroke)[^>]*/>`, 'g');
	expect(svg.match(inside)?.length).toBeGreaterThanOrEqual(3);
	await dialog(page).getByRole('button', { name: 'Fermer' }).click();
	await page.getByRole('link', { name: 'Carte', exact: true }).click();
	await drawn(page);
	await page.keyboard.press('/');
	await page.keyboard.type('poste d’essai');
	await page.keyboard.press('Enter');
	await expect(async () => {
		const marks = await marksOf(page);
		const box = await mapOf(page).boundingBox();
		const seen = marks.find(({ key, kind }) => kind === 'node' && key.startsWith('plan-'));
		if (!box || !seen) throw new Error('the planned post is not on the map');
		const at = { ...seen, x: box.x + seen.x, y: box.y + seen.y };
		expect(await paperInside(page, at)).toBeGreaterThan(0.9);
	}).toPass();
	await page.keyboard.press('Escape');

	await page.getByRole('link', { name: 'Texte', exact: true }).click();
	await expect(page.locator('#vue')).toContainText('Poste d’essai · prévu (scénario)');
	await page.getByRole('link', { name: 'Tableau', exact: true }).click();
	await expect(page.locator('#vue')).toContainText('prévu (scénario)');
	await expectAccessible(page);

	// Undone and done again; the facts never moved, nor what the API and the files say.
	await bar(page).getByRole('button', { name: 'Annuler', exact: true }).click();
	await expect(bar(page)).toContainText('3 étapes prévues');
	await bar(page).getByRole('button', { name: 'Refaire', exact: true }).click();
	await expect(bar(page)).toContainText('4 étapes prévues');
	await page.getByRole('button', { name: 'Emporter' }).click();
	await expect(dialog(page)).toContainText('les faits seuls');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		dialog(page).getByRole('button', { name: /^JSON/ }).click()
	]);
	expect(readFileSync(await download.path(), 'utf8')).not.toMatch(/d’essai|plan-[0-9a-f]{8}/);
	await dialog(page).getByRole('button', { name: 'Fermer' }).click();
	expect(await networkAt(page, `${server.origin}/api/v1/projects/${SLUG}/network`)).toEqual(known);
	expect(JSON.stringify(contentOf(data))).toBe(facts);

	await bar(page).getByRole('link', { name: 'Côte à côte' }).click();
	await expect(page.getByRole('img', { name: /^Le réseau après/ })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Ouvrir dans l’explorateur' }).click();
	await expect(bar(page)).toContainText('4 étapes prévues');
	await bar(page).getByRole('button', { name: 'Quitter le scénario' }).click();
	await expect(bar(page)).toHaveCount(0);
	await expect(drawingOf(page)).toHaveAttribute('data-edges', String(shown));
});

test('with the keyboard alone, then with forms alone, in the explorer', async ({ page }) => {
	const keys = page.keyboard;
	await openDrawn(page, project());
	await keys.press('/');
	await keys.type('engrainage');
	await keys.press('Enter');
	await expect(drawingOf(page)).toHaveAttribute('data-selected', 'asso-engrainage');
	await keys.press('Shift+F10');
	await expect(page.getByRole('menu')).toBeVisible();
	await chooseLine(page, 'Préparer un scénario');
	await expect(dialog(page)).toBeVisible();
	await keys.press('Tab');
	await expect(dialog(page).getByRole('button', { name: 'Créer le scénario' })).toBeFocused();
	await keys.press('Enter');
	await expect(bar(page).getByRole('group', { name: /L’autre bout/ })).toBeVisible();

	// Esc leaves the tie and nothing else; the menu begins another.
	await keys.press('Escape');
	await expect(bar(page).getByRole('group', { name: /L’autre bout/ })).toHaveCount(0);
	await expect(drawingOf(page)).toHaveAttribute('data-selected', 'asso-engrainage');
	await page.getByRole('application').focus();
	await keys.press('Shift+F10');
	await expect(page.getByRole('menu')).toBeVisible();
	await chooseLine(page, 'Relier (prévu)…');
	await expect(page.getByRole('application')).toBeFocused();
	await keys.press('ArrowUp');
	await expect(page.getByRole('main')).toContainText('Entrée pour relier');
	await expect(async () => {
		await keys.press('PageUp');
		await expect(page.getByRole('main')).toContainText('Ville de Saint-Denis. Entrée pour relier', {
			timeout: 500
		});
	}).toPass();
	await keys.press('Enter');
	await expect(dialog(page)).toBeVisible();
	await dialog(page).getByLabel('Suivi par').focus();
	await keys.type('la coordination');
	await keys.press('Enter');
	await expect(heard(page)).toContainText(/^Prévu/);
	await expect(bar(page)).toContainText('1 étape prévue');
	await expect(page.locator('body')).not.toBeFocused();

	// By forms alone: the other view of the same, refused in a sentence, then taken.
	await bar(page).getByRole('button', { name: 'Prévoir…' }).click();
	const form = dialog(page);
	await form
		.getByRole('combobox', { name: 'De', exact: true })
		.selectOption({ label: 'Engrainage' });
	await form
		.getByRole('combobox', { name: 'Vers', exact: true })
		.selectOption({ label: 'Engrainage' });
	await plan(page);
	await expect(form.getByRole('alert')).toBeVisible();
	await form
		.getByRole('combobox', { name: 'Vers', exact: true })
		.selectOption({ label: 'Fondation Macif' });
	await form.getByRole('combobox', { name: 'Lien', exact: true }).selectOption('SUPPORTS');
	await plan(page);
	await expect(bar(page)).toContainText('2 étapes prévues');
	await sideOf(page)
		.getByRole('button', { name: /^Retirer.*soutient/ })
		.click();
	await expect(bar(page)).toContainText('1 étape prévue');
	expect(JSON.stringify(contentOf(data))).toBe(facts);
});
