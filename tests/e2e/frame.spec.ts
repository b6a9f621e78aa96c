import { createServer, type Server } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { expectedIn, networkAt, openDrawn } from './explorer-page.ts';

test.setTimeout(120_000);

let elsewhere: Server | undefined;
let origin = '';
let content = '';

test.beforeAll(async () => {
	const server = createServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
		response.end(
			`<!doctype html><html lang="fr"><title>Ailleurs</title><body>${content}</body></html>`
		);
	});
	elsewhere = server;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
test.afterAll(() => elsewhere?.close());

/** A page of another site with some HTML in it. */
async function openElsewhere(page: Page, html: string): Promise<FrameLocator> {
	content = html;
	await page.goto(origin);
	return page.frameLocator('iframe');
}

test('the code given on the page shows the same view in a page of another site', async ({
	page
}) => {
	const network = await networkAt(page, '/api/v1/projects/prj-scic-richerand/network');
	await openDrawn(page, '/projets/prj-scic-richerand?familles=sharing&contraste=renforce');
	await page.getByRole('button', { name: 'Emporter' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: /^Code d.intégration/ }).click();
	await expect(dialog.getByRole('status')).toContainText('que sur cette machine');
	const code = await dialog.getByRole('textbox', { name: /^Code d.intégration/ }).inputValue();
	expect(code).toMatch(/^<iframe [^>]*title="[^"]+"[^>]*><\/iframe>$/);

	const frame = await openElsewhere(page, code);
	const drawing = frame.locator('[data-drawing]');
	const shown = expectedIn(network, ['sharing']);
	await expect(drawing).toHaveAttribute('data-state', 'drawn');
	await expect(drawing).toHaveAttribute('data-nodes', String(shown.nodes.length));
	await expect(drawing).toHaveAttribute('data-edges', String(shown.edges.length));
	await expect(frame.getByRole('heading', { level: 1 })).toHaveText(/Richerand/);
	await expect(frame.getByText('31 décembre 2025')).toBeVisible();
	await expect(frame.getByRole('region', { name: 'Le temps' })).toBeVisible();
	await expect(frame.locator('html')).toHaveAttribute('data-contrast', 'more');
	await frame.getByRole('button', { name: 'Coopération' }).click();
	const more = expectedIn(network, ['cooperation', 'sharing']);
	await expect(drawing).toHaveAttribute('data-edges', String(more.edges.length));
	const link = frame.getByRole('link', { name: 'Ouvrir dans Maillage' });
	await expect(link).toHaveAttribute('href', /^\/projets\/prj-scic-richerand\?familles=/);
	await expect(link).toHaveAttribute('target', '_blank');
	// Nothing in it writes.
	await expect(frame.locator('form')).toHaveCount(0);
});

test('only frames may be framed', async ({ page, baseURL }) => {
	const policyOf = async (path: string): Promise<string> =>
		(await page.request.get(path)).headers()['content-security-policy'] ?? '';
	for (const path of ['/demonstration', '/projets/prj-scic-richerand', '/', '/cadre'])
		expect(await policyOf(path), path).toContain("frame-ancestors 'self'");
	expect(await policyOf('/cadre/demonstration')).toContain('frame-ancestors *');
	const frame = await openElsewhere(page, `<iframe src="${baseURL}/demonstration"></iframe>`);
	await expect.poll(() => page.frames().length).toBe(2);
	await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
	await expect(frame.getByRole('heading', { level: 1 })).toHaveCount(0);
});

test('a frame reads well alone: accessible, fictional when it is, and a wrong address is told', async ({
	page
}) => {
	await openDrawn(page, '/cadre/demonstration');
	await expect(page.getByText('fictif', { exact: true })).toBeVisible();
	await expect(page.getByRole('banner').getByRole('navigation')).toHaveCount(0);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	await openDrawn(page, '/cadre/ecosysteme?region=53');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Bretagne');
	expect((await page.goto('/cadre/projets/personne'))?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
