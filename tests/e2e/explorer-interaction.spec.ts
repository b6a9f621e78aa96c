import { expect, test, type Page } from '@playwright/test';
import {
	drawingOf,
	expectedIn,
	legendOf,
	middleOf,
	networkAt,
	openDrawn,
	selected
} from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PATH = '/demonstration';
const API = '/demonstration/api/network';
const HUB = 'fictif-la-lanterne';

interface Place {
	x: number;
	y: number;
	radius: number;
}

/** Where the named nodes stand on the page, from what the drawing says it wrote beside them. */
async function placesOf(page: Page): Promise<Map<string, Place>> {
	const drawing = drawingOf(page);
	const text = String(await drawing.getAttribute('data-label-boxes'));
	const box = await drawing.boundingBox();
	if (!box) throw new Error('the drawing has no box');
	return new Map(
		text.split(' ').map((each) => {
			const [key = '', ...numbers] = each.split(',');
			const [, , , , x = NaN, y = NaN, radius = NaN] = numbers.map(Number);
			return [decodeURIComponent(key), { x: box.x + x, y: box.y + y, radius }];
		})
	);
}

async function placeOf(page: Page, id: string): Promise<Place> {
	const place = (await placesOf(page)).get(id);
	if (!place) throw new Error(`${id} is not named in the drawing`);
	return place;
}

const others = async (page: Page): Promise<string[]> =>
	String(await drawingOf(page).getAttribute('data-others'))
		.split(' ')
		.filter(Boolean)
		.sort();
const strongOf = async (page: Page): Promise<number> =>
	Number(await drawingOf(page).getAttribute('data-strong'));

/** Two clicks within 300 ms are a double click: lets that time pass on the page's own clock. */
const notADoubleClick = (page: Page): Promise<void> =>
	page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 350)));

const barOf = (page: Page) => page.getByRole('group', { name: 'Sélection', exact: true });
const menuOf = (page: Page) => page.getByRole('menu');

/** Of the nodes named in the open, the one with the most ties. */
async function hubOf(page: Page): Promise<string> {
	const { edges } = expectedIn(await networkAt(page, API));
	const ties = (id: string): number =>
		edges.filter(({ source, target }) => source === id || target === id).length;
	const [hub] = (await inTheOpen(page)).map(([id]) => id).sort((a, b) => ties(b) - ties(a));
	if (hub === undefined) throw new Error('no node is named in the open');
	return hub;
}

/** Ids in the drawing's middle, far from its borders and buttons. */
async function inTheOpen(page: Page): Promise<[string, Place][]> {
	const box = await drawingOf(page).boundingBox();
	if (!box) throw new Error('the drawing has no box');
	return [...(await placesOf(page))].filter(
		([, { x, y }]) =>
			x > box.x + 40 && x < box.x + box.width - 40 && y > box.y + 70 && y < box.y + box.height - 150
	);
}

test.describe('what size and names say', () => {
	test('size follows the chosen measure, the key says which, and the address keeps it', async ({
		page
	}) => {
		const { edges } = await networkAt(page, API);
		const funded = new Map<string, number>();
		for (const edge of edges as { target: string; type?: string; amountEur?: number }[])
			if (edge.type === 'FUNDS')
				funded.set(edge.target, (funded.get(edge.target) ?? 0) + (edge.amountEur ?? 0));
		expect(funded.size).toBeGreaterThan(3);

		await openDrawn(page, PATH);
		const legend = legendOf(page);
		await expect(legend.getByText(/La taille suit le nombre de coopérations/)).toBeVisible();
		const hub = await hubOf(page);
		const before = await placeOf(page, hub);
		await legend.getByLabel('Taille').selectOption('financement');
		await expect(page).toHaveURL(/taille=financement/);
		await expect(legend.getByText(/La taille suit les euros reçus/)).toBeVisible();
		await expect.poll(async () => (await placeOf(page, hub)).radius).not.toBe(before.radius);
		const sizes = await placesOf(page);
		const most = [...funded].filter(([id]) => sizes.has(id)).sort((a, b) => b[1] - a[1])[0]?.[0];
		const largest = Math.max(...[...sizes.values()].map(({ radius }) => radius));
		expect(sizes.get(String(most))?.radius).toBe(largest);

		await legend.getByLabel('Taille').selectOption('egale');
		await expect(legend.getByText(/La taille ne dit rien/)).toBeVisible();
		await page.reload();
		await expect(drawingOf(page)).toHaveAttribute('data-labels', /^[1-9]/);
		await expect(legend.getByLabel('Taille')).toHaveValue('egale');
		const nodes = new Map((await networkAt(page, API)).nodes.map((node) => [node.id, node]));
		const radii = [...(await placesOf(page))]
			.filter(([id]) => nodes.get(id)?.label === 'Actor' && nodes.get(id)?.group !== 'funder')
			.map(([, { radius }]) => radius);
		expect(new Set(radii).size).toBeLessThanOrEqual(2);
		await legend.getByLabel('Taille').selectOption('cooperations');
		await expect(page).not.toHaveURL(/taille/);
	});

	test('the slider writes fewer or more names, and the selection keeps its own', async ({
		page
	}) => {
		const { nodes, edges } = expectedIn(await networkAt(page, API));
		await openDrawn(page, PATH);
		const count = async (): Promise<number> =>
			Number(await drawingOf(page).getAttribute('data-labels'));
		const usual = await count();
		const slider = legendOf(page).getByRole('slider', { name: 'Noms' });
		await slider.fill('0');
		await expect(page).toHaveURL(/noms=0/);
		await expect.poll(count).toBeLessThan(usual / 2);
		const few = await count();
		await slider.fill('4');
		await expect.poll(count).toBeGreaterThan(few);
		expect(await count()).toBeGreaterThanOrEqual(usual);

		await openDrawn(page, `${PATH}?noms=0&selection=${HUB}`);
		const named = new Set((await placesOf(page)).keys());
		const near = edges.flatMap(({ source, target }) =>
			source === HUB ? [target] : target === HUB ? [source] : []
		);
		expect(near.length).toBeGreaterThan(5);
		expect([HUB, ...near].filter((id) => !named.has(id))).toEqual([]);
		expect(named.size).toBeLessThan(nodes.length);
	});
});

test.describe('selecting several', () => {
	test('Ctrl click adds and takes away, the bar and the live region count, the address keeps', async ({
		page
	}) => {
		await openDrawn(page, PATH);
		const [first, second, third] = await inTheOpen(page);
		if (!first || !second || !third) throw new Error('three nodes are needed');
		await page.mouse.click(first[1].x, first[1].y);
		await selected(page, first[0]);
		await page.mouse.move(10, 10);
		for (const [, { x, y }] of [second, third]) {
			await page.keyboard.down('Control');
			await page.mouse.click(x, y);
			await page.keyboard.up('Control');
		}
		await expect.poll(() => others(page)).toEqual([second[0], third[0]].sort());
		await selected(page, first[0]);
		await expect(barOf(page)).toContainText(/3 (structures sélectionnées|éléments sélectionnés)/);
		await expect(page.getByRole('status').filter({ hasText: /^3 / })).toHaveCount(1);
		await page.reload();
		await expect.poll(() => others(page)).toEqual([second[0], third[0]].sort());
		const named = await placesOf(page);
		for (const [id] of [first, second, third]) expect(named.has(id), id).toBe(true);

		await page.keyboard.down('Control');
		await page.mouse.click(second[1].x, second[1].y);
		await page.keyboard.up('Control');
		await expect.poll(() => others(page)).toEqual([third[0]]);
		await barOf(page).getByRole('button', { name: 'Effacer' }).click();
		await selected(page, '');
		expect(await others(page)).toEqual([]);
		await expect(page).not.toHaveURL(/avec|selection/);
	});

	test('a rectangle takes what it surrounds, and the picture stays where it is', async ({
		page
	}) => {
		await openDrawn(page, PATH);
		const box = await drawingOf(page).boundingBox();
		if (!box) throw new Error('the drawing has no box');
		const before = await placesOf(page);
		const from = { x: box.x + 4, y: box.y + 90 };
		const to = { x: box.x + box.width * 0.45, y: box.y + box.height * 0.55 };
		await page.keyboard.down('Shift');
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x + 40, from.y + 40);
		await page.mouse.move(to.x, to.y, { steps: 4 });
		await page.mouse.up();
		await page.keyboard.up('Shift');
		const within = [...before]
			.filter(([, { x, y }]) => x > from.x && x < to.x && y > from.y && y < to.y)
			.map(([id]) => id);
		expect(within.length).toBeGreaterThan(2);
		await expect
			.poll(async () => {
				const chosen = [
					...(await others(page)),
					await drawingOf(page).getAttribute('data-selected')
				];
				return within.filter((id) => !chosen.includes(id));
			})
			.toEqual([]);
		const [id, place] = [...before].find(([key]) => within.includes(key)) ?? [];
		expect(await placeOf(page, String(id))).toMatchObject({ x: place?.x, y: place?.y });
	});

	test('the lasso is one press of its button, then the hand moves the picture again', async ({
		page
	}) => {
		await openDrawn(page, PATH);
		await page.getByRole('button', { name: 'Entourer des structures' }).click();
		await expect(page.getByText('Tracez un contour')).toBeVisible();
		const places = await placesOf(page);
		const [target] = await inTheOpen(page);
		if (!target) throw new Error('a node is needed');
		const { x, y } = target[1];
		const round = [
			[-18, -18],
			[18, -18],
			[18, 18],
			[-18, 18]
		] as const;
		await page.mouse.move(x - 18, y - 18);
		await page.mouse.down();
		for (const [dx, dy] of [...round, round[0]])
			await page.mouse.move(x + dx, y + dy, { steps: 2 });
		await page.mouse.up();
		await expect
			.poll(async () => (await drawingOf(page).getAttribute('data-selected')) !== '')
			.toBe(true);
		const chosen = [await drawingOf(page).getAttribute('data-selected'), ...(await others(page))];
		expect(chosen).toContain(target[0]);
		for (const id of chosen) {
			const place = places.get(String(id));
			if (place) expect(Math.max(Math.abs(place.x - x), Math.abs(place.y - y))).toBeLessThan(19);
		}
		await expect(page.getByRole('button', { name: 'Entourer des structures' })).toHaveAttribute(
			'aria-pressed',
			'false'
		);
	});

	test('by keyboard: walking, Space keeps where one has been', async ({ page }) => {
		await openDrawn(page, `${PATH}?selection=${HUB}`);
		const stage = page.getByRole('application');
		await stage.focus();
		await page.keyboard.press('Space');
		await expect(page.getByRole('status').filter({ hasText: 'gardée' })).toHaveCount(1);
		await page.keyboard.press('ArrowRight');
		await expect(drawingOf(page)).not.toHaveAttribute('data-selected', HUB);
		expect(await others(page)).toEqual([HUB]);
		await expect(barOf(page)).toContainText('2 ');
		await expect(stage).toBeFocused();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await selected(page, '');
	});
});

test('emphasis reaches one, two, three ties or the whole group, as the address says', async ({
	page
}) => {
	await openDrawn(page, `${PATH}?selection=${HUB}`);
	await expect.poll(() => strongOf(page)).toBeGreaterThan(0);
	const reach: number[] = [await strongOf(page)];
	for (const [name, value] of [
		['2 liens', '2'],
		['3 liens', '3'],
		['tout le groupe relié', '0']
	] as const) {
		const button = barOf(page).getByRole('button', { name });
		await button.click();
		await expect(button).toHaveAttribute('aria-pressed', 'true');
		await expect(page).toHaveURL(new RegExp(`portee=${value}`));
		// Two ties reach further than one; beyond, the group may already be whole.
		const least = (reach.at(-1) ?? 0) + (reach.length === 1 ? 1 : 0);
		await expect.poll(() => strongOf(page)).toBeGreaterThanOrEqual(least);
		reach.push(await strongOf(page));
	}
	expect(reach[1]).toBeGreaterThan(reach[0] ?? 0);
	const { nodes } = expectedIn(await networkAt(page, API));
	expect(reach[0]).toBeLessThan(nodes.length);
});

test('a double click brings a node and its surroundings closer', async ({ page }) => {
	await openDrawn(page, PATH);
	const hub = await hubOf(page);
	const before = await placeOf(page, hub);
	await page.mouse.dblclick(before.x, before.y);
	await selected(page, hub);
	await expect.poll(async () => (await placeOf(page, hub)).radius).toBeGreaterThan(before.radius);
	const box = await drawingOf(page).boundingBox();
	const after = await placeOf(page, hub);
	expect(after.x).toBeGreaterThan(box?.x ?? 0);
	await expect(page).toHaveURL(/cadre=/);
});

test.describe('moving and holding', () => {
	/** Drags a node by hand. */
	async function drag(page: Page, id: string, dx: number, dy: number): Promise<void> {
		const { x, y } = await placeOf(page, id);
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 3 });
		await page.mouse.move(x + dx, y + dy, { steps: 3 });
		await page.mouse.up();
	}

	test('a node dragged stays where it is put, opens nothing, and can be let go', async ({
		page
	}) => {
		await openDrawn(page, PATH);
		const hub = await hubOf(page);
		const before = await placeOf(page, hub);
		await drag(page, hub, 70, 50);
		await expect(drawingOf(page)).toHaveAttribute('data-pinned', hub);
		const put = await placeOf(page, hub);
		expect(Math.hypot(put.x - before.x - 70, put.y - before.y - 50)).toBeLessThan(1.5);
		await selected(page, '');
		await expect(page).not.toHaveURL(/selection|cadre/);
		await expect(barOf(page)).toContainText('1 placée à la main');
		await expect(legendOf(page).getByText('placée à la main')).toBeVisible();
		// Where it was put is in the address: a reload and a colleague see it there.
		await expect(page).toHaveURL(new RegExp(`epingles=${hub}\\*`));
		await page.reload();
		await expect(drawingOf(page)).toHaveAttribute('data-pinned', hub);
		await expect(drawingOf(page)).toHaveAttribute('data-labels', /^[1-9]/);
		await expect(async () => {
			const again = await placeOf(page, hub);
			expect(Math.hypot(again.x - put.x, again.y - put.y)).toBeLessThan(2);
		}).toPass();
		await barOf(page).getByRole('button', { name: 'Tout libérer' }).click();
		await expect(drawingOf(page)).toHaveAttribute('data-pinned', '');
		await expect(page).not.toHaveURL(/epingles/);
		await expect.poll(async () => Math.round((await placeOf(page, hub)).x - before.x)).toBe(0);
	});

	test('a layout in progress moves the others and never the node held', async ({ page }) => {
		await openDrawn(page, `${PATH}?selection=${HUB}`);
		await drag(page, HUB, 90, -60);
		const held = await drawingOf(page).getAttribute('data-pinned');
		expect(held).toBe(HUB);
		await page.getByRole('button', { name: 'Recalculer la disposition' }).click();
		const hand = await placeOf(page, HUB);
		// In the hand while everything else moves: the node is where the pointer is.
		await page.mouse.move(hand.x, hand.y);
		const frames = (): Promise<void> =>
			page.evaluate(async () => {
				for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
			});
		await page.mouse.down();
		await page.mouse.move(hand.x + 10, hand.y + 10, { steps: 2 });
		await frames();
		const taken = await placeOf(page, HUB);
		await page.mouse.move(hand.x + 40, hand.y + 40, { steps: 4 });
		await frames();
		const there = await placeOf(page, HUB);
		expect(Math.hypot(there.x - taken.x - 30, there.y - taken.y - 30)).toBeLessThan(2);
		await page.mouse.up();
		await expect(drawingOf(page)).toHaveAttribute('data-pinned', HUB);
	});

	test('with a layout in progress the pointer still emphasises, and nothing fails', async ({
		page
	}) => {
		const failures: string[] = [];
		page.on('pageerror', ({ message }) => failures.push(message));
		await openDrawn(page, PATH);
		await page.getByRole('button', { name: 'Recalculer la disposition' }).click();
		const hovered = new Set<string>();
		for (let turn = 0; turn < 40; turn++) {
			const places = [...(await placesOf(page)).values()];
			const at = places[(turn * 7) % places.length];
			if (!at) continue;
			await page.mouse.move(at.x, at.y);
			const id = await drawingOf(page).getAttribute('data-hovered');
			if (id) hovered.add(id);
		}
		expect(failures).toEqual([]);
		expect(hovered.size).toBeGreaterThan(3);
	});

	test('by keyboard: Shift and arrows move the node one is on', async ({ page }) => {
		await openDrawn(page, `${PATH}?selection=${HUB}`);
		const before = await placeOf(page, HUB);
		await page.getByRole('application').focus();
		await page.keyboard.press('Shift+ArrowRight');
		await page.keyboard.press('Shift+ArrowRight');
		await expect.poll(async () => Math.round((await placeOf(page, HUB)).x - before.x)).toBe(24);
		await expect(drawingOf(page)).toHaveAttribute('data-pinned', HUB);
		await selected(page, HUB);
	});
});

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

test('what is only paler because it does not pass is neither pointed at nor clicked', async ({
	page
}) => {
	const { nodes } = await networkAt(page, API);
	await openDrawn(page, PATH);
	const hub = await hubOf(page);
	const group = String(nodes.find(({ id }) => id === hub)?.group);
	const { x, y } = await placeOf(page, hub);
	await page.mouse.move(x, y);
	await expect(drawingOf(page)).toHaveAttribute('data-hovered', hub);
	await page.mouse.move(x, y - 300);
	await openDrawn(page, `${PATH}?estomper=oui&masques=ars,project,${group}`);
	await page.mouse.move(x + 1, y + 1);
	await page.mouse.click(x, y);
	await expect(drawingOf(page)).not.toHaveAttribute('data-hovered', hub);
	await expect(drawingOf(page)).not.toHaveAttribute('data-selected', hub);
});

test.describe('the camera in the address', () => {
	test('a reload and a colleague see the same part of the network', async ({ page, browser }) => {
		await openDrawn(page, PATH);
		await page.mouse.move((await middleOf(page)).x + 60, (await middleOf(page)).y - 40);
		await page.mouse.wheel(0, -240);
		await expect(page).toHaveURL(/cadre=/);
		const before = await placesOf(page);
		const [id, seen] = [...before].sort((a, b) => (a[0] < b[0] ? -1 : 1))[0] ?? [];
		await page.reload();
		await expect(drawingOf(page)).toHaveAttribute('data-labels', /^[1-9]/);
		const again = (await placesOf(page)).get(String(id));
		expect(
			Math.hypot((again?.x ?? 0) - (seen?.x ?? 0), (again?.y ?? 0) - (seen?.y ?? 0))
		).toBeLessThan(4);

		const colleague = await browser.newPage({ viewport: { width: 1100, height: 760 } });
		await openDrawn(colleague, page.url());
		const shared = [...(await placesOf(colleague)).keys()].filter((key) => before.has(key));
		expect(shared.length).toBeGreaterThan(5);
		// The same names around the same middle, whatever the size of the screen.
		const offset = async (on: Page, places: Map<string, Place>): Promise<number[]> => {
			const middle = await middleOf(on);
			const { width = 1, height = 1 } = (await drawingOf(on).boundingBox()) ?? {};
			const at = shared.map((key) => places.get(key)).filter((place) => place !== undefined);
			const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
			return [
				(mean(at.map(({ x }) => x)) - middle.x) / width,
				(mean(at.map(({ y }) => y)) - middle.y) / height
			];
		};
		const [here, theirs] = [
			await offset(page, await placesOf(page)),
			await offset(colleague, await placesOf(colleague))
		];
		for (const axis of [0, 1])
			expect(Math.abs((here[axis] ?? 9) - (theirs[axis] ?? 0))).toBeLessThan(0.15);
		await colleague.close();

		await page.keyboard.press('f');
		await expect(page).not.toHaveURL(/cadre/);
	});

	test('a damaged one is left out with one sentence', async ({ page }) => {
		await openDrawn(page, `${PATH}?cadre=1_2_0`);
		await expect(page.getByText('Une partie de l’adresse n’a pas été comprise')).toHaveCount(1);
	});
});

test('opening and leaving fifteen times leaves no graphics context and no listener', async ({
	page
}) => {
	test.setTimeout(180_000);
	await page.addInitScript(() => {
		const contexts: WebGL2RenderingContext[] = [];
		const listeners = { count: 0 };
		Object.assign(window, { contexts, listeners });
		const getContext = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (
			this: HTMLCanvasElement,
			...args: [string, object?]
		) {
			const context: unknown = getContext.apply(this, args);
			if (context instanceof WebGL2RenderingContext && !contexts.includes(context))
				contexts.push(context);
			return context;
		} as never;
		for (const target of [window, document]) {
			const add = target.addEventListener.bind(target);
			const remove = target.removeEventListener.bind(target);
			const known = new Set<unknown>();
			target.addEventListener = ((type: string, listener: object, options?: never) => {
				if (/^(mouse|touch|resize|key|pointer)/.test(type) && !known.has(listener)) {
					known.add(listener);
					listeners.count++;
				}
				add(type, listener as never, options);
			}) as never;
			target.removeEventListener = ((type: string, listener: object, options?: never) => {
				if (known.delete(listener)) listeners.count--;
				remove(type, listener as never, options);
			}) as never;
		}
	});
	const alive = () =>
		page.evaluate(() => {
			const { contexts, listeners } = window as unknown as {
				contexts: WebGL2RenderingContext[];
				listeners: { count: number };
			};
			return {
				made: contexts.length,
				contexts: contexts.filter((context) => !context.isContextLost()).length,
				listeners: listeners.count,
				canvases: document.querySelectorAll('canvas').length
			};
		});
	await page.goto('/');
	const link = page.locator('a[href="/demonstration"]').first();
	await link.waitFor();
	let first: Awaited<ReturnType<typeof alive>> | undefined;
	for (let turn = 0; turn < 15; turn++) {
		await link.click();
		await expect(drawingOf(page)).toHaveAttribute('data-labels', /^[1-9]/);
		expect((await alive()).contexts).toBeGreaterThan(0);
		await page.goBack();
		await expect(drawingOf(page)).toHaveCount(0);
		await expect(link).toBeVisible();
		first ??= await alive();
	}
	const last = await alive();
	expect(last.made).toBeGreaterThanOrEqual(15);
	expect(last).toMatchObject({ contexts: 0, canvases: 0, listeners: first?.listeners });
});
