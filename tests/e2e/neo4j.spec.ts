import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEO4J_LTS, startNeo4j } from '../neo4j/server.ts';
import { startServer } from '../server.js';

const PASSWORD = 'only-for-this-test';

test('three variables and the same pages stand on Neo4j, which may go away and come back', async ({
	request,
	page
}) => {
	test.setTimeout(240_000);
	const folder = mkdtempSync(join(tmpdir(), 'maillage-e2e-neo4j-'));
	const neo4j = await startNeo4j(NEO4J_LTS, { folder, password: PASSWORD });
	const server = await startServer({
		env: { NEO4J_URI: neo4j.uri, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: PASSWORD }
	});
	try {
		for (const path of [
			'/api/v1/projects',
			'/api/v1/projects/prj-scic-richerand/network',
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

		await neo4j.kill();
		expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
		expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
		expect((await page.goto(`${server.origin}/structures`))?.status()).toBe(503);

		const back = await startNeo4j(NEO4J_LTS, { folder, password: PASSWORD, port: neo4j.port });
		try {
			await expect
				.poll(async () => (await fetch(`${server.origin}/readyz`)).status, { timeout: 60_000 })
				.toBe(200);
			expect((await page.goto(`${server.origin}/structures`))?.status()).toBe(200);
		} finally {
			await back.kill();
		}
	} finally {
		await server.stop();
		await neo4j.kill();
		rmSync(folder, { recursive: true, force: true });
	}
});
