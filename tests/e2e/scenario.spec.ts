import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server.js';
import { contentOf } from './command-line.ts';

// What is planned here must not be seen by the other tests: a server and a database of its own. Pages
// are used without JavaScript, as the import page is.
test.describe.configure({ mode: 'serial' });
test.use({ javaScriptEnabled: false });

let data = '';
let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	data = mkdtempSync(join(tmpdir(), 'maillage-scenario-'));
	server = await startServer({ env: { MAILLAGE_DATA: data } });
});
test.afterAll(async () => {
	await server?.stop();
	rmSync(data, { recursive: true, force: true });
});

const PROJECT = '/projets/prj-place-sante';
const stored = (): string => JSON.stringify(contentOf(data));
const steps = (page: Page): Locator => page.locator('#prevu ~ ol > li');

/** Opens one of the forms and gives it. */
async function formOf(page: Page, title: string): Promise<Locator> {
	const box = page.locator('details').filter({ has: page.getByText(title, { exact: true }) });
	if ((await box.getAttribute('open')) === null)
		await box.getByText(title, { exact: true }).click();
	return box;
}
const plan = (form: Locator) => form.getByRole('button', { name: 'Prévoir', exact: true }).click();

async function created(page: Page, name: string): Promise<void> {
	await page.goto(`${server.origin}${PROJECT}/scenarios`);
	await page.getByLabel('Nom du scénario').fill(name);
	await page.getByRole('button', { name: 'Créer le scénario' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

test('a team plans structures, a post, premises and money, sees what changes, goes back and forth, and no fact moves', async ({
	page
}) => {
	const before = stored();
	await created(page, 'Un centre communautaire « ici »');
	await expect(page.getByRole('main')).toContainText('Rien n’est encore prévu');

	let form = await formOf(page, 'Une structure');
	await form.getByLabel('Nom', { exact: true }).fill('Maison d’essai <b>ouverte</b>');
	await form.getByLabel('Type').selectOption('association');
	await form.getByLabel(/Coopère avec/).selectOption({ index: 1 });
	await form.getByLabel('Prévu pour').fill('03/2028');
	await form.getByLabel('Degré d’accord').selectOption('in_discussion');
	await plan(form);
	await expect(steps(page)).toHaveCount(1);
	await expect(steps(page).first()).toContainText('Maison d’essai <b>ouverte</b> (association)');
	await expect(steps(page).first()).toContainText('prévu pour mars 2028 · en discussion');
	await expect(page.getByRole('main')).toContainText(
		'Maison d’essai <b>ouverte</b> rejoint le réseau.'
	);

	// A tie before its structure is there is refused, and what was written is kept.
	form = await formOf(page, 'Un lien');
	await form
		.getByRole('combobox', { name: 'De', exact: true })
		.selectOption({ label: 'Maison d’essai <b>ouverte</b>' });
	await form.getByRole('combobox', { name: 'Lien', exact: true }).selectOption('HOSTS');
	await form.getByRole('combobox', { name: 'Vers', exact: true }).selectOption({ index: 1 });
	await form.getByLabel('Prévu pour').fill('2027');
	await form.getByLabel('Note').fill('à revoir');
	await plan(form);
	await expect(page.getByRole('alert')).toContainText(/avant que .*existe \(mars 2028\)/);
	form = await formOf(page, 'Un lien');
	await expect(form.getByLabel('Note')).toHaveValue('à revoir');
	await form.getByLabel('Prévu pour').fill('2028');
	await plan(form);
	await expect(steps(page)).toHaveCount(2);

	form = await formOf(page, 'Une ressource partagée ou un poste');
	await form.getByLabel('Nom', { exact: true }).fill('Médiatrice d’essai');
	await form.getByLabel('Type').selectOption('personnel_partage');
	await form.getByLabel('Portée par').selectOption({ index: 1 });
	await form.getByRole('checkbox').nth(3).check();
	await plan(form);
	form = await formOf(page, 'Un financement');
	await form.getByLabel('Ou un nouveau financeur').fill('Fondation d’essai');
	await form.getByLabel('Montant en euros').fill('12 000,50 €');
	await form.getByLabel('Années couvertes').fill('2028-2029');
	await plan(form);
	await expect(steps(page)).toHaveCount(4);
	await expect(steps(page).last()).toContainText(/12.000,50.€, demandé, 2028–2029/);
	await expect(page.getByRole('main')).toContainText('Fondation d’essai financerait.');
	await expect(page.getByRole('img', { name: /^Le réseau après/ })).toBeVisible();
	await expect(page.getByRole('table', { name: 'Indicateurs avant et après' })).toBeVisible();

	await page.getByRole('button', { name: /^Annuler : ajout de/ }).click();
	await page.getByRole('button', { name: /^Annuler : ajout de/ }).click();
	await expect(steps(page)).toHaveCount(2);
	await page.getByRole('button', { name: /^Refaire : ajout de/ }).click();
	await expect(steps(page)).toHaveCount(3);
	await steps(page)
		.first()
		.getByRole('button', { name: /^Retirer/ })
		.click();
	// What stood on it says so, and counts no more.
	await expect(steps(page).first()).toContainText(
		'n’est plus dans les données ni dans le scénario'
	);
	await page.getByRole('button', { name: /^Annuler : retrait de/ }).click();
	await expect(steps(page)).toHaveCount(3);
	expect(stored()).toBe(before);
});

test('a scenario is renamed, copied, archived, deleted and brought back; a second window overwrites nothing', async ({
	page,
	context
}) => {
	await created(page, 'Premier essai');
	const url = page.url();
	const other = await context.newPage();
	await other.goto(url);
	for (const [each, communes] of [
		[page, 'Commune A'],
		[other, 'Commune B']
	] as const) {
		const form = await formOf(each, 'Le territoire');
		await form.getByLabel('Communes, une par ligne').fill(communes);
		await plan(form);
	}
	await expect(other.getByRole('alert')).toContainText('modifié dans une autre fenêtre');
	await expect((await formOf(other, 'Le territoire')).getByRole('textbox').first()).toHaveValue(
		'Commune B'
	);
	await expect(steps(other)).toHaveCount(1);
	await other.close();

	// A name too short for anyone is refused and told; the note comes with the new name; steps stay.
	await page.getByText('Renommer ou décrire ce scénario').click();
	const naming = page.locator('details').filter({ hasText: 'Renommer ou décrire' });
	await naming.getByLabel('Nom du scénario').fill('  ');
	await naming.getByLabel('Note').fill('Pour la réunion de mars.');
	await naming.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('alert')).toContainText('nom');
	await expect(naming.getByLabel('Note')).toHaveValue('Pour la réunion de mars.');
	await naming.getByLabel('Nom du scénario').fill('Autre nom');
	await naming.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Autre nom');
	await expect(page.getByRole('main')).toContainText('Pour la réunion de mars.');
	await expect(steps(page)).toHaveCount(1);
	await page.getByText('Renommer ou décrire ce scénario').click();
	await naming.getByLabel('Nom du scénario').fill('Premier essai');
	await naming.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Premier essai');

	await page.goto(`${server.origin}${PROJECT}/scenarios`);
	await page.getByRole('button', { name: /^Copier «.Premier essai.»/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Premier essai (copie)');
	await expect(steps(page)).toHaveCount(1);
	await page.goto(`${server.origin}${PROJECT}/scenarios`);
	await page.getByRole('button', { name: /^Archiver «.Premier essai \(copie\).»/ }).click();
	await expect(page.getByRole('heading', { name: 'Archivés' })).toBeVisible();
	await page.getByRole('button', { name: /^Supprimer «.Premier essai.»/ }).click();
	await expect(page.getByRole('main').getByRole('status')).toContainText('est supprimé');
	await expect(page.getByRole('link', { name: 'Premier essai', exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: /^Rétablir «.Premier essai.»/ }).click();
	await expect(page.getByRole('link', { name: 'Premier essai', exact: true })).toBeVisible();
});
