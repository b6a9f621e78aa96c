import { expect, test, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { startServer } from '../server.js';

// It writes: it has a database of its own.
const data = mkdtempSync(join(tmpdir(), 'maillage-words-'));
let server: Awaited<ReturnType<typeof startServer>>;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	test.setTimeout(180_000);
	// Documents are written at once, but where a test holds the thread that writes them.
	letGo();
	const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${new URL('held-thread.js', import.meta.url)}`;
	server = await startServer({ env: { MAILLAGE_DATA: data, HELD_THREAD: gate, NODE_OPTIONS } });
});
test.afterAll(async () => {
	await server.stop();
	rmSync(data, { recursive: true, force: true });
});

const gate = join(data, 'gate');
const letGo = (): void => writeFileSync(gate, '');
test.afterEach(letGo);

const DOSSIER = '/projets/prj-scic-richerand/dossier';
const editing = (key: string): string =>
	`${server.origin}${DOSSIER}?cadre=pts&modifier=${key}#${key}`;
const words = (page: Page) => page.getByRole('textbox', { name: 'Texte de ce passage' });
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer' }).click();
const passage = (page: Page, key: string) => page.locator(`[id="${key}"]`);

test('a passage is rewritten beside its live table, its sources keep their numbers, and the Word file says it', async ({
	page,
	request
}) => {
	await page.goto(`${server.origin}${DOSSIER}?cadre=pts`);
	await page.getByRole('link', { name: /^Modifier.*Ressources partagées$/ }).click();
	await expect(words(page)).toHaveValue(/\[\[tableau\]\]/);
	await words(page).fill(
		'Nous partageons "tout" : [src-richerand-2022]\n\n[[tableau]]\n\n- <script>alert(1)</script>=1+1<b>,</b> dit l\'équipe'
	);
	await save(page);
	await expect(page.locator('main [role="status"]')).toHaveText('Enregistré.');
	const written = passage(page, 'reseau.sharing');
	await expect(written).toContainText('Nous partageons «\u202ftout\u202f»\u202f:');
	await expect(written.getByRole('listitem')).toContainText('=1+1, dit l’équipe[équipe]');
	await expect(
		written.locator('p', { hasText: 'Nous partageons' }).locator('a[href^="#source-"]')
	).toHaveCount(1);
	await expect(written.getByRole('table')).toContainText('Domiciliation');
	const file = await request.get(`${server.origin}${DOSSIER}/word?cadre=pts`);
	const { value } = await mammoth.extractRawText({ buffer: await file.body() });
	expect(value).toContain('Nous partageons «\u202ftout\u202f»\u202f:');
	expect(value).toContain('=1+1, dit l’équipe\u202f[équipe]');
	// Facts are as they were, and so is the dossier in the other language.
	const english = await request.get(`${server.origin}${DOSSIER}?cadre=pts`, {
		headers: { 'accept-language': 'en' }
	});
	expect(await english.text()).not.toContain('Nous partageons');

	await page.getByRole('link', { name: /^Modifier.*Ressources partagées$/ }).click();
	await page.getByRole('button', { name: 'Reprendre le texte des données' }).click();
	await expect(passage(page, 'reseau.sharing')).not.toContainText('Nous partageons');
	await page.getByRole('link', { name: /^Modifier.*Ressources partagées$/ }).click();
	await page.getByText('Versions de ce passage').click();
	await page.getByRole('link', { name: /^Version 1,/ }).click();
	await expect(words(page)).toHaveValue(/^Nous partageons "tout"/);
	await save(page);
	await expect(passage(page, 'reseau.sharing')).toContainText('Nous partageons');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('two windows on one passage: the second is told, shown both, and nothing is lost', async ({
		page,
		context
	}) => {
		const other = await context.newPage();
		for (const window of [page, other]) await window.goto(editing('reseau.cooperations'));
		const before = await words(page).inputValue();
		await words(page).fill(before.replace(/^.*\n/, 'Mot de la première.\n'));
		await save(page);
		await words(other).fill(
			`${before.replace(/^.*\n/, 'Mot de la seconde.\n')}\n\nFin de la seconde.`
		);
		await save(other);
		await expect(other.getByRole('alert')).toContainText('modifié ailleurs');
		const conflict = other.getByRole('group', { name: 'Changé des deux côtés (1)' });
		await expect(conflict).toContainText('Mot de la première.');
		await expect(conflict).toContainText('Mot de la seconde.');
		await conflict.getByRole('radio', { name: 'Garder votre texte' }).check();
		await other.getByRole('button', { name: 'Réunir et relire' }).click();
		await expect(words(other)).toHaveValue(/^Mot de la seconde\.[^]*Fin de la seconde\.$/);
		await save(other);
		await expect(passage(other, 'reseau.cooperations')).toContainText('Fin de la seconde.');
		await page.goto(`${editing('reseau.cooperations').replace('#', '&version=1#')}`);
		await expect(words(page)).toHaveValue(/^Mot de la première\./);
	});

	test('a text too long is refused and given back whole; what the team writes counts in the progress', async ({
		page,
		request
	}) => {
		const long = `${'mot '.repeat(50_000)}de trop`;
		const refused = await request.post(
			`${server.origin}${DOSSIER}?/ecrire&cadre=pts&modifier=initiative.equipe`,
			{
				form: { texte: long, base: '', version: '0' },
				headers: { origin: server.origin, accept: 'text/html' }
			}
		);
		expect(refused.status()).toBe(413);
		const answer = await refused.text();
		expect(answer).toContain('200\u202f007');
		expect(answer).toContain(long);
		await page.goto(editing('initiative.equipe'));
		await words(page).fill('Nous prenons l’initiative.');
		await save(page);
		const plan = page.getByRole('navigation', { name: 'Plan du dossier' });
		await expect(plan).toContainText('1 section écrite sur 9');
		await expect(plan.getByRole('listitem').first()).toContainText('écrit');
	});
});

test('other requests are answered while the thread that writes a document is held', async ({
	page,
	request
}) => {
	rmSync(gate, { force: true });
	rmSync(`${gate}.held`, { force: true });
	let isWritten = false;
	const document = request.get(`${server.origin}${DOSSIER}/pdf?cadre=pts`).then((answer) => {
		isWritten = true;
		return answer;
	});
	await expect(() => expect(existsSync(`${gate}.held`)).toBe(true)).toPass();
	expect((await request.get(`${server.origin}/healthz`)).status()).toBe(200);
	await page.goto(`${server.origin}${DOSSIER}?cadre=pts`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Richerand');
	// Written anywhere else, it would not have waited.
	expect(isWritten).toBe(false);
	letGo();
	expect((await (await document).body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a document that is not finished is an error, never half a file, and the next one is whole', async ({
	request
}) => {
	writeFileSync(`${gate}.fail`, '');
	const half = await request.get(`${server.origin}${DOSSIER}/word?cadre=pts`);
	rmSync(`${gate}.fail`);
	expect(half.status()).toBe(500);
	expect(half.headers()['content-disposition']).toBeUndefined();
	expect((await half.body()).subarray(0, 2).toString()).not.toBe('PK');
	const whole = await request.get(`${server.origin}${DOSSIER}/word?cadre=pts`);
	expect((await whole.body()).subarray(0, 2).toString()).toBe('PK');
});

test('what the data say since is shown beside the words, and taken up', async ({
	page,
	request
}) => {
	await page.goto(editing('calendrier.calendar'));
	const before = await words(page).inputValue();
	const [first = ''] = before.split('\n');
	// As if the data had said something else when it was written.
	await page.locator('input[name="base"]').evaluate(
		(input, text) => {
			if (input instanceof HTMLInputElement) input.value = text;
		},
		before.replace(first, 'Le projet commence en 1900.')
	);
	await words(page).fill(
		before.replace(first, 'Nous avons commencé tôt.') + '\n\nEt nous continuons.'
	);
	await save(page);
	await expect(page.locator('main [role="status"]')).toHaveText('Enregistré.');
	const written = passage(page, 'calendrier.calendar');
	await expect(written).toContainText('Les données ont changé');
	await expect(page.getByRole('navigation', { name: 'Plan du dossier' })).toContainText('à revoir');
	await written.getByRole('link', { name: 'Voir ce qui change' }).click();
	const conflict = page.getByRole('group', { name: 'Changé des deux côtés (1)' });
	await expect(conflict).toContainText('Nous avons commencé tôt.');
	await expect(conflict).toContainText(first);
	await page.getByRole('button', { name: 'Réunir et relire' }).click();
	await expect(words(page)).toHaveValue(
		new RegExp(`Nous avons commencé tôt\\.\\s+${first}[^]*Et nous continuons\\.$`)
	);
	await save(page);
	await expect(passage(page, 'calendrier.calendar')).not.toContainText('Les données ont changé');
	// Another site cannot write, and an unknown passage is told.
	const form = { texte: 'x', base: '', version: '0' };
	const stranger = await request.post(
		`${server.origin}${DOSSIER}?/ecrire&cadre=pts&modifier=initiative.equipe`,
		{
			form,
			headers: { origin: 'https://example.org' }
		}
	);
	expect(stranger.status()).toBe(403);
	expect((await request.get(editing('reseau.licorne'))).status()).toBe(404);
});

test('a scenario with planned things leaves as a Word document; when the plan changes, the figure follows and the words stay', async ({
	page,
	request
}) => {
	await page.goto(`${server.origin}/projets/prj-place-sante/scenarios`);
	await page.getByLabel('Nom du scénario').fill('Avec la commune');
	await page.getByRole('button', { name: 'Créer le scénario' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Avec la commune');
	const scenario = page.url();
	const id = new URL(scenario).pathname.split('/').at(-1) ?? '';
	/** Plans as the forms of the page do. */
	const plan = async (action: string, fields: Record<string, string>): Promise<void> => {
		await page.goto(scenario);
		const version = await page.locator('input[name="version"]').first().inputValue();
		const answer = await request.post(`${scenario}?/${action}`, {
			form: { when: '2028-03', agreement: 'in_discussion', who: '', note: '', version, ...fields },
			headers: { origin: server.origin, accept: 'text/html' }
		});
		expect(answer.status()).toBe(200);
	};
	const kind = {
		kind: 'association',
		commune: '',
		role: 'TAKES_PART_IN',
		with: 'acsbe-la-place-sante'
	};
	await plan('structure', { name: 'Association d’essai', ...kind });
	await plan('financement', {
		...{ source: '', name: 'Fondation d’essai', kind: 'fondation', target: 'acsbe-la-place-sante' },
		...{ amount: '45 000', period: '2027-2029', stage: 'asked' }
	});

	await page.goto(scenario);
	await page.getByRole('link', { name: 'Préparer le dossier de ce scénario' }).click();
	await expect(page).toHaveURL(`${server.origin}/scenarios/${id}/dossier`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Avec la commune');
	for (const name of [
		/^Dessin du réseau :|^Dessin du réseau\u202f/,
		/^Dessin du réseau avec ce qui est prévu/
	])
		await expect
			.poll(() =>
				page
					.getByRole('img', { name })
					.first()
					.evaluate((image: HTMLImageElement) => {
						image.loading = 'eager';
						return image.naturalWidth;
					})
			)
			.toBe(900);
	await expect(page.getByRole('table', { name: /^Indicateurs avant et après/ })).toBeVisible();

	await page.getByRole('link', { name: /^Modifier.*Coopérations$/ }).click();
	await expect(words(page)).toHaveValue(/Association d’essai coopère avec .*\[prévu\]/);
	await words(page).fill(`${await words(page).inputValue()}\n\nNous y tenons.`);
	await save(page);
	const saved = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Télécharger en Word' }).click();
	const { value } = await mammoth.extractRawText({
		buffer: readFileSync(await (await saved).path())
	});
	expect(value).toContain('Nous y tenons.\u202f[équipe]');
	expect(value).toContain('Association d’essai\u202f[prévu]');
	expect(value).toMatch(/Demandé\u202f: 45\u202f000\u00a0€, sur un montant connu\.\u202f\[prévu\]/);

	const drawing = async (): Promise<string> =>
		(await request.get(`${server.origin}/scenarios/${id}/dossier/reseau-apres.svg`)).text();
	const before = await drawing();
	await plan('structure', { name: 'Deuxième association', ...kind });
	expect(await drawing()).not.toBe(before);
	await page.goto(`${server.origin}/scenarios/${id}/dossier`);
	const place = page.locator('.passage', { hasText: 'Nous y tenons.' });
	await expect(place).toContainText('Les données ont changé');
	await place.getByRole('link', { name: 'Voir ce qui change' }).click();
	await page.getByRole('button', { name: 'Réunir et relire' }).click();
	await expect(words(page)).toHaveValue(/Nous y tenons\.\s+- [^\n]*Deuxième association coopère/);

	// The facts know nothing of it, and the project's own dossier leads to this one.
	const facts = await request.get(`${server.origin}/projets/prj-place-sante/dossier/html`);
	expect(await facts.text()).not.toContain('d’essai');
	await page.goto(`${server.origin}/projets/prj-place-sante/dossier`);
	await page.getByRole('link', { name: 'Avec la commune' }).click();
	await expect(page).toHaveURL(`${server.origin}/scenarios/${id}/dossier`);
	for (const [file, type] of [
		['pdf', 'application/pdf'],
		['json', 'application/json'],
		['annexe', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
		['lecture', 'text/html; charset=utf-8']
	] as const) {
		const answer = await request.get(`${server.origin}/scenarios/${id}/dossier/${file}`);
		expect(answer.headers()['content-type']).toBe(type);
	}
	expect((await request.get(`${server.origin}/scenarios/scn-rien/dossier`)).status()).toBe(404);
});

test.describe('by forms alone', () => {
	test.use({ javaScriptEnabled: false });
	test('a scenario of a territory without project has its dossier: what is known there, what is planned, in every form', async ({
		page,
		request
	}) => {
		await page.goto(`${server.origin}/departements/56/scenarios`);
		await page.getByLabel('Nom du scénario').fill('Un centre à Lorient');
		await page.getByRole('button', { name: 'Créer le scénario' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Un centre à Lorient');
		const form = page.locator('details').filter({ hasText: 'Une structure' }).first();
		await form.getByText('Une structure', { exact: true }).click();
		await form.getByLabel('Nom', { exact: true }).fill('La Ruche d’essai');
		await form.getByLabel(/Coopère avec/).selectOption({ index: 1 });
		await form.getByRole('button', { name: 'Prévoir', exact: true }).click();
		await expect(page.locator('#prevu ~ ol > li')).toHaveCount(1);
		await page.getByRole('link', { name: 'Préparer le dossier de ce scénario' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			/^Dossier.*Un centre à Lorient$/
		);
		await expect(page.getByRole('main')).toContainText('Morbihan (56)');
		await expect(
			page.getByRole('table', { name: 'Structures du réseau du territoire' })
		).toBeVisible();
		const path = new URL(page.url()).pathname;
		for (const [file, start] of [
			['word', 'PK'],
			['pdf', '%PDF-'],
			['lecture', '<!doctype html>'],
			['json', '{'],
			['annexe', 'PK']
		] as const) {
			const answer = await request.get(`${server.origin}${path}/${file}?cadre=centre-de-sante`);
			expect(answer.status(), file).toBe(200);
			expect((await answer.body()).subarray(0, start.length).toString(), file).toBe(start);
		}
		const letter = await request.get(`${server.origin}${path}/pdf?cadre=cpts-lettre`);
		const pages = (await letter.body()).toString('latin1').match(/\/Type \/Page\b/g);
		expect(pages?.length).toBeLessThanOrEqual(2);
		await page.getByRole('link', { name: 'Retour au scénario' }).click();
		await expect(page).toHaveURL(/\/departements\/56\/scenarios\/scn-/);
	});
});

test('where one only reads, words are read and nothing can be written', async ({ request }) => {
	test.setTimeout(180_000);
	const open = await startServer({ env: { MAILLAGE_DATA: data, MAILLAGE_MODE: 'public' } });
	try {
		const page = await request.get(`${open.origin}${DOSSIER}?cadre=pts&modifier=reseau.sharing`);
		const html = await page.text();
		expect(html).toContain('Nous partageons');
		expect(html).not.toContain('<textarea');
		expect(html).not.toContain('Modifier');
		const refused = await request.post(
			`${open.origin}${DOSSIER}?/ecrire&cadre=pts&modifier=reseau.sharing`,
			{
				form: { texte: 'x', base: '', version: '9' },
				headers: { origin: open.origin }
			}
		);
		expect(refused.status()).toBe(403);
	} finally {
		await open.stop();
	}
});
