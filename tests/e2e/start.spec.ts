import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServer } from '../server.js';

const root = new URL('../..', import.meta.url).pathname;

function start(env: Record<string, string>): { code: number | null; said: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/bin/start.js'], {
		cwd: root,
		encoding: 'utf8',
		timeout: 30_000,
		env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '', ...env }
	});
	return { code: status, said: (stdout + stderr).trim() };
}

for (const [variable, value] of [
	['PORT', 'trois-mille'],
	['MAILLAGE_MODE', 'secret'],
	['LOG_LEVEL', 'bavard'],
	['NEO4J_URI', 'http://localhost']
] as const)
	test(`${variable}=${value} is one sentence that names it, and exit code 2`, () => {
		const { code, said } = start({ [variable]: value });
		expect(code).toBe(2);
		expect(said).toContain(variable);
		expect(said).not.toMatch(/\n\s+at /);
	});

test('a file that is not ours is left as it is, in one sentence, with exit code 3', () => {
	const data = mkdtempSync(join(tmpdir(), 'maillage-notours-'));
	const file = join(data, 'maillage.sqlite');
	writeFileSync(file, 'Ceci est une lettre, pas une base.\n'.repeat(200));
	const before = readFileSync(file);
	const { code, said } = start({ MAILLAGE_DATA: data });
	expect(code).toBe(3);
	expect(said).toContain('maillage.sqlite');
	expect(said).not.toMatch(/\n\s+at /);
	expect(readFileSync(file).equals(before)).toBe(true);
	rmSync(data, { recursive: true });
});

test('a Neo4j that is not there: pages say so, nothing hangs, the program is alive but not ready', async () => {
	const port = await freePort();
	const server = await startServer({
		path: '/healthz',
		env: {
			NEO4J_URI: `bolt://127.0.0.1:${port}`,
			NEO4J_USER: 'neo4j',
			NEO4J_PASSWORD: 'absent-server'
		}
	});
	try {
		expect((await fetch(`${server.origin}/readyz`)).status).toBe(503);
		const page = await fetch(server.origin, { headers: { 'accept-language': 'fr' } });
		expect(page.status).toBe(503);
		expect(await page.text()).toMatch(/base de données/i);
		const api = await fetch(`${server.origin}/api/v1/projects`);
		expect(api.status).toBe(503);
		expect(api.headers.get('content-type')).toContain('application/problem+json');
	} finally {
		await server.stop();
	}
});

test('one line with the address, a clean stop, and a second start that keeps the data', async () => {
	const data = mkdtempSync(join(tmpdir(), 'maillage-start-'));
	const stored: unknown[] = [];
	try {
		for (const time of ['first', 'second']) {
			const server = await startServer({ env: { MAILLAGE_DATA: data, LANG: 'fr_FR.UTF-8' } });
			const said = server.output().trim();
			const projects = await (await fetch(`${server.origin}/api/v1/projects?limit=100`)).json();
			stored.push(projects.items);
			expect(await server.stop(), time).toBe(0);
			expect(said, time).toBe(
				`Maillage est prêt\u202f: ${server.origin.replace('127.0.0.1', 'localhost')}`
			);
			expect(projects.items, time).toHaveLength(60);
		}
		expect(stored[1]).toEqual(stored[0]);
	} finally {
		rmSync(data, { recursive: true });
	}
});

test('a file of the site that goes away under the program ends one answer, not the program', async () => {
	const name = `gone-${process.pid}.txt`;
	const file = join(root, 'build/client', name);
	writeFileSync(file, 'of the version before');
	const server = await startServer({});
	try {
		expect(await (await fetch(`${server.origin}/${name}`)).text()).toBe('of the version before');
		rmSync(file);
		const answer = fetch(`${server.origin}/${name}`).then((response) => response.text());
		await expect(answer).rejects.toThrow();
		expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
		expect(server.child.exitCode).toBeNull();
	} finally {
		await server.stop();
		rmSync(file, { force: true });
	}
});
