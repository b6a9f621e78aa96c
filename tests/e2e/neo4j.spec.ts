import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, NEO4J_LTS, startNeo4j } from '../neo4j/server.ts';
import { startServer } from '../server.js';
import { openRepository } from '#lib/server/database.ts';
import { expectDrawn, expectedIn, networkAt, openDrawn } from './explorer-page.ts';
import { expectOthersAnswered, gated } from './whole-read.ts';

const PASSWORD = 'only-for-this-test';
/** Longer than the program bears a silent server, on a busy machine, and far from for ever. */
const PATIENCE_MS = 30_000;
const PROJECT = 'prj-scic-richerand';
/** Sixty projects are written and laid out before the first page is answered. */
const FILLED = { timeout: 240_000 };

const statusOf = async (url: string, patience = PATIENCE_MS): Promise<number> =>
	(await fetch(url, { signal: AbortSignal.timeout(patience) })).status;

async function expectAway(page: Page, origin: string): Promise<void> {
	expect(await statusOf(`${origin}/readyz`)).toBe(503);
	expect(await statusOf(`${origin}/healthz`)).toBe(200);
	const answer = await page.goto(`${origin}/projets/${PROJECT}`, { timeout: PATIENCE_MS });
	expect(answer?.status()).toBe(503);
	await expect(page.locator('main')).toContainText(/ne répond pas/);
	await expect(page.locator('main')).toContainText(/réessaie de lui-même/);
	expect(await statusOf(`${origin}/api/v1/projects`)).toBe(503);
}

/** An empty database gets its first data: that is said, at once, to people and to programs. */
async function expectPreparing(page: Page, origin: string): Promise<void> {
	const readiness = async () => (await fetch(`${origin}/readyz`)).text();
	await expect.poll(readiness, { timeout: 60_000 }).toBe('preparing\n');
	expect(await statusOf(`${origin}/healthz`)).toBe(200);
	expect((await page.goto(origin))?.status()).toBe(503);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Les données se préparent');
	const api = await fetch(`${origin}/api/v1/projects`);
	expect(api.status).toBe(503);
	expect(api.headers.get('content-type')).toContain('application/problem+json');
	expect(Number(api.headers.get('retry-after'))).toBeGreaterThan(0);
}

async function expectBack(page: Page, origin: string, options = { timeout: 60_000 }) {
	await expect.poll(() => statusOf(`${origin}/readyz`, options.timeout), options).toBe(200);
	expect((await page.goto(`${origin}/structures`))?.status()).toBe(200);
}

test('three variables and the same pages stand on Neo4j, which may be away, freeze, die and return', async ({
	request,
	page,
	baseURL
}) => {
	test.setTimeout(600_000);
	const folder = mkdtempSync(join(tmpdir(), 'maillage-e2e-neo4j-'));
	const port = await freePort();
	const start = () => startNeo4j(NEO4J_LTS, { folder, port, password: PASSWORD });
	const gate = join(folder, 'gate');
	const uri = `bolt://127.0.0.1:${port}`;
	const serve = () =>
		startServer({
			path: '/healthz',
			env: { ...gated(gate), NEO4J_URI: uri, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: PASSWORD }
		});
	let server = await serve();
	let neo4j: Awaited<ReturnType<typeof start>> | undefined;
	try {
		await test.step('absent at the start', () => expectAway(page, server.origin));
		neo4j = await start();
		await test.step('there, and empty', () => expectPreparing(page, server.origin));
		await test.step('the program is killed while it prepares, and started again', async () => {
			server.child.kill('SIGKILL');
			await server.stop();
			server = await serve();
			expect(server.output()).toMatch(/^Maillage[^\n]*:\d+\n$/);
			await expectBack(page, server.origin, FILLED);
		});

		for (const path of [
			'/api/v1/projects',
			`/api/v1/projects/${PROJECT}/network`,
			'/api/v1/actors/scic-richerand',
			'/api/v1/isolated?region=11',
			'/api/v1/search?q=sant%C3%A9%20communautaire'
		]) {
			const here = await (await request.get(path)).json();
			const there = await (await fetch(server.origin + path)).json();
			for (const answer of [here, there]) delete answer.updatedAt;
			expect(there, path).toEqual(here);
		}
		await page.goto(`${server.origin}/`);
		const links = page.locator('main a[href*="/projets/"]');
		const slugs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		expect(new Set(slugs).size).toBe(60);

		await test.step('the same drawing', async () => {
			const stored = await networkAt(page, `${baseURL}/api/v1/projects/${PROJECT}/network`);
			await openDrawn(page, `${server.origin}/projets/${PROJECT}`);
			await expectDrawn(page, expectedIn(stored));
		});

		const account = { user: 'neo4j', password: PASSWORD };
		await test.step('others are answered while everything is read', () =>
			expectOthersAnswered(server.origin, gate, () =>
				openRepository({ data: folder, neo4j: { uri, ...account } })
			));

		const frozen = neo4j;
		await test.step('frozen: it accepts and says nothing', async () => {
			await frozen.freeze();
			await expectAway(page, server.origin);
			frozen.thaw();
			await expectBack(page, server.origin);
		});
		await test.step('killed', async () => {
			await frozen.kill();
			await expectAway(page, server.origin);
			neo4j = await start();
			await expectBack(page, server.origin);
		});
	} finally {
		await server.stop();
		await neo4j?.kill();
		rmSync(folder, { recursive: true, force: true });
	}
});
