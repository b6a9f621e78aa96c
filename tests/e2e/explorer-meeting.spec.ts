import { expect, test, type Locator, type Page } from '@playwright/test';
import { drawingOf, legendOf, openDrawn, selected, sideOf } from './explorer-page.ts';
import { filtered, type FullNetwork } from './filtered.ts';
import { tabTo } from './tabbing.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(180_000);

const PATH = '/demonstration';
const API = '/demonstration/api/network';
const KIND = 'Soins de premier recours';
const HIDDEN_FOR_KIND =
	'networks,hospital,outreach,civil_society,public_bodies,insurance,funder,resource,ars,project';
const FILTERS = `familles=cooperation&statuts=current&masques=${HIDDEN_FOR_KIND}`;

const stage = (page: Page) => page.getByRole('application');
/** What a screen reader is told of the whole page. */
const live = (page: Page) => page.locator('.explorer > [role="status"]');
const side = (page: Page, name: string) => sideOf(page).getByRole('combobox', { name });

/** Two structures of the kind that a third one joins, or that are tied. */
function twoEnds({
	nodes,
	edges
}: FullNetwork): [FullNetwork['nodes'][0], FullNetwork['nodes'][0]] {
	const near = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
	for (const { source, target } of edges) {
		near.get(source)?.add(target);
		near.get(target)?.add(source);
	}
	const far: [FullNetwork['nodes'][0], FullNetwork['nodes'][0]][] = [];
	for (const from of nodes)
		for (const to of nodes) {
			const direct = near.get(from.id)?.has(to.id) ?? false;
			const through = [...(near.get(from.id) ?? [])].some((id) => near.get(id)?.has(to.id));
			if (from !== to && (direct || through)) far.push([from, to]);
			if (from !== to && through && !direct) return [from, to];
		}
	const [pair] = far;
	if (!pair) throw new Error('two structures of this kind must be joined');
	return pair;
}

async function choose(page: Page, field: Locator, name: string): Promise<void> {
	await expect(field).toBeVisible();
	await tabTo(page, field, 40);
	await page.keyboard.type(name);
	await expect(page.getByRole('option', { name: new RegExp(`^${name}`) }).first()).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(field).toHaveValue(name);
}

/**
 * Everything the drawing says it drew, to the place and size of each node; what the machine spent on it
 * apart, and the side of its node a name stands on, which depends on where it stood before.
 */
const pictureOf = (page: Page): Promise<Record<string, string | undefined>> =>
	drawingOf(page).evaluate((element) => {
		const { dataset } = element instanceof HTMLElement ? element : document.body;
		const nodes = (dataset['labelBoxes'] ?? '')
			.split(' ')
			.map((box) => box.replace(/,(?:[^,]*,){4}/u, ' '));
		const apart = { drawCalls: '', hovered: '', labelBoxes: '' };
		return { ...dataset, ...apart, discs: nodes.sort().join(' ') };
	});

test('a meeting by keyboard alone, followed by ear, and sent as an address', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const network: FullNetwork = await (await page.request.get(API)).json();
	const shown = filtered(network, FILTERS);
	const [from, to] = twoEnds(shown);
	const alive = filtered(network, `${FILTERS}&annee=2019`).edges.length;
	await openDrawn(page, PATH);
	await expect(live(page)).toHaveText(/^66 structures affichées, 7 à part, 231 liens$/);

	// Current cooperations only.
	const line = (name: RegExp) => legendOf(page).getByRole('button', { name });
	await tabTo(page, line(/^Coopération/), 60);
	await page.keyboard.press('Alt+Enter');
	const cooperations = filtered(network, 'familles=cooperation').edges.length;
	await expect(live(page)).toHaveText(
		new RegExp(`^66 structures affichées, 7 à part, ${cooperations} liens$`)
	);
	await tabTo(page, line(/^En cours/), 20);
	await page.keyboard.press('Alt+Enter');
	const current = filtered(network, 'familles=cooperation&statuts=current').edges.length;
	await expect(live(page)).toHaveText(
		new RegExp(`^66 structures affichées, 7 à part, ${current} liens$`)
	);

	// One kind alone.
	await tabTo(page, line(new RegExp(`^${KIND}`)), 40, true);
	await page.keyboard.press('Alt+Enter');
	await expect(live(page)).toHaveText(
		new RegExp(`^${shown.nodes.length} structures affichées, .*, ${shown.edges.length} liens?$`)
	);
	await expect(drawingOf(page)).toHaveAttribute('data-edges', String(shown.edges.length));

	// One structure, then by whom it reaches another.
	await page.keyboard.press('/');
	await page.keyboard.type(from.name);
	await page.keyboard.press('Enter');
	await selected(page, from.id);
	await expect(stage(page)).toBeFocused();
	await expect(live(page)).toHaveText(
		new RegExp(`^${from.name} et (son|ses \\d+) liens? directs?$`)
	);
	await tabTo(page, sideOf(page).getByRole('tab', { name: 'Fiche' }), 40);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(sideOf(page).getByRole('tab', { name: 'Chemins' })).toBeFocused();
	await choose(page, side(page, 'De'), from.name);
	await choose(page, side(page, 'Vers'), to.name);
	const way = sideOf(page).getByTitle('Montrer ce chemin dans le dessin').first();
	await expect(way).toHaveText(/^(Par|Lien direct).+\.$/);
	await expect(
		sideOf(page)
			.getByRole('status')
			.filter({ hasText: /^\d+ chemins?$/ })
	).toHaveCount(1);
	await expect(drawingOf(page)).toHaveAttribute(
		'data-traced',
		new RegExp(`${from.id}.*${to.id}|${to.id}.*${from.id}`)
	);
	const picture = await pictureOf(page);

	// To 2019 and back.
	const slider = page.getByRole('slider', { name: 'Année' });
	await tabTo(page, slider, 60, true);
	const now = Number(await slider.getAttribute('max'));
	await page.keyboard.press('End');
	while (Number(await slider.inputValue()) > 2019) {
		const was = await slider.inputValue();
		await page.keyboard.press('ArrowLeft');
		await expect(slider).not.toHaveValue(was);
	}
	await expect(live(page)).toHaveText(/^En 2019\s: /);
	await expect(drawingOf(page)).toHaveAttribute('data-edges', String(alive));
	await page.keyboard.press('End');
	await expect(slider).toHaveValue(String(now));
	await expect(live(page)).toHaveText(
		new RegExp(`^${from.name} et (son|ses \\d+) liens? directs?$`)
	);
	await expect.poll(() => pictureOf(page)).toEqual(picture);

	// The same selection in the other views, and back in the drawing.
	await tabTo(page, stage(page), 60, true);
	for (const [key, name, row] of [
		['c', 'Carte', `[data-map][data-selected="${from.id}"]`],
		['t', 'Tableau', '[data-table="nodes"] tr[aria-current]'],
		['x', 'Texte', '.text li[data-node][aria-current]']
	] as const) {
		await page.keyboard.press(key);
		await expect(live(page)).toHaveText(new RegExp(`^${name}\\s: ${from.name} et `));
		await expect(page.locator(row).first()).toBeVisible();
		if (key === 'c') {
			await expect(stage(page)).toHaveAccessibleName('Carte du réseau');
			await expect(stage(page)).toBeFocused();
			await expect(page.locator(row)).toHaveAttribute('data-traced', picture['traced'] ?? '?');
		} else {
			await expect(page.locator(row).first()).toContainText(from.name);
			await expect(page.getByRole('region', { name, exact: true })).toBeFocused();
		}
		await page.keyboard.press(key);
		await expect(stage(page)).toBeFocused();
		await expect.poll(() => pictureOf(page)).toEqual(picture);
	}

	// The address, as the menu copies it, shows a colleague exactly that.
	await page.keyboard.press('Shift+F10');
	const copy = page.getByRole('menuitem', { name: 'Copier l’adresse' });
	await expect(page.getByRole('menuitem').first()).toBeFocused();
	await page.keyboard.press('c');
	await expect(copy).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status').filter({ hasText: 'Adresse copiée' })).toHaveCount(1);
	const address = await page.evaluate(() => navigator.clipboard.readText());
	const colleague = await context.newPage();
	await colleague.goto(address);
	await expect.poll(() => pictureOf(colleague)).toEqual(picture);
	await expect(live(colleague)).toHaveText((await live(page).textContent()) ?? '?');
});
