import { expect, test, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server.js';
import { contentOf } from './command-line.ts';

test.setTimeout(300_000);

const ROWS = 12_000;
/** What others ask meanwhile, of pages and of data. */
const OTHERS = [
	'/healthz',
	'/readyz',
	'/',
	'/structures',
	'/api/v1/search?q=richerand',
	'/importer'
];

/** A name like no other, so that nobody is taken for somebody else. */
const name = (i: number): string =>
	createHash('sha256')
		.update(String(i))
		.digest('hex')
		.slice(0, 24)
		.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));

const large = [
	'Nom;Type;Commune',
	...Array.from({ length: ROWS }, (_, i) => `${name(i)};association;${name(i % 900).slice(0, 6)}`)
].join('\r\n');

let gate = '';
let data = '';
let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	data = mkdtempSync(join(tmpdir(), 'maillage-thread-'));
	gate = join(data, 'gate');
	const options = `--import ${join(import.meta.dirname, 'import-gate.mjs')}`;
	server = await startServer({ env: { MAILLAGE_DATA: data, NODE_OPTIONS: options, GATE: gate } });
});
test.afterAll(async () => {
	rmSync(gate, { force: true });
	await server?.stop();
	rmSync(data, { recursive: true, force: true });
});

/** Drops a table and asks for it to be imported. */
async function importing(page: Page, file: string, text: string): Promise<void> {
	await page.goto(`${server.origin}/importer`);
	await page
		.getByLabel(/Déposez un fichier/)
		.setInputFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(text) });
	await page.getByRole('button', { name: 'Importer', exact: true }).click({ timeout: 120_000 });
}

const isHeld = (): boolean => existsSync(`${gate}.waiting`);
const held = () => expect.poll(isHeld, { timeout: 120_000 }).toBe(true);
const stored = (): string => JSON.stringify(contentOf(data));

test('while a large import is written, everybody is answered; it can be stopped, and then wrote nothing', async ({
	page,
	context
}) => {
	const before = stored();
	writeFileSync(gate, '');
	await importing(page, 'grand.csv', large);
	await held();
	const main = page.getByRole('main');
	await expect(main).toContainText(/lignes sur 12.000/);
	await expect(main.getByRole('progressbar')).toBeVisible();
	for (const path of OTHERS) {
		const answer = await page.request.get(server.origin + path);
		expect([path, answer.status()]).toEqual([path, 200]);
	}

	// Another one waits for its turn, and says so; whoever closed the page of the first finds it again.
	const other = await context.newPage();
	await importing(other, 'petit.csv', 'Nom;Type;Commune\nRuche d’essai;association;Lens');
	await expect(other.getByRole('main')).toContainText('attend son tour');
	const third = await context.newPage();
	await third.goto(`${server.origin}/importer`);
	await third.getByRole('link', { name: /Import en cours.*grand\.csv/ }).click();
	await expect(third.getByRole('heading', { level: 1 })).toHaveText('grand.csv');
	await third.close();
	expect(isHeld()).toBe(true);
	expect(stored()).toBe(before);

	await main.getByRole('button', { name: 'Arrêter l’import' }).click();
	await expect(main).toContainText('Arrêt demandé');
	expect(isHeld()).toBe(true);
	rmSync(gate);
	await expect(main.getByRole('status')).toHaveText(/arrêté.*rien n’a été écrit/, {
		timeout: 60_000
	});
	await expect(other.getByRole('main').getByRole('status')).toHaveText(/petit\.csv.*est importé/, {
		timeout: 60_000
	});
	await other.getByRole('button', { name: 'Annuler l’import de petit.csv' }).click();
	await expect(other.getByRole('main').getByRole('status')).toContainText('comme avant');
	await other.close();

	// Asked for again from where it was stopped, it is written whole.
	await main.getByRole('button', { name: 'Importer', exact: true }).click();
	await expect(main.getByRole('status')).toHaveText(/grand\.csv.*est importé/, {
		timeout: 120_000
	});
	await page.getByRole('button', { name: 'Annuler l’import de grand.csv' }).click();
	await expect(main.getByRole('status')).toContainText('comme avant', { timeout: 120_000 });
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the page of an import under way comes back by itself until it is written', async ({
		page
	}) => {
		writeFileSync(gate, '');
		await page.goto(`${server.origin}/importer`);
		await page.getByLabel(/Déposez un fichier/).setInputFiles({
			name: 'sans-script.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(large)
		});
		await page.getByRole('button', { name: 'Lire ce fichier' }).click();
		await page.getByRole('button', { name: 'Importer', exact: true }).click({ timeout: 120_000 });
		await held();
		await expect(page.getByRole('main')).toContainText('Import en cours');
		rmSync(gate);
		await expect(page.getByText(/sans-script\.csv.* est importé/)).toBeVisible({
			timeout: 120_000
		});
	});
});
