import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { drawingOf, expectedIn, legendOf, networkAt, openDrawn, sideOf } from './explorer-page.ts';
import {
	clickOn,
	drawn,
	mapOf,
	NEAR,
	numberOf,
	openMap,
	PLACE_SANTE,
	placesAt,
	settled,
	type Mark
} from './map-page.ts';

test('selection and filters go from the network to the map to the table', async ({ page }) => {
	const api = `/api/v1/projects/${PLACE_SANTE}/network`;
	await openDrawn(page, `/projets/${PLACE_SANTE}?selection=acsbe-la-place-sante`);
	const expected = expectedIn(await networkAt(page, api));
	await page.getByRole('link', { name: 'Carte', exact: true }).click();
	await drawn(page);
	await expect(drawingOf(page)).toHaveCount(0);
	await expect(mapOf(page)).toHaveAttribute('data-selected', 'acsbe-la-place-sante');
	await expect(sideOf(page).getByRole('heading', { level: 2 }).first()).toContainText('Place');
	const all = (await numberOf(page, 'placed')) + (await numberOf(page, 'unplaced'));
	expect(all).toBe(expected.nodes.length);
	const isPublic = ({ group }: { group: string }): boolean => group === 'public_bodies';
	expect(expected.nodes.some(isPublic)).toBe(true);
	await page.goto(`${page.url()}&masques=ars,project,public_bodies`);
	await drawn(page);
	const left = expected.nodes.filter((node) => !isPublic(node)).length;
	await expect
		.poll(async () => (await numberOf(page, 'placed')) + (await numberOf(page, 'unplaced')))
		.toBe(left);
	await page.getByRole('link', { name: 'Tableau', exact: true }).click();
	await expect(page).toHaveURL(/selection=acsbe-la-place-sante/);
	await expect(page.getByRole('heading', { name: new RegExp(`^${left} `) })).toBeVisible();
});

test('a stack spreads on click, its structures open their sheet, the ground folds it back', async ({
	page
}) => {
	await openMap(page, NEAR);
	const stack = await settled(page, ({ kind }) => kind === 'stack');
	expect(stack.count).toBeGreaterThan(2);
	await clickOn(page, ({ key }) => key === stack.key);
	await expect(mapOf(page)).toHaveAttribute('data-spread', String(stack.count));
	const isSpread = ({ kind, x, y }: Mark): boolean =>
		kind === 'node' && Math.hypot(x - stack.x, y - stack.y) < 120;
	const node = await clickOn(page, isSpread);
	await expect(page).toHaveURL(new RegExp(`selection=${node.key}`));
	await expect(mapOf(page)).toHaveAttribute('data-selected', node.key);
	const other = await settled(page, (mark) => isSpread(mark) && mark.key !== node.key);
	await mapOf(page).click({ position: { x: other.x, y: other.y }, modifiers: ['Control'] });
	await expect(mapOf(page)).toHaveAttribute('data-others', other.key);
	const ground = { x: stack.x, y: stack.y - 200 };
	await mapOf(page).click({ position: ground });
	await expect(mapOf(page)).toHaveAttribute('data-spread', '0');
	await expect(mapOf(page)).toHaveAttribute('data-selected', node.key);
	await mapOf(page).click({ position: ground });
	await expect(mapOf(page)).toHaveAttribute('data-selected', '');
});

test('hovering a node says how well its place is known', async ({ page }) => {
	await openMap(page, '/projets/prj-mus-strasbourg');
	const mark = await settled(page, ({ kind }) => kind === 'node');
	await mapOf(page).hover({ position: { x: mark.x, y: mark.y } });
	await expect(page.locator('.tip')).toContainText(/à la commune|auprès de qui/);
	await expect(mapOf(page)).toHaveAttribute('data-hovered', mark.key);
});

test('what is chosen in the list comes out of its stack and into view', async ({ page }) => {
	await openMap(page, '/ecosysteme');
	await page.locator('[data-places] summary').click();
	const name = 'ACSBE – La Place Santé';
	await page.locator('[data-places]').getByRole('button', { name }).click();
	await expect(page).toHaveURL(/selection=acsbe-la-place-sante/);
	await settled(page, ({ key }) => key === 'acsbe-la-place-sante');
});

test('what has no place is selected in its tray', async ({ page }) => {
	const { without } = await placesAt(page, `/api/v1/projects/${PLACE_SANTE}/places`);
	const { nodes } = expectedIn(await networkAt(page, `/api/v1/projects/${PLACE_SANTE}/network`));
	const lost = nodes.find(({ id, label }) => label === 'Actor' && without.includes(id));
	expect(lost).toBeDefined();
	await openMap(page, `/projets/${PLACE_SANTE}?selection=${lost?.id}`);
	const row = page.locator('[data-tray] [aria-current="true"]');
	await expect(row).toHaveText(lost?.name ?? '');
	await expect(row).toBeVisible();
});

test('without a mouse: walked, spread, selected, left', async ({ page }) => {
	await openMap(page, NEAR);
	const stack = await settled(page, ({ kind }) => kind === 'stack');
	const region = page.getByRole('application', { name: 'Carte du réseau' });
	await region.focus();
	for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
		if ((await page.getByText('Entrée pour étaler', { exact: false }).count()) > 0) break;
		await page.keyboard.press(key);
	}
	await expect(page.getByText('Entrée pour étaler', { exact: false })).toHaveCount(1);
	await page.keyboard.press('Enter');
	await expect(mapOf(page)).toHaveAttribute('data-spread', String(stack.count));
	await expect(page).toHaveURL(/selection=/);
	const first = await mapOf(page).getAttribute('data-selected');
	await page.keyboard.press('ArrowDown');
	await expect(mapOf(page)).not.toHaveAttribute('data-selected', first ?? '');
	await page.keyboard.press('Escape');
	await expect(mapOf(page)).toHaveAttribute('data-spread', '0');
	await page.keyboard.press('Escape');
	await expect(page).not.toHaveURL(/selection=/);
	await expect(region).toBeFocused();
});

test('the legend filters it as it filters the network', async ({ page }) => {
	await openMap(page, '/projets/prj-scic-richerand');
	const before = await numberOf(page, 'loose');
	const ties = async (): Promise<number> =>
		(
			await Promise.all(['ties', 'inside', 'loose', 'covered'].map((n) => numberOf(page, n)))
		).reduce((sum, count) => sum + count, 0);
	const all = await ties();
	expect(before).toBeLessThanOrEqual(all);
	await legendOf(page)
		.getByRole('button', { name: /^Financement/ })
		.click();
	await expect.poll(ties).toBeLessThan(all);
});

const menu = (page: Page) => page.getByRole('menu');
const lines = (page: Page): Promise<string[]> => menu(page).getByRole('menuitem').allTextContents();

test('what can be done with a stack, a structure and the map, by pointer and by keys', async ({
	page
}) => {
	await openMap(page, NEAR);
	const stack = await settled(page, ({ kind }) => kind === 'stack');
	const on = { x: stack.x, y: stack.y };
	await mapOf(page).click({ position: on, button: 'right' });
	await expect(menu(page)).toHaveAccessibleName(new RegExp(`${stack.count} au même endroit$`));
	await page.getByRole('menuitem', { name: `Tout sélectionner (${stack.count})` }).click();
	await expect
		.poll(async () => (await mapOf(page).getAttribute('data-others'))?.split(' ').length)
		.toBe(stack.count - 1);
	await page.keyboard.press('Escape');
	await mapOf(page).click({ position: { x: 60, y: 200 }, button: 'right' });
	await expect(menu(page)).toBeVisible();
	const ofGround = (await lines(page)).map((line) => line.trim());
	expect(ofGround).toContain('Tout voir');
	await page.keyboard.press('Escape');
	await expect(menu(page)).toHaveCount(0);
	await page.getByRole('application', { name: 'Carte du réseau' }).focus();

	// Spread and walked to one of its structures, the same menu as in the drawing, without its pins.
	await page.goto(`${NEAR}&vue=carte&selection=acsbe-la-place-sante`);
	await settled(page, ({ key }) => key === 'acsbe-la-place-sante');
	await page.getByRole('application', { name: 'Carte du réseau' }).focus();
	await page.keyboard.press('Shift+F10');
	await expect(menu(page)).toHaveAccessibleName(/Place Santé/);
	const ofNode = (await lines(page)).map((line) => line.trim());
	expect(ofNode).toContain('Copier l’adresse');
	expect(ofNode.some((line) => /Fixer|Rendre/.test(line))).toBe(false);
	await page.getByRole('menuitem', { name: 'Copier l’adresse' }).press('Escape');
	await expect(page.getByRole('application', { name: 'Carte du réseau' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(menu(page)).toHaveAccessibleName(/Place Santé\s: \d+|\d+ .*Place Santé/);
});

test('filters can dim the map: nothing moves, and what is pale answers nothing', async ({
	page
}) => {
	const path = '/projets/prj-scic-richerand?masques=ars,project,primary_care&vue=carte';
	await openMap(page, path.replace('&vue=carte', ''));
	const placed = await numberOf(page, 'placed');
	await expect(mapOf(page)).toHaveAttribute('data-ghosts', '0');
	await page.goto(`${path}&estomper=oui`);
	await drawn(page);
	await expect(mapOf(page)).toHaveAttribute('data-ghosts', /^[1-9]/);
	expect(await numberOf(page, 'placed')).toBe(placed);
	await legendOf(page)
		.getByRole('button', { name: /^Soins de premier recours/ })
		.click();
	await expect.poll(() => numberOf(page, 'placed')).toBeGreaterThan(placed);
});

test('structures are drawn around with the lasso, and with Shift', async ({ page }) => {
	await openMap(page, NEAR);
	const stack = await settled(page, ({ kind }) => kind === 'stack');
	const box = await mapOf(page).boundingBox();
	if (!box) throw new Error('the map has no box');
	// Ends across from its beginning: a rectangle is drawn between the two.
	const corners = [
		[-30, -70],
		[-90, 0],
		[-60, 60],
		[60, 60]
	] as const;
	const around = async (): Promise<void> => {
		const at = corners.map(([dx, dy]) => [box.x + stack.x + dx, box.y + stack.y + dy] as const);
		const [[x, y] = [0, 0], ...rest] = at;
		await page.mouse.move(x, y);
		await page.mouse.down();
		for (const [to, down] of rest) await page.mouse.move(to, down, { steps: 4 });
		await page.mouse.up();
	};
	const chosen = async (): Promise<number> => {
		const others = (await mapOf(page).getAttribute('data-others')) ?? '';
		const first = await mapOf(page).getAttribute('data-selected');
		return (others ? others.split(' ').length : 0) + (first ? 1 : 0);
	};
	await page.getByRole('button', { name: 'Entourer des structures' }).click();
	await around();
	await expect.poll(chosen).toBe(stack.count);
	await expect(page).toHaveURL(/carte=2\.4_48\.92_11/);
	await page.getByRole('button', { name: 'Effacer', exact: true }).click();
	await expect.poll(chosen).toBe(0);
	await settled(page, ({ key }) => key === stack.key);
	await page.keyboard.down('Shift');
	await around();
	await page.keyboard.up('Shift');
	await expect.poll(chosen).toBe(stack.count);
});

test('its image has title, legend, date, sources and whom its ground owes', async ({ page }) => {
	await openMap(page, '/projets/prj-scic-richerand');
	const title = await page.getByRole('heading', { level: 1 }).innerText();
	const unplaced = await numberOf(page, 'unplaced');
	const marks = (await mapOf(page).getAttribute('data-marks'))?.split(' ') ?? [];
	await page.getByRole('button', { name: 'Emporter' }).click();
	const take = async (name: RegExp): Promise<Buffer> => {
		const saved = page.waitForEvent('download');
		await page.getByRole('dialog').getByRole('button', { name }).click();
		return readFileSync(await (await saved).path());
	};
	const svg = String(await take(/^SVG/));
	for (const text of [title, 'Natural Earth', 'Sources (', 'sans lieu connu', 'Coopération'])
		expect(svg, text).toContain(text.replaceAll('&', '&amp;'));
	expect(unplaced).toBeGreaterThan(0);
	expect(svg).not.toMatch(/NaN|undefined|Infinity/);
	const figures = [
		...svg.matchAll(/font-size="1[35]" font-weight="650"[^>]*><tspan[^>]*>(\d+)</g)
	].map((f) => f[1]);
	const stacks = marks.filter((mark) => mark.startsWith('stack,'));
	expect(figures.sort()).toEqual(stacks.map((mark) => mark.split(',')[5]).sort());
	const [width = 0, height = 0] = [/width="(\d+)"/, /height="(\d+)"/].map((size) =>
		Number(size.exec(svg)?.[1])
	);
	const png = await take(/^PNG, 2 /);
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
});
