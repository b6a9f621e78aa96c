import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { startServer } from '../server.js';
import { drawn, mapOf, openMap } from './map-page.ts';

test('without WebGL: one sentence, and the table', async ({ page }) => {
	await page.addInitScript(() => {
		HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
			apply: (get, canvas, [kind, ...more]) =>
				String(kind).startsWith('webgl') ? null : Reflect.apply(get, canvas, [kind, ...more])
		});
	});
	await page.goto('/projets/prj-scic-richerand?vue=carte');
	await expect(page.getByText('WebGL absent')).toHaveCount(1);
	await expect(page.getByRole('heading', { name: /structures et ressources/ })).toBeVisible();
});

test('a style that does not come gives way to the bundled ground, with one sentence', async ({
	page
}) => {
	test.slow();
	const server = await startServer({ env: { MAP_STYLE_URL: 'http://127.0.0.1:9/style.json' } });
	try {
		const answer = await page.goto(`${server.origin}/projets/prj-scic-richerand?vue=carte`);
		const policy = answer?.headers()['content-security-policy'] ?? '';
		expect(policy).toContain("connect-src http://127.0.0.1:9 'self'");
		expect(policy).toContain("img-src http://127.0.0.1:9 'self'");
		await expect(page.getByText('n’a pas pu être chargé', { exact: false })).toBeVisible();
		await expect(mapOf(page)).toHaveAttribute('data-ground', 'bundled');
		await expect(mapOf(page)).toHaveAttribute('data-state', 'drawn');
	} finally {
		await server.stop();
	}
});

test('a style of another host is drawn, and only its host is let in', async ({ page }) => {
	test.slow();
	const style = {
		version: 8,
		sources: {},
		layers: [{ id: 'sea', type: 'background', paint: { 'background-color': '#3a7ca5' } }]
	};
	const host = createServer((_request, response) =>
		response
			.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
			.end(JSON.stringify(style))
	);
	await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready));
	const address = host.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).origin));
	const server = await startServer({
		env: { MAP_STYLE_URL: `http://127.0.0.1:${port}/style.json` }
	});
	try {
		await page.goto(`${server.origin}/projets/prj-scic-richerand?vue=carte`);
		await drawn(page);
		await expect(mapOf(page)).toHaveAttribute('data-ground', 'style');
		await expect.poll(() => asked).toContain(`http://127.0.0.1:${port}`);
		await expect(page.getByText('n’a pas pu être chargé', { exact: false })).toHaveCount(0);
		expect(new Set(asked)).toEqual(new Set([server.origin, `http://127.0.0.1:${port}`]));
	} finally {
		await server.stop();
		host.close();
	}
});

test('ten changes of view keep its one graphics context, and leaving the page leaves none', async ({
	page
}) => {
	test.slow();
	await page.addInitScript(() => {
		const made: WeakRef<WebGLRenderingContext | WebGL2RenderingContext>[] = [];
		HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
			apply(get, canvas, args) {
				const context: unknown = Reflect.apply(get, canvas, args);
				if (context instanceof WebGL2RenderingContext) made.push(new WeakRef(context));
				return context;
			}
		});
		Object.assign(window, {
			liveContexts: () =>
				made.filter((each) => {
					const context = each.deref();
					return context && !context.isContextLost();
				}).length
		});
	});
	const live = (): Promise<number> => page.evaluate('liveContexts()');
	await openMap(page, '/projets/prj-scic-richerand');
	const kept = await live();
	expect(kept).toBeGreaterThan(0);
	for (let visit = 0; visit < 10; visit++) {
		await page.getByRole('link', { name: 'Tableau', exact: true }).click();
		await expect(mapOf(page)).toHaveCount(0);
		await expect(page.locator('[role="application"]')).toBeHidden();
		await page.getByRole('link', { name: 'Carte', exact: true }).click();
		await drawn(page);
		expect(await live()).toBe(kept);
	}
	await page.locator('a.back').click();
	await expect(page.locator('[role="application"]')).toHaveCount(0);
	await expect.poll(live).toBe(0);
});
