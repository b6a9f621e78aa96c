import { expect, test } from '@playwright/test';
import {
	PATH,
	API,
	HUB,
	placesOf,
	placeOf,
	others,
	strongOf,
	barOf,
	hubOf,
	inTheOpen
} from './explorer-hand.ts';
import { drawingOf, expectedIn, networkAt, openDrawn, selected } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

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
