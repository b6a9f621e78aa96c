import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server.js';
import { contentOf } from './command-line.ts';

// What is written here must not be seen by the other tests: a server and a database of its own.
let data = '';
let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	data = mkdtempSync(join(tmpdir(), 'maillage-history-'));
	server = await startServer({ env: { MAILLAGE_DATA: data } });
});
test.afterAll(async () => {
	// Asked to end, it closes what it opened and says nothing went wrong.
	expect(await server?.stop()).toBe(0);
	rmSync(data, { recursive: true, force: true });
});

async function bring(page: Page, name: string, text: string): Promise<void> {
	await page.goto(`${server.origin}/importer`);
	await page
		.getByLabel(/Déposez un fichier/)
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
	await page.getByRole('button', { name: 'Importer', exact: true }).click();
	await expect(page.getByRole('main').getByRole('status')).toContainText(name);
}

/** All that is stored, but for the number of the revision that last touched each record. */
const stored = (): string => JSON.stringify(contentOf(data)).replace(/"revision":\d+,/g, '');

test('what was written is listed with its author, opened field by field, and taken back', async ({
	page
}) => {
	await page.goto(server.origin);
	await page.getByRole('link', { name: 'Historique' }).click();
	const rows = page.getByRole('main').getByRole('listitem');
	await expect(rows.last()).toContainText('premières données');
	const first = await rows.count();

	await bring(page, 'a.csv', 'Nom;Type;Ville\nAlpha d’essai;association;Lens');
	const before = stored();
	await bring(
		page,
		'b.csv',
		'Nom;Type;Ville;Année de création\nAlpha d’essai;association;Lens;1987\nBêta d’essai;MSP;Lens;'
	);

	await page.goto(`${server.origin}/historique`);
	await expect(rows).toHaveCount(first + 2);
	await expect(rows.first()).toContainText('b.csv');
	await expect(rows.first()).toContainText('import');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await rows.first().getByRole('link', { name: 'b.csv' }).click();
	await expect(page.getByRole('region', { name: /Créés/ })).toContainText(/Bêta d.essai \(maison/);
	const changed = page.getByRole('region', { name: /Modifiés/ });
	await expect(changed).toContainText(/Alpha d.essai.*année de création.*rien.*→.*1987/s);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	const revision = page.url();

	// The record's own page leads to its history.
	await changed.getByRole('link', { name: /Alpha/ }).click();
	await page.getByRole('link', { name: 'Historique de cette fiche' }).click();
	await expect(rows).toHaveCount(2);
	await expect(rows.first()).toContainText('1987');

	await page.goto(revision);
	await page.getByRole('button', { name: /^Annuler la révision/ }).click();
	await expect(page.getByRole('main').getByRole('status')).toContainText('C’est annulé');
	expect(stored()).toBe(before);
	await expect(rows.nth(0)).toContainText('annulation');
	await expect(rows.nth(1)).toContainText(/annulée par la révision/);

	await page.goto(revision);
	await expect(page.getByRole('button', { name: /^Annuler/ })).toHaveCount(0);
	const again = await page.request.post(`${revision}?/annuler`, {
		headers: { origin: server.origin, accept: 'text/html' },
		form: {}
	});
	expect(again.status()).toBe(409);
	expect((await page.request.get(`${server.origin}/historique/999999`)).status()).toBe(404);
	expect((await page.request.get(`${server.origin}/historique?de=personne`)).status()).toBe(404);
});
