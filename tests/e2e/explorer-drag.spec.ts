import { expect, test, type Page } from '@playwright/test';
import { PATH, HUB, placeOf, placesOf, barOf, hubOf } from './explorer-hand.ts';
import { drawingOf, legendOf, openDrawn, selected } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

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
