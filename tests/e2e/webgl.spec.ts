import { expect, test, type Page } from '@playwright/test';
import { drawingOf, expectDrawn, expectedIn, networkAt, openDrawn } from './explorer-page.ts';

const PATH = '/projets/prj-scic-richerand';
const API = '/api/v1/projects/prj-scic-richerand/network';

/** Every graphics context the page makes, with the means to lose it and bring it back. */
interface Watched {
	contexts: { gl: WebGLRenderingContext; loss: WEBGL_lose_context | null }[];
}

function watchContexts(): void {
	const watched: Watched = { contexts: [] };
	Object.assign(globalThis, { watched });
	const original = HTMLCanvasElement.prototype.getContext;
	const seen = new Set<unknown>();
	Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
		value(this: HTMLCanvasElement, ...given: Parameters<typeof original>) {
			const context: unknown = Reflect.apply(original, this, given);
			const drawsInGl =
				context instanceof WebGLRenderingContext || context instanceof WebGL2RenderingContext;
			if (drawsInGl && !seen.has(context)) {
				seen.add(context);
				watched.contexts.push({ gl: context, loss: context.getExtension('WEBGL_lose_context') });
			}
			return context;
		}
	});
}

function refuseContexts(): void {
	const original = HTMLCanvasElement.prototype.getContext;
	Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
		value(this: HTMLCanvasElement, ...given: Parameters<typeof original>) {
			return String(given[0]).includes('webgl') ? null : Reflect.apply(original, this, given);
		}
	});
}

const inPage = (page: Page, act: 'count' | 'lose' | 'restore'): Promise<number> =>
	page.evaluate((what) => {
		const { contexts } = (globalThis as unknown as { watched: Watched }).watched;
		const alive = contexts.filter(({ gl }) => !gl.isContextLost());
		if (what === 'lose') for (const { loss } of alive) loss?.loseContext();
		if (what === 'restore')
			for (const { gl, loss } of contexts)
				if (gl.isContextLost() && gl.canvas instanceof HTMLCanvasElement && gl.canvas.isConnected)
					loss?.restoreContext();
		return alive.length;
	}, act);

test('without WebGL the table is the page, with one sentence that says why', async ({ page }) => {
	await page.addInitScript(refuseContexts);
	const expected = expectedIn(await networkAt(page, API));
	await page.goto(PATH);
	await expect(page.getByText('WebGL absent')).toHaveCount(1);
	await expect(page.getByRole('heading', { name: `${expected.edges.length} liens` })).toBeVisible();
	await expect(page.getByRole('heading', { name: /18 structures et ressources/ })).toBeVisible();
	await expect(drawingOf(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'VYV Care' }).click();
	await expect(page).toHaveURL(/selection=vyv-care/);
	await expect(page.getByRole('heading', { name: 'VYV Care', exact: true })).toBeVisible();
});

test('a context lost and given back: the same drawing returns', async ({ page }) => {
	await page.addInitScript(watchContexts);
	await openDrawn(page, PATH);
	const expected = expectedIn(await networkAt(page, API));
	await expectDrawn(page, expected);
	const calls = Number(await drawingOf(page).getAttribute('data-draw-calls'));
	expect(await inPage(page, 'lose')).toBeGreaterThan(0);
	await expect(drawingOf(page)).toHaveAttribute('data-state', 'lost');
	await inPage(page, 'restore');
	await expectDrawn(page, expected);
	await expect
		.poll(async () => Number(await drawingOf(page).getAttribute('data-draw-calls')))
		.toBeGreaterThan(calls);
	expect(await inPage(page, 'count')).toBeGreaterThan(0);
	await expect(page.getByRole('table')).toHaveCount(0);
});

test('a context lost in the middle of a drag: what was held stays where it was put, the hand works again', async ({
	page
}) => {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	await page.addInitScript(watchContexts);
	await openDrawn(page, PATH);
	const expected = expectedIn(await networkAt(page, API));
	const box = await drawingOf(page).boundingBox();
	if (!box) throw new Error('the drawing has no box');
	const placeOf = async (id: string): Promise<{ x: number; y: number }> => {
		const boxes = String(await drawingOf(page).getAttribute('data-label-boxes')).split(' ');
		const [, , , , , x = NaN, y = NaN] = (boxes.find((each) => each.startsWith(`${id},`)) ?? '')
			.split(',')
			.map(Number);
		return { x: box.x + x, y: box.y + y };
	};
	const id = 'vyv-care';
	const from = await placeOf(id);
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 20, from.y + 20, { steps: 3 });
	await expect(drawingOf(page)).toHaveAttribute('data-pinned', id);
	expect(await inPage(page, 'lose')).toBeGreaterThan(0);
	await expect(drawingOf(page)).toHaveAttribute('data-state', 'lost');
	await page.mouse.move(from.x + 40, from.y + 30, { steps: 3 });
	await inPage(page, 'restore');
	await expectDrawn(page, expected);
	await page.mouse.move(from.x + 60, from.y + 30, { steps: 2 });
	await page.mouse.up();
	await expect(drawingOf(page)).toHaveAttribute('data-pinned', id);
	// Nothing follows a hand that holds nothing.
	const stays = await placeOf(id);
	await page.mouse.move(from.x + 120, from.y - 40, { steps: 3 });
	expect(await placeOf(id)).toEqual(stays);
	await page.mouse.move(stays.x, stays.y);
	await page.mouse.down();
	await page.mouse.move(stays.x - 40, stays.y - 30, { steps: 4 });
	await page.mouse.up();
	await expect.poll(async () => Math.round((await placeOf(id)).x - stays.x)).toBeLessThan(-20);
	expect(errors).toEqual([]);
});

test('a context lost for good gives way to the table, with one sentence', async ({ page }) => {
	await page.addInitScript(watchContexts);
	await openDrawn(page, PATH);
	await inPage(page, 'lose');
	await expect(page.getByText('Le dessin s’est interrompu')).toHaveCount(1);
	await expect(page.getByRole('heading', { name: /structures et ressources/ })).toBeVisible();
});

test('the explorer opened and left ten times leaves no graphics context behind', async ({
	page
}) => {
	test.slow();
	await page.addInitScript(watchContexts);
	await openDrawn(page, PATH);
	const once = await inPage(page, 'count');
	expect(once).toBeGreaterThan(0);
	for (let visit = 0; visit < 10; visit++) {
		await page.getByRole('link', { name: 'Tous les projets' }).click();
		await expect(drawingOf(page)).toHaveCount(0);
		await expect.poll(() => inPage(page, 'count')).toBeLessThanOrEqual(1);
		await page.goBack();
		await expect(drawingOf(page)).toHaveAttribute('data-state', 'drawn');
	}
	expect(await inPage(page, 'count')).toBeLessThanOrEqual(once);
});
