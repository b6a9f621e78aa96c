import { expect, test } from '@playwright/test';
import {
	PATH,
	API,
	HUB,
	placeOf,
	others,
	notADoubleClick,
	menuOf,
	hubOf,
	inTheOpen
} from './explorer-hand.ts';
import { drawingOf, expectedIn, networkAt, openDrawn, selected } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('the menu', () => {
	test('right click on a node: arrows walk its lines, Esc gives focus back', async ({ page }) => {
		await openDrawn(page, PATH);
		const hub = await hubOf(page);
		const { x, y } = await placeOf(page, hub);
		await page.mouse.click(x, y, { button: 'right' });
		const menu = menuOf(page);
		await expect(menu).toBeVisible();
		await expect(menu.getByRole('menuitem').first()).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await expect(menu.getByRole('menuitem').nth(1)).toBeFocused();
		await page.keyboard.press('End');
		await expect(menu.getByRole('menuitem', { name: 'Copier l’adresse' })).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await expect(menu.getByRole('menuitem').first()).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(menu).toBeHidden();
		await expect(page.getByRole('application')).toBeFocused();
		await selected(page, '');
	});

	test('its lines do what they say: neighbours, depth, hold, hide', async ({ page }) => {
		const network = await networkAt(page, API);
		const { edges } = expectedIn(network);
		const near = new Set(
			edges.flatMap(({ source, target }) =>
				source === HUB ? [target] : target === HUB ? [source] : []
			)
		);
		near.delete(HUB);
		await openDrawn(page, `${PATH}?selection=${HUB}`);
		await page.getByRole('application').focus();
		await page.keyboard.press('Shift+F10');
		await menuOf(page)
			.getByRole('menuitem', { name: /^Sélectionner avec/ })
			.click();
		await expect.poll(() => others(page)).toEqual([...near].sort());
		await page.getByRole('application').focus();
		await page.keyboard.press('ContextMenu');
		const two = menuOf(page).getByRole('menuitemradio', { name: '2 liens' });
		await expect(two).toHaveAttribute('aria-checked', 'false');
		await two.click();
		await expect(page).toHaveURL(/portee=2/);
		await page.keyboard.press('Shift+F10');
		await menuOf(page).getByRole('menuitem', { name: 'Fixer à cette place' }).click();
		await expect(drawingOf(page)).toHaveAttribute('data-pinned', HUB);
		await page.keyboard.press('Shift+F10');
		await menuOf(page).getByRole('menuitem', { name: 'Rendre à la disposition' }).click();
		await expect(drawingOf(page)).toHaveAttribute('data-pinned', '');
		const group = String(network.nodes.find(({ id }) => id === HUB)?.group);
		await page.keyboard.press('Shift+F10');
		await menuOf(page)
			.getByRole('menuitem', { name: /^Masquer/ })
			.click();
		await expect(page).toHaveURL(new RegExp(`masques=[^&]*${group}`));
	});

	test('on the ground and on a tie it has lines of its own', async ({ page }) => {
		await openDrawn(page, PATH);
		const box = await drawingOf(page).boundingBox();
		if (!box) throw new Error('the drawing has no box');
		await page.mouse.click(box.x + 30, box.y + 100, { button: 'right' });
		await expect(menuOf(page)).toHaveAccessibleName('Actions sur le dessin');
		await menuOf(page).getByRole('menuitem', { name: 'Entourer des structures' }).click();
		await expect(page.getByText('Tracez un contour')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByText('Tracez un contour')).toBeHidden();

		const { edges } = expectedIn(await networkAt(page, API));
		const [edge] = edges.filter(({ source }) => source === HUB);
		if (!edge) throw new Error('a tie is needed');
		await openDrawn(page, `${PATH}?lien=${edge.id}`);
		await page.getByRole('application').focus();
		await page.keyboard.press('Shift+F10');
		await menuOf(page).getByRole('menuitem', { name: 'Sélectionner ses deux bouts' }).click();
		await expect
			.poll(async () => [
				await drawingOf(page).getAttribute('data-selected'),
				...(await others(page))
			])
			.toEqual([edge.source, edge.target]);
	});

	test('it stays inside the drawing, and a press elsewhere closes it', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openDrawn(page, PATH);
		const box = await drawingOf(page).boundingBox();
		if (!box) throw new Error('the drawing has no box');
		await page.mouse.click(box.x + box.width - 12, box.y + 90, { button: 'right' });
		const menu = await menuOf(page).boundingBox();
		expect(menu && menu.x >= box.x && menu.x + menu.width <= box.x + box.width).toBe(true);
		await page.mouse.click(box.x + 20, box.y + 90);
		await expect(menuOf(page)).toBeHidden();
	});
});

test.describe('by touch', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

	test('a long press opens the menu and nothing else, a tap still selects', async ({ page }) => {
		await openDrawn(page, PATH);
		const [target] = await inTheOpen(page);
		if (!target) throw new Error('a node is needed');
		const [id, { x, y }] = target;
		const client = await page.context().newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchEnd' | 'touchMove', points: object[]) =>
			client.send('Input.dispatchTouchEvent', { type, touchPoints: points as never });
		await touch('touchStart', [{ x, y }]);
		await expect(menuOf(page)).toBeVisible();
		await touch('touchEnd', []);
		await expect(menuOf(page)).toBeVisible();
		await selected(page, '');
		for (const line of await menuOf(page).getByRole('menuitem').all())
			expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44);
		await page.keyboard.press('Escape');
		await notADoubleClick(page);
		await page.touchscreen.tap(x, y);
		await selected(page, id);
	});

	test('one finger still moves the picture, from a node too, and pins nothing', async ({
		page
	}) => {
		await openDrawn(page, PATH);
		const [target] = await inTheOpen(page);
		if (!target) throw new Error('a node is needed');
		const { x, y } = target[1];
		const client = await page.context().newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchEnd' | 'touchMove', points: object[]) =>
			client.send('Input.dispatchTouchEvent', { type, touchPoints: points as never });
		await Promise.all([
			touch('touchStart', [{ x, y }]),
			...[15, 30, 45].map((step) => touch('touchMove', [{ x: x + step, y: y + step }])),
			touch('touchEnd', [])
		]);
		await expect(page).toHaveURL(/cadre=/);
		await expect(drawingOf(page)).toHaveAttribute('data-pinned', '');
		await selected(page, '');
		await expect(menuOf(page)).toBeHidden();
	});
});
