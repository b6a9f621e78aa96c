import { expect, test } from '@playwright/test';

interface Isolated {
	items: {
		actorId: string;
		class: string;
		name: string;
		departement?: string;
		projectId?: string;
		undocumented: boolean;
	}[];
}

async function isolatedIn(
	request: import('@playwright/test').APIRequestContext,
	query: string
): Promise<Isolated['items']> {
	const answer: Isolated = await (await request.get(`/api/v1/isolated?limit=500&${query}`)).json();
	return answer.items.filter(({ undocumented }) => !undocumented);
}

test('a département is opened: who stands apart, on what grounds, who is near and whom to turn to', async ({
	page,
	request
}) => {
	const rows = await isolatedIn(request, 'department=93');
	expect(rows.length).toBeGreaterThan(3);
	await page.goto('/isolees?departement=93');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Structures à part, Seine-Saint-Denis'
	);
	const lines = page.getByRole('article');
	// A structure judged in two projects stands once, and names both.
	const projects = new Map<string, Set<string>>();
	for (const { name, projectId = '' } of rows)
		projects.set(name, (projects.get(name) ?? new Set()).add(projectId));
	await expect(lines).toHaveCount(projects.size);
	for (const [name, judged] of projects) {
		const line = page.getByRole('article', { name, exact: true });
		await expect(line).toContainText('dans les données');
		for (const id of judged)
			if (id) await expect(line.locator(`a[href^="/projets/${id}?"]`)).toBeVisible();
	}
	expect([...projects.values()].some((judged) => judged.size > 1)).toBe(true);
	await expect(page.getByRole('main')).toContainText('ne prouve pas l’isolement');
	// Every row says how well its project was documented, and the partners come with two reasons.
	await expect(lines.filter({ hasText: /\((collecte|d’après|une seule)/ })).not.toHaveCount(0);
	const reasons = await lines.locator('li .soft').allInnerTexts();
	expect(reasons.length).toBeGreaterThan(rows.length);
	expect(reasons.filter((text) => !text.includes(' · '))).toEqual([]);
	await expect(lines.locator('.todo')).toHaveCount(projects.size);

	// Judged again over the whole département, which is said; the same list leaves as a spreadsheet.
	await page.getByRole('combobox', { name: 'Jugée' }).selectOption('departement');
	await page.getByRole('button', { name: 'Chercher' }).click();
	await expect(page).toHaveURL(/portee=departement/);
	const again = await isolatedIn(request, 'department=93&scope=department');
	await expect(lines).toHaveCount(again.length);
	await expect(page.getByRole('main')).toContainText('quel que soit le projet');
	const address = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
	const file = await (await request.get(String(address))).text();
	expect(file.trim().split('\r\n')).toHaveLength(again.length + 1);
	for (const { actorId } of again) expect(file).toContain(`${actorId};`);
	expect(file).toContain('Licence Ouverte');
});

test('grounds filter and count, territories order, and a wrong département is refused in words', async ({
	page,
	request
}) => {
	const rows = await isolatedIn(request, 'region=11&class=single_bridge');
	expect(rows.length).toBeGreaterThan(1);
	await page.goto('/isolees?region=11');
	await page.getByRole('combobox', { name: /^Motif/ }).selectOption('single_bridge');
	await page.getByRole('button', { name: 'Chercher' }).click();
	await expect(page).toHaveURL(/motif=single_bridge/);
	const structures = new Set(rows.map(({ actorId }) => actorId)).size;
	await expect(page.getByRole('article')).toHaveCount(Math.min(25, structures));
	await expect(page.getByRole('combobox', { name: /^Motif/ })).toContainText(
		`Tient par un seul lien (${structures})`
	);
	await page.getByRole('link', { name: 'Enlever les filtres' }).click();
	await expect(page).toHaveURL('/isolees');

	const refused = await page.goto('/isolees?departement=00');
	expect(refused?.status()).toBe(400);
	await expect(page.getByRole('main')).toContainText('departement');
});

test('a département without anybody apart stays chosen, counts its own projects, and says what is known of it', async ({
	page,
	request
}) => {
	const all: Isolated = await (
		await request.get('/api/v1/isolated?limit=500&department=62')
	).json();
	const unjudged = new Set(all.items.flatMap(({ projectId }) => projectId ?? []));
	expect(all.items.filter(({ undocumented }) => !undocumented)).toEqual([]);
	expect(unjudged.size).toBeGreaterThan(1);
	await page.goto('/isolees?departement=62');
	await expect(page.getByRole('combobox', { name: 'Département' })).toHaveValue('62');
	const main = page.getByRole('main');
	await expect(main).toContainText(`${unjudged.size} projets dont aucune coopération`);
	await expect(main).toContainText('Personne n’est à part ici');
	await page.goto('/isolees?departement=09');
	await expect(page.getByRole('combobox', { name: 'Département' })).toHaveValue('09');
	await expect(main).toContainText('Aucune structure de ce territoire n’est connue');
	await expect(main).not.toContainText('ne sont pas jugés');
});

test('the list tells those the figures count, and whom those of one tie work with elsewhere', async ({
	page,
	request
}) => {
	const rows = await isolatedIn(request, 'department=75');
	const counted = new Set(
		rows
			.filter(({ class: of }) => /^(no_tie|no_horizontal_tie|outside_only)$/.test(of))
			.map(({ actorId }) => actorId)
	);
	expect(counted.size).toBeGreaterThan(1);
	await page.goto('/isolees?departement=75');
	await expect(page.getByText(`structures à part (${counted.size} sans aucun lien`)).toBeVisible();
	const line = page.getByRole('article', { name: 'Centre de santé Richerand', exact: true });
	await expect(line).toContainText('avec Oppelia Charonne');
	await expect(line).toContainText('coopère aussi hors de ce réseau, avec');
	await expect(line.locator('.todo')).toHaveText(/^Ici, tout passe par/);
	// Headings go down one level at a time.
	await page.goto('/isolees?departement=75&tri=nom');
	const levels = await page
		.locator('main :is(h1, h2, h3, h4)')
		.evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
	expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
});

test('those listed are sorted by distance and shown on a map of their own, with their nearest', async ({
	page
}) => {
	await page.goto('/isolees?departement=93&tri=distance');
	const near = page.locator('dl dd').filter({ hasText: /même commune|km$|intercommunalité/ });
	await expect(near.filter({ hasText: 'même intercommunalité, à' })).not.toHaveCount(0);
	const said = await near.allInnerTexts();
	const km = said.flatMap((text) =>
		/même commune/.test(text) ? [0] : [Number(/à (\d+)\u202f?\u00a0?\s?km/.exec(text)?.[1] ?? 0)]
	);
	expect(km.length).toBeGreaterThan(3);
	expect(km).toEqual([...km].sort((a, b) => a - b));
	await expect(page.getByRole('link', { name: 'Comment lire cette liste' })).toHaveAttribute(
		'href',
		'/aide#a-part'
	);

	const asked = page.waitForResponse(/\/isolees\/carte\?/);
	await page.getByText('Carte de ces structures').click();
	const { nodes, apart, places, without } = await (await asked).json();
	const map = page.locator('[data-map]');
	await expect(map).toHaveAttribute('data-state', 'drawn');
	expect(apart).toHaveLength(await page.getByRole('article').count());
	expect(nodes.length).toBeGreaterThan(apart.length);
	expect(places.length).toBeGreaterThan(2);
	const main = page.getByRole('main');
	if (without > 0) await expect(main).toContainText(`${without} n’ont pas de lieu connu`);
	await page.getByRole('button', { name: 'Rapprocher' }).click();
	await expect(map).toHaveAttribute('data-zoom', /\d/);
});

interface Told {
	items: { partner: { name: string }; reasons: { sentence: string }[] }[];
}
interface Measured {
	items: {
		id: string;
		sentence: string;
		trust: string;
		unknown?: string;
		parts: { key: string }[];
	}[];
}

test('a delegate reads a département: who is apart, what one tie and one funder hold, and two other territories beside it', async ({
	page,
	request
}) => {
	const said = { headers: { 'accept-language': 'fr' } };
	const measured = async (code: string): Promise<Measured> =>
		(await request.get(`/api/v1/indicators?department=${code}`, said)).json();
	const main = page.getByRole('main');

	// Who stands apart, on what grounds, the nearest, and partners with reasons to be said aloud.
	const row = (await isolatedIn(request, 'department=93&class=no_horizontal_tie'))[0];
	await page.goto('/isolees?departement=93');
	const line = page.getByRole('article', { name: String(row?.name), exact: true });
	await expect(line).toContainText('Aucune coopération connue (dans les données)');
	await expect(line.locator('dl')).toContainText(/La plus proche qui coopère\s*\S+/);
	const { items: partners }: Told = await (
		await request.get(`/api/v1/suggestions?actor=${row?.actorId}`, said)
	).json();
	expect(partners.length).toBeGreaterThan(1);
	for (const { partner, reasons } of partners.slice(0, 3)) {
		const lead = line.getByRole('listitem').filter({ hasText: partner.name }).first();
		for (const { sentence } of reasons) await expect(lead).toContainText(sentence);
	}

	// The single tie that holds others, in words and in the drawing.
	await page.getByRole('link', { name: 'La carte de ce territoire' }).click();
	const fragile = page.getByRole('region', { name: 'Liens fragiles' });
	const without = fragile.getByRole('button', {
		name: /^Sans .+, \d+ structures ne sont plus reliées/
	});
	await without.first().click();
	await expect(page).toHaveURL(/selection=/);

	// The funder whose leaving would cost most: named by its figure, told on its page.
	const here = await measured('93');
	const first = here.items.find(({ id }) => id === 'first_funder');
	await page.goto('/ecosysteme/apercu?departement=93');
	await expect(main).toContainText(String(first?.sentence));
	await page.goto(`/financeurs/${first?.parts[0]?.key}`);
	await expect(page.getByRole('heading', { name: /^Si .+ partait$/ })).toBeVisible();
	await expect(main).toContainText(/perdraient? un financement/);

	// Three territories side by side, each figure with what it is worth.
	await page.goto('/isolees?departement=93');
	await page.getByRole('link', { name: 'Comparer ce territoire à d’autres' }).click();
	const compared = (name: string) => page.getByRole('columnheader', { name, exact: true });
	await expect(compared('Seine-Saint-Denis')).toBeVisible();
	for (const name of ['Loire-Atlantique', 'Hérault']) {
		const search = page.getByRole('searchbox', { name: /département/ });
		if (!(await search.isVisible())) await page.getByText('Ajouter un réseau').click();
		await search.fill(name);
		await main.getByRole('button', { name: 'Chercher' }).click();
		await main.getByRole('link', { name, exact: true }).click();
		await expect(compared(name)).toBeVisible();
	}
	await expect(page).toHaveURL('/comparer?projets=departement-93,departement-44,departement-34');
	const all = [here, await measured('44'), await measured('34')];
	for (const { id } of here.items) {
		const cells = page
			.getByRole('row')
			.filter({ has: page.locator(`a[href="/aide#${id}"]`) })
			.getByRole('cell');
		await expect(cells).toHaveCount(3);
		for (const [at, { items }] of all.entries()) {
			const figure = items.find((each) => each.id === id);
			await expect(cells.nth(at)).toContainText(
				String(figure?.unknown === undefined ? figure?.trust : figure.sentence)
			);
		}
	}
});
