import { expect, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lastResortPolicy } from '../../src/lib/server/http/security-headers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The site as SvelteKit built it, whose start was refused and which is asked for a page all the same. */
const ASK = `
import { Server } from './.svelte-kit/output/server/index.js';
import { manifest } from './.svelte-kit/output/server/manifest.js';
const server = new Server(manifest);
await server.init({ env: process.env }).then(() => process.exit(9), () => undefined);
const answer = await server.respond(new Request('http://localhost/'), {
	getClientAddress: () => '127.0.0.1'
});
console.log(JSON.stringify({ status: answer.status, html: await answer.text() }));
process.exit(0);
`;

function lastResort(): { status: number; html: string } {
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', ASK], {
		cwd: root,
		encoding: 'utf8',
		timeout: 30_000,
		env: { ...process.env, PORT: 'door' }
	});
	expect(stdout, stderr).not.toBe('');
	return JSON.parse(stdout);
}

for (const theme of ['light', 'dark'] as const)
	test(`the last page there is: two languages, our colours in ${theme}, no file, strict policy`, async ({
		page
	}) => {
		const { status, html } = lastResort();
		expect(status).toBe(500);
		const policy = lastResortPolicy(readFileSync(`${root}/src/error.html`, 'utf8'));
		const asked: string[] = [];
		const complaints: string[] = [];
		page.on('console', (message) => complaints.push(message.text()));
		await page.route('**/*', (route) => {
			asked.push(new URL(route.request().url()).pathname);
			return route.fulfill({
				status,
				body: html,
				headers: {
					'content-type': 'text/html; charset=utf-8',
					'content-security-policy': policy
				}
			});
		});
		await page.emulateMedia({ colorScheme: theme });
		await page.goto('/broken');
		await expect(page.locator('h1')).toHaveText(/n’a pas fonctionné/);
		await expect(page.getByText('Rechargez la page')).toBeVisible();
		await expect(page.locator('[lang=en]')).toContainText('Reload the page');
		expect(html).not.toContain('%sveltekit');
		const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		expect(ground).toBe(theme === 'light' ? 'rgb(251, 248, 243)' : 'rgb(20, 26, 33)');
		expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/broken']);
		expect(complaints.filter((text) => !text.includes('500'))).toEqual([]);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	});
