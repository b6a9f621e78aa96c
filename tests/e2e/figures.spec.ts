import { expect, test } from '@playwright/test';

interface Answer {
	coverage: { coverage: string; projects: number }[];
	items: {
		id: string;
		name: string;
		value?: number;
		unknown?: string;
		sentence: string;
		trust: string;
	}[];
}
type Request = import('@playwright/test').APIRequestContext;

async function indicators(request: Request, query = ''): Promise<Answer> {
	return await (await request.get(`/api/v1/indicators${query}`)).json();
}

test('a project’s figures: each has a value or a reason, how to read it, what it is worth, and a file', async ({
	page,
	request
}) => {
	const project = 'prj-scic-richerand';
	const { items } = await indicators(request, `?project=${project}`);
	expect(items.length).toBeGreaterThan(14);
	await page.goto(`/projets/${project}`);
	await page.getByRole('link', { name: 'Indicateurs de ce réseau' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Indicateurs : Coopérative de santé Richerand'
	);
	await expect(page.getByRole('main')).toContainText('Ce projet a été documenté ainsi');
	const table = page.getByRole('table');
	for (const { id, name, sentence, trust, unknown } of items) {
		const row = table.getByRole('row').filter({ has: page.locator(`a[href="/aide#${id}"]`) });
		await expect(row).toContainText(name);
		await expect(row).toContainText(sentence);
		await expect(row).toContainText(unknown === undefined ? trust : 'Non connu');
	}
	await expect(table).not.toContainText(/NaN|Infinity|undefined/);

	// What is taken away says the same, and holds no formula.
	const csv = await (await request.get(`/indicateurs.csv?projets=${project}`)).text();
	for (const { id, sentence } of items) {
		const line = csv.split('\r\n').find((each) => each.split(';')[3] === id);
		expect(line).toContain(sentence.replaceAll('"', '""'));
	}
	const xlsx = await request.get(`/indicateurs.xlsx?projets=${project},region-11`);
	expect(xlsx.headers()['content-type']).toContain('spreadsheetml');
	expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
	expect((await request.get('/indicateurs.pdf')).status()).toBe(404);
});

test('on a phone the name of a figure is read along a line, not a word at a time', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/projets/prj-scic-richerand/indicateurs');
	const narrow = await page
		.locator('tbody th[scope="row"]')
		.evaluateAll((all) => all.filter((name) => name.getBoundingClientRect().width < 150).length);
	expect(narrow).toBe(0);
});

test('no project, region or whole has a figure that is neither a number nor a reason', async ({
	request
}) => {
	const cards: { items: { id: string }[] } = await (
		await request.get('/api/v1/projects?limit=500')
	).json();
	const queries = ['', '?region=06', ...cards.items.map(({ id }) => `?project=${id}`)];
	for (const query of queries) {
		const { items, coverage } = await indicators(request, query);
		expect(coverage.length, query).toBeGreaterThan(0);
		for (const { id, value, unknown, sentence } of items) {
			expect(value === undefined, `${query} ${id}`).toBe(unknown !== undefined);
			expect(sentence, `${query} ${id}`).toMatch(/\S+ \S+.*\.$|^Non collecté\.$/);
			expect(sentence, `${query} ${id}`).not.toMatch(/NaN|∞|undefined|\{/);
		}
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('networks are searched, added, compared at one scale, and a structure in both is shown in both', async ({
		page
	}) => {
		await page.goto('/comparer');
		await page.getByRole('searchbox', { name: /projet, d’un territoire/ }).fill('richerand');
		await page.getByRole('main').getByRole('button', { name: 'Chercher' }).click();
		await page.getByRole('link', { name: 'Coopérative de santé Richerand' }).click();
		await expect(page).toHaveURL('/comparer?projets=prj-scic-richerand');
		await page.getByText('Ajouter un réseau').waitFor();
		await page.getByRole('link', { name: 'Île-de-France', exact: true }).click();
		await expect(page).toHaveURL('/comparer?projets=prj-scic-richerand,region-11');

		const pictures = page.getByRole('article');
		await expect(pictures).toHaveCount(2);
		const frames = await pictures
			.getByRole('img')
			.evaluateAll((all) => all.map((each) => each.getAttribute('viewBox')?.split(' ').slice(2)));
		expect(frames[0]).toEqual(frames[1]);
		await expect(page.getByRole('columnheader')).toContainText([
			'Indicateur',
			'Coopérative de santé Richerand',
			'Île-de-France'
		]);
		const differences = page.getByRole('region', { name: 'Ce qui diffère' });
		await expect(differences).toContainText('Île-de-France');
		await expect(differences).toContainText('Mesuré sur trop peu pour comparer');

		await page.getByRole('link', { name: 'Montrer CPTS Paris 10' }).click();
		await expect(page).toHaveURL(/structure=/);
		await expect(page.locator('article circle.halo')).toHaveCount(2);
		await page.getByRole('link', { name: 'Ne plus montrer CPTS Paris 10' }).click();
		await expect(page.locator('article circle.halo')).toHaveCount(0);
		await page.getByRole('link', { name: 'Retirer Île-de-France' }).click();
		await expect(page).toHaveURL('/comparer?projets=prj-scic-richerand');
	});
});

test('a comparison prints on A4 landscape; five networks or an unknown one are refused in words', async ({
	page
}) => {
	await page.goto('/comparer?projets=prj-scic-richerand,prj-place-sante,tout');
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
	expect(sizes.length).toBeGreaterThan(0);
	for (const [, width, height] of sizes) {
		expect(Number(width)).toBeCloseTo(842, -1);
		expect(Number(height)).toBeCloseTo(595, -1);
	}
	const five = ['11', '84', '93', '75', '76'].map((code) => `region-${code}`).join(',');
	expect((await page.goto(`/comparer?projets=${five}`))?.status()).toBe(400);
	await expect(page.getByRole('main')).toContainText('Au plus 4 réseaux');
	expect((await page.goto('/comparer?projets=nobody'))?.status()).toBe(404);
	await expect(page.getByRole('main')).toContainText('nobody');
});

test('the help explains and draws each class and each figure, in both languages', async ({
	browser,
	baseURL,
	request
}) => {
	const { items } = await indicators(request, '?region=11');
	for (const locale of ['fr-FR', 'en-GB']) {
		const page = await browser.newPage({ locale, ...(baseURL ? { baseURL } : {}) });
		await page.goto('/aide');
		await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
		const classes = ['no_tie', 'outside_only', 'detached_group', 'single_bridge', 'absent'];
		for (const id of [...classes, ...items.map((item) => item.id)]) {
			const item = page.locator(`li#${id}`);
			await expect(item.getByRole('img')).toHaveCount(1);
			await expect(item.getByRole('heading')).toHaveText(/\S/);
		}
		// Where partners come from, drawn, and how often they are found beside simpler ways.
		const partners = page.locator('section#partenaires');
		await expect(partners.getByRole('img')).toHaveCount(1);
		const trials = partners.getByRole('row').filter({ has: page.getByRole('rowheader') });
		await expect(trials).toHaveCount(7);
		for (const row of await trials.all())
			await expect(row.getByRole('cell').first()).toHaveText(/\d[.,]\d ± \d[^:]*:\s*\d/u);
		await page.close();
	}
});

test('an overview counts by theme; each number opens the list of what it counts, what was not collected too', async ({
	page
}) => {
	await page.goto('/ecosysteme?region=11');
	await page.getByRole('link', { name: 'Vue d’ensemble et indicateurs' }).click();
	await expect(page).toHaveURL('/ecosysteme/apercu?region=11');
	const titles = ['Formes juridiques', 'Sortes de coopération', 'Services proposés', 'Publics'];
	for (const name of [...titles, 'Modèles économiques', 'Accès aux soins'])
		await expect(page.getByRole('table', { name })).toBeVisible();
	const unknown = page
		.getByRole('table', { name: 'Économie sociale et solidaire' })
		.getByRole('row', { name: 'Non collecté' })
		.getByRole('link');
	const hrefs = await page
		.getByRole('table')
		.locator('td.count a:visible')
		.evaluateAll((all) =>
			all.map((each) => ({ href: each.getAttribute('href') ?? '', count: each.textContent }))
		);
	expect(hrefs.length).toBeGreaterThan(20);
	for (const { href, count } of hrefs.filter((_, at) => at % 4 === 0)) {
		const list = await (await page.request.get(href)).text();
		const main = list.slice(list.indexOf('<main'), list.indexOf('</main'));
		const items = main.match(/<a[^>]* href="\/(structures|financeurs|projets|ressources)\//g) ?? [];
		expect(items.length, href).toBe(Number(count));
	}
	const missing = Number(await unknown.textContent());
	await unknown.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Non collecté');
	await expect(page.getByRole('main')).toContainText('Cela ne dit pas qu’elle n’existe pas');
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(missing);
	await page.getByRole('link', { name: 'Revenir à la vue d’ensemble' }).click();
	await expect(page).toHaveURL('/ecosysteme/apercu?region=11#theme-ess');

	await page.goto('/regions/06');
	await expect(page.getByRole('table', { name: 'Indicateurs, par thème' })).toBeVisible();
	await page.goto('/financeurs/assurance-maladie');
	await expect(page.getByRole('table', { name: 'Services proposés' })).toBeVisible();
	expect((await page.goto('/ecosysteme/apercu?region=99'))?.status()).toBe(404);
	expect((await page.goto('/ecosysteme/apercu/liste?theme=x'))?.status()).toBe(400);
});
