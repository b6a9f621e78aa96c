import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import readExcelFile from 'read-excel-file/node';

const PROJECT = '/projets/prj-scic-richerand';
const rule = (page: Page, id: string) => page.locator(`[data-rule="${id}"]`);

test('from a project to its dossier: the framework chosen, what it asks, the network drawn, the sources', async ({
	page
}) => {
	await page.goto(PROJECT);
	await page.getByRole('link', { name: 'Préparer un dossier' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		/^Dossier.*Coopérative de santé Richerand$/
	);
	await expect(page.getByRole('combobox')).toHaveValue('centre-de-sante-communautaire');
	await page.getByRole('combobox').selectOption('pts');
	await page.getByRole('button', { name: 'Afficher' }).click();
	await expect(page).toHaveURL(/cadre=pts/);
	await expect(rule(page, 'cpts')).toContainText('CPTS Paris 10');
	await expect(rule(page, 'cpts')).toContainText('à confirmer');
	await expect(rule(page, 'liste')).toContainText('satisfaite');

	const plan = page.getByRole('navigation', { name: 'Plan du dossier' });
	await plan.getByRole('link', { name: 'Le réseau existant' }).click();
	const picture = page.getByRole('img', { name: /^Dessin du réseau/ });
	await expect(picture).toBeInViewport({ ratio: 0.1 });
	await expect
		.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
		.toBe(900);
	const first = page.locator('article a[href^="#source-"]').first();
	const target = await first.getAttribute('href');
	await first.click();
	await expect(page.locator(`${target}`)).toBeInViewport();
});

test('the Word file holds what the page shows, in the language read', async ({ page, request }) => {
	await page.goto(`${PROJECT}/dossier?cadre=pts`);
	const saved = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Télécharger en Word' }).click();
	const download = await saved;
	expect(download.suggestedFilename()).toBe('dossier-prj-scic-richerand-pts.docx');
	const { value } = await mammoth.extractRawText({ buffer: readFileSync(await download.path()) });
	for (const title of await page.locator('article h2[tabindex="-1"]').allTextContents())
		expect(value).toContain(title);
	const cells = page
		.locator('table', { hasText: 'Structures du réseau du projet' })
		.locator('tbody tr');
	expect(await cells.count()).toBeGreaterThan(10);
	for (const name of await cells.locator('td:nth-child(2)').allInnerTexts())
		expect(value).toContain(name.replace(/[\d\s]+$/, ''));

	const english = await request.get(`${PROJECT}/dossier/word`, {
		headers: { 'accept-language': 'en' }
	});
	expect(english.headers()['content-disposition']).toContain('proposal-prj-scic-richerand');
	const text = await mammoth.extractRawText({ buffer: await english.body() });
	expect(text.value).toContain('Diagnosis of needs');
	expect(text.value).not.toContain('À écrire');
});

test('the dossier leaves as PDF, as one page that is read and printed, and with its data', async ({
	page,
	request
}) => {
	const pdf = await request.get(`${PROJECT}/dossier/pdf?cadre=pts`);
	expect(pdf.headers()['content-type']).toBe('application/pdf');
	expect(pdf.headers()['content-disposition']).toContain('dossier-prj-scic-richerand-pts.pdf');
	expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
	const workbook = await request.get(`${PROJECT}/dossier/annexe?cadre=pts`);
	const sheets = await readExcelFile(await workbook.body());
	expect(sheets.map(({ sheet }) => sheet)).toEqual(['à lire', 'structures', 'liens', 'sources']);
	const html = await request.get(`${PROJECT}/dossier/html?cadre=pts`);
	expect(html.headers()['content-disposition']).toContain('.html');

	const problems: string[] = [];
	page.on('console', (message) => problems.push(message.text()));
	await page.goto(`${PROJECT}/dossier?cadre=pts`);
	await page.getByRole('link', { name: 'Lire et imprimer' }).click();
	await expect(page).toHaveURL(/dossier\/lecture/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Coopérative de santé Richerand'
	);
	await expect(page.getByRole('img', { name: /^Dessin du réseau/ })).toBeVisible();
	const ground = page.locator('main');
	await expect(ground).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	await page.emulateMedia({ media: 'print' });
	await expect(ground).toHaveCSS('padding-top', '0px');
	expect(problems).toEqual([]);
});

test('an unknown framework, an unknown project: a sentence and a way on', async ({ page }) => {
	const refused = await page.goto(`${PROJECT}/dossier?cadre=licorne`);
	expect(refused?.status()).toBe(400);
	await expect(page.locator('main')).toContainText('licorne');
	for (const path of [
		'dossier',
		'dossier/word',
		'dossier/pdf',
		'dossier/lecture',
		'dossier/reseau.svg'
	])
		expect((await page.request.get(`/projets/rien/${path}`)).status(), path).toBe(404);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the framework is chosen and the dossier read', async ({ page }) => {
		await page.goto(`${PROJECT}/dossier`);
		await page.getByRole('combobox').selectOption('msp');
		await page.getByRole('button', { name: 'Afficher' }).click();
		await expect(
			page.getByRole('heading', { name: 'Système d’information partagé', exact: true })
		).toBeVisible();
	});
});
