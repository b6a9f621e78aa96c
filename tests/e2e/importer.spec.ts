import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server.js';
import { contentOf } from './command-line.ts';

// What is written here must not be seen by the other tests: a server and a database of its own.
test.describe.configure({ mode: 'serial' });

let data = '';
let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	data = mkdtempSync(join(tmpdir(), 'maillage-importer-'));
	server = await startServer({ env: { MAILLAGE_DATA: data } });
});
test.afterAll(async () => {
	await server?.stop();
	rmSync(data, { recursive: true, force: true });
});

/** The spreadsheet of an association's secretary, saved by an old program. */
const TABLE = [
	'Nos partenaires au 12/03/2025;;;;',
	'Structure;Type;Ville;N° SIRET;Née le',
	'Été solidaire d’essai;association;Lens;2,6E+13;14/02/2011',
	'Ruche d’essai;ruche;Lens;732 829 320 00074;03/01/1999',
	'Coopérative de sante Richerant;SCIC;Paris;;2016',
	'Bonne volonté d’essai;association;Lens;12345678901234;'
].join('\r\n');
const file = (name: string, text: string) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(text.replaceAll('’', "'"), 'latin1')
});

async function drop(page: Page, name: string, text: string): Promise<void> {
	await page.goto(`${server.origin}/importer`);
	await page.getByLabel(/Déposez un fichier/).setInputFiles(file(name, text));
}

/** All that is stored, but for the number of the revision that last touched each record. */
const stored = (): string => JSON.stringify(contentOf(data)).replace(/"revision":\d+,/g, '');

const violations = async (page: Page): Promise<string[]> =>
	(await new AxeBuilder({ page }).analyze()).violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`));

test('a table is dropped, understood, corrected, imported and taken back', async ({ page }) => {
	await drop(page, 'partenaires.csv', TABLE);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('partenaires.csv');
	const before = stored();
	const main = page.getByRole('main');
	await expect(page.getByLabel('Encodage')).toHaveValue('windows-1252');
	await expect(page.getByLabel('Séparateur')).toHaveValue(';');
	await expect(page.getByLabel('Ligne des en-têtes')).toHaveValue('2');
	await expect(page.getByLabel('Structure, lue comme')).toHaveValue('name');
	await expect(page.getByLabel('Ville, lue comme')).toHaveValue('commune');
	await expect(page.getByLabel('Née le, lue comme')).toHaveValue('');
	await expect(main).toContainText(/Colonne «.Type.».: «.ruche.» n’est pas un type/);
	await expect(main).toContainText(/Colonne «.N° SIRET.».: «.12345678901234.»/);
	await expect(page.getByRole('button', { name: 'Importer' })).toBeDisabled();
	expect(await violations(page)).toEqual([]);

	// The word is given a meaning, a column is named, the doubtful match is answered.
	await page.getByLabel(/«.ruche.»/).selectOption('association');
	await page.getByLabel('Née le, lue comme').selectOption('foundedYear');
	const doubt = page.getByRole('group', { name: /Coopérative de sante Richerant/ });
	await expect(doubt).toContainText('nom proche, même commune');
	await doubt.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Appliquer' }).last().click();
	// Answered, the doubt can still be answered otherwise.
	await page.getByText('Déjà répondu (1)').click();
	await expect(doubt.getByRole('radio').first()).toBeChecked();
	await page.getByLabel('Nom des réglages').fill('Partenaires');
	await page.getByRole('button', { name: 'Enregistrer ces réglages' }).click();
	await expect(main.getByRole('status')).toHaveText(/«.Partenaires.» enregistrés/);
	await expect(main.getByText('1 refusée', { exact: true }).first()).toBeVisible();
	await expect(main.getByText('2 à créer', { exact: true }).first()).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: /Télécharger les lignes refusées/ }).click();
	const refused = readFileSync(await (await download).path(), 'utf8');
	expect(refused).toContain('Motif du refus');
	expect(refused.trimEnd().split('\r\n')).toHaveLength(2);

	expect(stored()).toBe(before);
	await page.getByRole('button', { name: 'Importer' }).click();
	await expect(page.getByRole('main').getByRole('status')).toHaveText(
		/partenaires\.csv.* est importé/
	);
	await page.goto(`${server.origin}/structures/ete-solidaire-d-essai`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText("Été solidaire d'essai");
	await expect(page.getByRole('main')).toContainText('2011');

	// What was refused is corrected and dropped in turn.
	const corrected = refused.replace('\uFEFF', '').replace('12345678901234', '');
	await drop(page, 'lignes-refusees.csv', corrected);
	await expect(main.getByText('1 à créer', { exact: true }).first()).toBeVisible();
	await expect(main.getByText(/à trancher/)).toHaveCount(0);

	// The next list of that kind is read, and its doubt answered, as this one was.
	await drop(page, 'avril.csv', TABLE);
	await expect(main).toContainText(/Lu avec les réglages «.Partenaires.»/);
	await expect(page.getByLabel('Née le, lue comme')).toHaveValue('foundedYear');
	await page.getByText('Déjà répondu (1)').click();
	await expect(doubt).toContainText(/Déjà répondu le .*, par La personne au clavier/);

	await page.goto(`${server.origin}/importer`);
	await page.getByRole('button', { name: 'Annuler l’import de partenaires.csv' }).click();
	await expect(page.getByRole('main').getByRole('status')).toContainText('comme avant');
	expect(stored()).toBe(before);
	await expect(page.getByRole('listitem').filter({ hasText: 'partenaires.csv' })).toContainText(
		'repris'
	);
});

test('a later import that rests on the first prevents taking it back, and is named', async ({
	page
}) => {
	await drop(
		page,
		'a.csv',
		'Nom;Type;Ville\nAlpha d’essai;association;Lens\nBêta d’essai;MSP;Lens'
	);
	await page.getByRole('button', { name: 'Importer' }).click();
	await drop(page, 'b.csv', 'De;Type;Vers;Depuis\nAlpha d’essai;coopère avec;Bêta d’essai;03/2021');
	await page.getByRole('button', { name: 'Importer' }).click();
	await page.getByRole('button', { name: 'Annuler l’import de a.csv' }).click();
	await expect(page.getByRole('alert')).toContainText(/Reprenez d’abord.*b\.csv/);
	await page.goto(`${server.origin}/structures/alpha-d-essai`);
	await expect(page.getByRole('main')).toContainText("Bêta d'essai");
});

test('what is no table is refused with its reason, and a file too large with the limit', async ({
	page,
	request
}) => {
	await drop(page, 'photo.csv', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\r');
	await expect(page.getByRole('alert')).toContainText('Ce n’est pas un tableau');
	await drop(page, 'seul.csv', 'Nom;Type');
	await expect(page.getByRole('alert')).toContainText('n’a que ses en-têtes');
	const answer = await request.post(`${server.origin}/importer?/deposer`, {
		headers: { origin: server.origin },
		multipart: {
			fichier: {
				name: 'gros.csv',
				mimeType: 'text/csv',
				buffer: Buffer.alloc(22 * 1024 * 1024, 'a')
			}
		}
	});
	expect(answer.status()).toBe(413);
});

test('the guide has a template for each kind of table, and says every refusal', async ({
	page
}) => {
	await page.goto(`${server.origin}/importer`);
	await page.getByRole('link', { name: /Modèles à remplir/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apporter ses données');
	const templates = page.getByRole('link', {
		name: /, en-têtes en (français|anglais), (CSV|XLSX)/
	});
	await expect(templates).toHaveCount(16);
	for (const link of await templates.all()) {
		const answer = await page.request.get(`${server.origin}${await link.getAttribute('href')}`);
		expect(answer.headers()['content-disposition']).toContain('attachment');
		expect((await answer.body()).length).toBeGreaterThan(100);
	}
	await expect(page.getByRole('main')).not.toContainText(/undefined|NaN|\{\w+\}/);
	expect(await violations(page)).toEqual([]);
	const download = page.waitForEvent('download');
	await page
		.getByRole('link', { name: 'Structures, en-têtes en français, CSV', exact: true })
		.click();
	const template = readFileSync(await (await download).path());
	await page.goto(`${server.origin}/importer`);
	await page
		.getByLabel(/Déposez un fichier/)
		.setInputFiles({ name: 'structures.csv', mimeType: 'text/csv', buffer: template });
	await expect(page.getByText('2 à créer', { exact: true }).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('a table is read, corrected and imported all the same', async ({ page }) => {
		await drop(page, 'sans-script.csv', 'Nom;Ville\nGamma d’essai;Lens');
		await page.getByRole('button', { name: 'Lire ce fichier' }).click();
		await page.getByLabel('Type des structures qui n’en disent pas').selectOption('association');
		await page.getByRole('button', { name: 'Appliquer' }).click();
		await page.getByRole('button', { name: 'Importer' }).click();
		await expect(page.getByText(/sans-script\.csv.* est importé/)).toBeVisible();
	});
});
