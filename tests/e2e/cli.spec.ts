import { expect, test, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, startServer } from '../server.js';
import { contentOf, maillage, newFolder } from './command-line.ts';

// Each command is a process of its own: seconds on a busy machine.
test.setTimeout(180_000);

const projectsAt = async (origin: string): Promise<{ id: string }[]> =>
	(await (await fetch(`${origin}/api/v1/projects`)).json()).items;

test('the starter set is written once; then listed, laid out, checked, and nothing is left to do', () => {
	const data = newFolder();
	const first = JSON.parse(maillage('seed --starter --json', data).out);
	expect(first).toMatchObject({ seeded: 'starter', revision: 1, updated: 0, kept: [] });
	const before = contentOf(data);
	expect(before.nodes.length + before.relations.length).toBe(first.created);

	const again = maillage('seed', data);
	expect(again.code).toBe(0);
	expect(again.out).toContain('La base dit déjà tout cela');
	expect(JSON.parse(maillage('seed --json', data).out)).toMatchObject({ revision: null });

	expect(JSON.parse(maillage('projects --json', data).out).items).toHaveLength(60);
	const laidOut = JSON.parse(maillage('layout --all --json', data).out);
	expect(laidOut.computed).toBe(laidOut.total);
	expect(JSON.parse(maillage('layout --all --json', data).out).computed).toBe(0);

	const checked = maillage('check', data);
	expect(checked.code).toBe(0);
	expect(checked.out).toMatch(/Base de données.*aucune faute/);

	const refused = maillage('seed --fictional 60 --random-seed 1', data);
	expect(refused.code).toBe(1);
	expect(refused.err).toContain('données réelles');
	expect(contentOf(data)).toEqual(before);
});

test('a database asked to stay empty is served empty, at each start', async ({ page }) => {
	const data = newFolder();
	expect(maillage('seed --empty', data).code).toBe(0);
	for (const time of ['first', 'second']) {
		const server = await startServer({ env: { MAILLAGE_DATA: data } });
		try {
			expect(await projectsAt(server.origin), time).toEqual([]);
			await page.goto(server.origin);
			await expect(page.locator('main a[href*="/projets/"]')).toHaveCount(0);
			await expect(page.locator('main h1')).toBeVisible();
		} finally {
			await server.stop();
		}
	}
	expect(contentOf(data)).toEqual({ nodes: [], relations: [] });
});

test('the same draw is the same territory, another draw another', () => {
	const [one, same, other] = [newFolder(), newFolder(), newFolder()];
	for (const [data, draw] of [
		[one, 7],
		[same, 7],
		[other, 8]
	] as const)
		expect(maillage(`seed --fictional 80 --random-seed ${draw}`, data).code).toBe(0);
	expect(contentOf(same)).toEqual(contentOf(one));
	expect(maillage('projects --json', same).out).toBe(maillage('projects --json', one).out);
	expect(contentOf(other)).not.toEqual(contentOf(one));
});

/** The sentence of ours, not the names of the territory, which say it too. */
const SAYS_FICTION = {
	fr: /(Données fictives|Territoire fictif)\s:/,
	en: /(Fictional data|Fictional territory):/
};

async function expectFiction(page: Page, locale: 'fr' | 'en', path: string): Promise<void> {
	await expect(page.getByText(SAYS_FICTION[locale]).first(), path).toBeVisible();
}

for (const locale of ['fr', 'en'] as const)
	test.describe(`in ${locale}`, () => {
		test.use({ locale });
		test('a fictional territory is called fictional on every page, real data never', async ({
			page,
			baseURL
		}) => {
			const data = newFolder();
			expect(maillage('seed --fictional 60 --random-seed 1', data).code).toBe(0);
			const server = await startServer({ env: { MAILLAGE_DATA: data } });
			try {
				const [project] = await projectsAt(server.origin);
				const { items } = await (await fetch(`${server.origin}/api/v1/actors?limit=1`)).json();
				const network = `/projets/${project?.id}`;
				const paths = ['/', network, `${network}?vue=tableau`, '/ecosysteme', '/structures'];
				for (const path of [...paths, `/structures/${items[0].id}`, '/mentions', '/nowhere']) {
					await page.goto(server.origin + path);
					await expectFiction(page, locale, path);
				}
				await page.goto(`${baseURL}/structures`);
				await expect(page.locator('main h1')).toBeVisible();
				await expect(page.getByText(SAYS_FICTION[locale])).toHaveCount(0);
			} finally {
				await server.stop();
			}
		});
	});

const ABSENT = { NEO4J_USER: 'neo4j', NEO4J_PASSWORD: 'absent-server' };

for (const command of ['seed', 'projects', 'layout', 'check'])
	test(`${command} without the Neo4j it is told of ends with 3, in one sentence`, async () => {
		const data = newFolder();
		const port = await freePort();
		const { code, err } = maillage(command, data, {
			...ABSENT,
			NEO4J_URI: `bolt://127.0.0.1:${port}`
		});
		expect(code, err).toBe(3);
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(err).toContain(String(port));
		expect(existsSync(join(data, 'maillage.sqlite'))).toBe(false);
	});

test('help ends with 0, a wrong call with 2 and one sentence, without touching the data', () => {
	const data = newFolder();
	expect(maillage('--help', data)).toMatchObject({ code: 0, err: '' });
	for (const [line, word] of [
		['fly', 'fly'],
		['seed --fictional many', 'many'],
		['seed --empty --starter', '--starter'],
		['check --fast', '--fast'],
		['projects all', 'projects']
	] as const) {
		const { code, out, err } = maillage(line, data);
		expect(code, line).toBe(2);
		expect(out).toBe('');
		expect(err.trim().split('\n'), line).toHaveLength(1);
		expect(err, line).toContain(word);
	}
	expect(existsSync(join(data, 'maillage.sqlite'))).toBe(false);
});

for (const [variable, value] of [
	['PORT', 'porte'],
	['MAILLAGE_MODE', 'secret'],
	['NEO4J_URI', 'http://localhost:7474']
] as const)
	test(`${variable}=${value} ends every command with 2, in a sentence that names it`, () => {
		const data = newFolder();
		const { code, out, err } = maillage('projects', data, { ...ABSENT, [variable]: value });
		expect(code, err).toBe(2);
		expect(out).toBe('');
		expect(err).toContain(variable);
		expect(err).toContain(value);
		expect(err).not.toContain('absent-server');
	});
