import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import {
	DEFAULT_HIDDEN,
	expectedIn,
	legendOf,
	openDrawn,
	selected,
	sideOf
} from './explorer-page.ts';

interface ViewsNetwork {
	nodes: { id: string; label: string; group: string; name: string }[];
	edges: {
		id: string;
		type: string;
		family: string;
		source: string;
		target: string;
		sources: string[];
		resourceId?: string;
		amountEur?: number;
		stage?: string;
	}[];
}
const DEMONSTRATION = ['/demonstration', '/demonstration/api/network'] as const;
const RICHERAND = [
	'/projets/prj-scic-richerand',
	'/api/v1/projects/prj-scic-richerand/network'
] as const;
const STRASBOURG = [
	'/projets/prj-mus-strasbourg',
	'/api/v1/projects/prj-mus-strasbourg/network'
] as const;

async function networkAt(page: Page, path: string): Promise<ViewsNetwork> {
	const answer = await page.request.get(path, { headers: { accept: 'application/json' } });
	expect(answer.status(), path).toBe(200);
	return answer.json();
}

/** What passes the filters of a first visit, with the fields of these views kept. */
function shownIn(network: ViewsNetwork, hidden: readonly string[] = DEFAULT_HIDDEN): ViewsNetwork {
	const { nodes, edges } = expectedIn(network, undefined, hidden);
	const [nodeIds, edgeIds] = [nodes, edges].map((list) => new Set(list.map(({ id }) => id)));
	return {
		nodes: network.nodes.filter(({ id }) => nodeIds?.has(id)),
		edges: network.edges.filter(({ id }) => edgeIds?.has(id))
	};
}

async function openView(page: Page, path: string): Promise<void> {
	await page.goto(path);
	// Buttons instead of links: the page is alive and shows the network it fetched.
	await expect(page.locator('.reading button').first()).toBeVisible();
}

const sorted = (list: readonly (string | undefined)[]): (string | undefined)[] => [...list].sort();
const textsOf = async (found: Locator): Promise<string[]> =>
	(await found.allTextContents()).map((text) => text.replace(/\s+/gu, ' ').trim());

test.describe('the table', () => {
	const ties = (page: Page) => page.locator('[data-table="ties"]');
	const rows = (page: Page) => ties(page).locator('tbody tr');

	test('sorts by every column, both ways, and says so', async ({ page }) => {
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		const heads = ties(page).getByRole('columnheader');
		const count = await heads.count();
		expect(count).toBeGreaterThan(6);
		for (let at = 0; at < count; at++) {
			const head = heads.nth(at);
			const was = await head.getAttribute('aria-sort');
			await head.getByRole('button').click();
			await expect(head).toHaveAttribute(
				'aria-sort',
				was === 'ascending' ? 'descending' : 'ascending'
			);
			await expect(ties(page).locator('[aria-sort$="ending"]')).toHaveCount(1);
		}
		const source = heads.filter({ hasText: /^De/ });
		await source.getByRole('button').click();
		await ties(page)
			.getByRole('button', { name: /^Afficher \d+ lignes? de plus/ })
			.click();
		const names = await textsOf(rows(page).locator('td:first-child'));
		expect(names).toEqual([...names].sort(new Intl.Collator('fr').compare));
		await source.getByRole('button').click();
		expect((await textsOf(rows(page).locator('td:first-child')))[0]).toBe(names.at(-1));
		const sources = heads.filter({ hasText: /^Sources/ });
		await sources.getByRole('button').click();
		const figures = (await textsOf(rows(page).locator('td.number'))).map(Number);
		expect(figures).toEqual([...figures].sort((a, b) => a - b));
	});

	test('keeps only the rows that hold every word, whatever the accents', async ({ page }) => {
		const network = shownIn(await networkAt(page, DEMONSTRATION[1]));
		const nameOf = new Map(network.nodes.map(({ id, name }) => [id, name]));
		const hosting = network.edges.filter(({ type }) => type === 'HOSTS');
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		await ties(page).getByRole('searchbox').fill('HEBERGE');
		await expect(rows(page)).toHaveCount(hosting.length);
		expect(sorted(await textsOf(rows(page).locator('td:first-child')))).toEqual(
			sorted(hosting.map(({ source }) => nameOf.get(source)))
		);
		await expect(ties(page).getByRole('status')).toHaveText(
			`${hosting.length} sur ${network.edges.length}`
		);
		await ties(page).getByRole('searchbox').fill('zzzz');
		await expect(rows(page)).toHaveCount(0);
	});

	test('keeps the columns chosen in this browser', async ({ page }) => {
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		const head = (name: string) => ties(page).getByRole('columnheader', { name, exact: true });
		await expect(head('Preuve')).toHaveCount(0);
		await ties(page).getByText('Colonnes', { exact: true }).click();
		await ties(page).getByRole('checkbox', { name: 'Preuve' }).check();
		await ties(page).getByRole('checkbox', { name: 'Dates' }).uncheck();
		await expect(head('Preuve')).toBeVisible();
		await page.reload();
		await expect(head('Preuve')).toBeVisible();
		await expect(head('Dates')).toHaveCount(0);
	});

	test('is copied whole, as a spreadsheet takes it, and says how many rows', async ({
		page,
		context
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const { nodes, edges } = shownIn(await networkAt(page, DEMONSTRATION[1]));
		expect(edges.length).toBeGreaterThan(200);
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		await ties(page).getByRole('button', { name: 'Copier le tableau' }).click();
		await expect(ties(page).getByRole('status')).toHaveText(
			`${edges.length} lignes copiées, à coller dans un tableur.`
		);
		const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
		expect(lines).toHaveLength(edges.length + 1);
		expect(lines[0]?.split('\t').slice(0, 3)).toEqual(['De', 'Lien', 'Vers']);
		const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
		expect(sorted(lines.slice(1).map((line) => line.split('\t')[0]))).toEqual(
			sorted(edges.map(({ source }) => nameOf.get(source)))
		);
	});

	test('is walked with the arrows, a row opens its tie', async ({ page }) => {
		await openView(page, `${DEMONSTRATION[0]}?vue=tableau`);
		const first = rows(page).first().getByRole('button').first();
		await first.focus();
		await page.keyboard.press('ArrowDown');
		await expect(rows(page).nth(1).getByRole('button').first()).toBeFocused();
		await page.keyboard.press('ArrowRight');
		await expect(rows(page).nth(1).getByRole('button').nth(1)).toBeFocused();
		await page.keyboard.press('Enter');
		const id = await rows(page).nth(1).getAttribute('data-row');
		await expect(page).toHaveURL(new RegExp(`lien=${id}`));
		await expect(rows(page).nth(1)).toHaveAttribute('aria-current', 'true');
	});
});

/** Each tie put in the matrix, by structure, resource and part played: written again from the rule. */
function usesIn({ nodes, edges }: ViewsNetwork) {
	const resources = new Set(nodes.filter((n) => n.label === 'SharedResource').map(({ id }) => id));
	const uses: string[] = [];
	const others: string[] = [];
	for (const { id, type, family, source, target, resourceId } of edges) {
		if (family !== 'sharing') continue;
		if (resources.has(target)) uses.push(`${source} ${type === 'HOLDS' ? 'holds' : 'uses'} ${id}`);
		else if (type === 'HOSTS' && resourceId && resources.has(resourceId))
			uses.push(`${source} hosts ${id}`, `${target} hosted ${id}`);
		else others.push(id);
	}
	return { resources, uses: uses.sort(), others: others.sort() };
}

const marksOn = async (page: Page): Promise<string[]> =>
	(
		await page
			.locator('[data-view="mutualisation"] tbody tr')
			.evaluateAll((list) =>
				list.flatMap((row) =>
					[...row.querySelectorAll<HTMLElement>('[data-ties]')].flatMap((mark) =>
						(mark.dataset.ties ?? '')
							.split(' ')
							.map((tie) => `${row.getAttribute('data-row')} ${mark.dataset.role} ${tie}`)
					)
				)
			)
	).sort();

test.describe('what is shared', () => {
	for (const [path, api] of [DEMONSTRATION, RICHERAND])
		test(`${path}: every sharing tie is in the matrix or in a sentence`, async ({ page }) => {
			const network = shownIn(await networkAt(page, api));
			const { uses, others, resources } = usesIn(network);
			expect(uses.length).toBeGreaterThan(5);
			await openView(page, `${path}?vue=mutualisation`);
			const view = page.locator('[data-view="mutualisation"]');
			await expect(view.locator('[data-column]')).toHaveCount(resources.size);
			expect(await marksOn(page)).toEqual(uses);
			expect(
				sorted(
					await view
						.locator('li[data-row]')
						.evaluateAll((list) => list.map((item) => item.getAttribute('data-row') ?? ''))
				)
			).toEqual(others);
			const sharing = network.edges.filter(({ family }) => family === 'sharing');
			const ends = new Set(sharing.flatMap(({ source, target }) => [source, target]));
			const alone = network.nodes.filter(
				({ id, label }) => (label === 'Actor' || label === 'Funder') && !ends.has(id)
			);
			await view.getByText(`${alone.length} structures sans partage connu`).click();
			expect(sorted(await textsOf(view.locator('.alone li')))).toEqual(
				sorted(alone.map(({ name }) => name))
			);
			for (const id of resources) {
				const users = new Set(
					sharing.flatMap((edge) =>
						edge.target === id && edge.type !== 'HOLDS'
							? edge.source
							: edge.type === 'HOSTS' && edge.resourceId === id
								? edge.target
								: []
					)
				);
				await expect(view.locator(`[data-users="${id}"]`), id).toHaveText(String(users.size));
			}
		});

	test('a mark opens its tie, a row its structure, a column its resource, as the drawing does', async ({
		page
	}) => {
		await openView(page, `${DEMONSTRATION[0]}?vue=mutualisation`);
		const mark = page.locator('[data-role="uses"]').first();
		const tie = await mark.getAttribute('data-ties');
		await mark.click();
		await expect(page).toHaveURL(new RegExp(`lien=${tie}`));
		await expect(mark).toHaveClass(/chosen/);
		const column = page.locator('[data-column]').nth(1);
		const id = (await column.getAttribute('data-column')) ?? '';
		await column.getByRole('button').click();
		await expect(page).toHaveURL(new RegExp(`selection=${id}`));
		const name = await column.getByRole('button').textContent();
		await expect(
			sideOf(page).getByRole('heading', { name: name?.trim() ?? '', exact: true })
		).toBeVisible();
		await page.getByRole('link', { name: 'Réseau', exact: true }).click();
		await selected(page, id);
		await page.getByRole('link', { name: 'Mutualisation', exact: true }).click();
		await expect(column).toHaveClass(/chosen/);
	});

	test('marks are said in words and walked with the arrows', async ({ page }) => {
		await openView(page, `${RICHERAND[0]}?vue=mutualisation`);
		const row = page.locator('tr[data-row="scic-richerand"]');
		await row.getByRole('button', { name: 'Coopérative de santé Richerand', exact: true }).focus();
		await page.keyboard.press('ArrowRight');
		const mark = row.locator('[data-role]').first();
		await expect(mark).toBeFocused();
		await expect(mark).toHaveAccessibleName(
			/^Coopérative de santé Richerand, .+ : (détient|utilise)/
		);
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowDown');
		await expect(
			row.locator('xpath=following-sibling::tr[1]').getByRole('button').first()
		).toBeFocused();
	});

	test('follows the legend, and says what the legend keeps out of sight', async ({ page }) => {
		const { edges } = shownIn(await networkAt(page, RICHERAND[1]));
		const sharing = edges.filter(({ family }) => family === 'sharing').length;
		await openView(page, `${RICHERAND[0]}?vue=mutualisation`);
		await legendOf(page)
			.getByRole('button', { name: /^Mutualisation/ })
			.click();
		await expect(page.locator('[data-view] [data-ties]')).toHaveCount(0);
		await expect(
			page.getByText(new RegExp(`^${sharing} liens de partage ne sont pas montrés`))
		).toBeVisible();
		await page.getByRole('link', { name: 'Les afficher' }).click();
		await expect(page.locator('[data-view] [data-ties]').first()).toBeVisible();
		await expect(legendOf(page).getByRole('button', { name: /^Mutualisation/ })).toHaveAttribute(
			'aria-pressed',
			'true'
		);
	});

	test('where nothing is documented the view says what that means', async ({ page }) => {
		await page.goto('/projets/prj-cls-ploermel?vue=mutualisation');
		await expect(
			page.getByText(/^Aucune ressource partagée, aucun partage n’a été trouvé/)
		).toBeVisible();
		await page.goto('/projets/prj-cls-ploermel?vue=financements');
		await expect(page.getByText(/^Aucun financement n’a été trouvé/)).toBeVisible();
	});

	test('on a phone names stay while resources slide', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openView(page, `${DEMONSTRATION[0]}?vue=mutualisation`);
		const region = page.getByRole('region', { name: 'Structures et ressources partagées' });
		const name = region.getByRole('rowheader').nth(3);
		const before = await name.boundingBox();
		await region.evaluate((element) => element.scrollBy(300, 0));
		expect(await region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(200);
		expect((await name.boundingBox())?.x).toBe(before?.x);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			390
		);
	});
});

const STAGES = ['asked', 'granted', 'paid', 'in_kind', 'unknown'];
const figure = (text: string): number => Number(text.replace(/[^\d,]/gu, '').replace(',', '.'));
const stageOf = ({ stage }: { stage?: string }): string => stage ?? 'unknown';

test.describe('fundings', () => {
	for (const [path, api] of [DEMONSTRATION, STRASBOURG])
		test(`${path}: lines and sums are those of the network, stage by stage`, async ({ page }) => {
			// With the project and the agencies: what they pay and receive counts too.
			const network = shownIn(await networkAt(page, api), []);
			const nameOf = new Map(network.nodes.map(({ id, name }) => [id, name]));
			const funding = network.edges.filter(({ family }) => family === 'funding');
			await openView(page, `${path}?vue=financements&masques=aucune`);
			const view = page.locator('[data-view="financements"]');
			await expect(view.locator('tbody tr[data-row]')).toHaveCount(funding.length);
			for (const edge of funding) {
				const row = view.locator(`tr[data-row="${edge.id}"]`);
				await expect(row.getByRole('rowheader')).toContainText(nameOf.get(edge.target) ?? '?');
				const said = (await row.locator('.number').getByRole('button').textContent()) ?? '';
				if (edge.amountEur === undefined) expect(said).toBe('montant inconnu');
				else expect(figure(said), edge.id).toBe(edge.amountEur);
				const group = view.locator(`tbody:has([data-row="${edge.id}"]) .funder`);
				await expect(group).toContainText(nameOf.get(edge.source) ?? '?');
			}
			const check = async (sum: Locator, own: typeof funding): Promise<void> => {
				const known = own.flatMap(({ amountEur }) => amountEur ?? []);
				const text = (await sum.textContent()) ?? '';
				if (known.length > 0)
					expect(figure(text.split('€')[0] ?? '')).toBe(known.reduce((a, b) => a + b, 0));
				else expect(text).not.toContain('€');
				if (known.length < own.length)
					expect(text).toMatch(new RegExp(`\\b${own.length - known.length}\\b.*montant inconnu`));
			};
			for (const stage of STAGES) {
				const own = funding.filter((edge) => stageOf(edge) === stage);
				const total = view.locator(`figcaption[data-sum="${stage}"]`);
				await expect(total).toHaveCount(own.length > 0 ? 1 : 0);
				if (own.length > 0) await check(total, own);
				for (const funder of new Set(own.map(({ source }) => source)))
					await check(
						view.locator(`[data-funder="${funder}"] [data-stage="${stage}"]`),
						own.filter(({ source }) => source === funder)
					);
			}
			const lines = await view
				.locator('svg [data-tie]')
				.evaluateAll((list) =>
					list.map((path) => `${path.getAttribute('data-tie')} ${path.classList.contains('band')}`)
				);
			expect(sorted(lines)).toEqual(
				sorted(funding.map(({ id, amountEur }) => `${id} ${amountEur !== undefined}`))
			);
		});

	test('what goes to the project is told, and one link shows it', async ({ page }) => {
		const network = await networkAt(page, STRASBOURG[1]);
		const all = shownIn(network, []).edges.filter(({ family }) => family === 'funding').length;
		const first = shownIn(network).edges.filter(({ family }) => family === 'funding').length;
		expect(all).toBeGreaterThan(first);
		await openView(page, `${STRASBOURG[0]}?vue=financements`);
		const rows = page.locator('[data-view="financements"] tr[data-row]');
		await expect(rows).toHaveCount(first);
		await expect(
			page.getByText(new RegExp(`^${all - first} financements? (n’est|ne sont) pas montrés?`))
		).toBeVisible();
		await page.getByRole('link', { name: 'Les afficher' }).click();
		await expect(rows).toHaveCount(all);
	});

	test('a line opens its sheet with its sources, and stays chosen from view to view', async ({
		page
	}) => {
		await openView(page, `${STRASBOURG[0]}?vue=financements`);
		const row = page.locator('tr[data-row]').first();
		const id = (await row.getAttribute('data-row')) ?? '';
		await row.locator('.number').getByRole('button').press('Enter');
		await expect(page).toHaveURL(new RegExp(`lien=${id}`));
		await expect(row).toHaveAttribute('aria-current', 'true');
		await expect(
			sideOf(page)
				.getByRole('link', { name: /^Source 1/ })
				.first()
		).toBeVisible();
		await page.getByRole('link', { name: 'Tableau', exact: true }).click();
		await expect(page.locator(`tr[data-row="${id}"]`)).toHaveAttribute('aria-current', 'true');
		await page.getByRole('link', { name: 'Réseau', exact: true }).click();
		await selected(page, id);
	});

	test('money is written as the language writes it', async ({ page }) => {
		const { edges } = await networkAt(page, STRASBOURG[1]);
		expect(edges.map(({ amountEur }) => amountEur)).toContain(283_000);
		await openView(page, `${STRASBOURG[0]}?vue=financements`);
		await expect(page.getByRole('button', { name: '283\u202f000\u00a0€' })).toBeVisible();
		await page.getByRole('button', { name: 'English' }).click();
		await expect(page.getByRole('button', { name: '€283,000' })).toBeVisible();
	});
});

test.describe('from one view to another', () => {
	test('each view has its name and its address, filters kept, the change said once', async ({
		page
	}) => {
		await openDrawn(page, `${DEMONSTRATION[0]}?familles=sharing,funding`);
		const views = page.getByRole('navigation', { name: 'Vues' });
		for (const [name, view] of [
			['Mutualisation', 'mutualisation'],
			['Financements', 'financements'],
			['Tableau', 'tableau'],
			['Texte', 'texte']
		] as const) {
			await views.getByRole('link', { name, exact: true }).click();
			await expect(page).toHaveURL(new RegExp(`vue=${view}`));
			await expect(page).toHaveURL(/familles=sharing%2Cfunding/);
			await expect(views.locator('[aria-current="page"]')).toHaveText(name);
			await expect(views.getByRole('link', { name, exact: true })).toBeFocused();
			await expect(
				page.getByRole('status').filter({ hasText: new RegExp(`^${name}\\s: .*affichées`) })
			).toHaveCount(1);
			await expect(page.locator(`.reading[data-view="${view}"]`)).toBeVisible();
		}
	});

	test('on a phone every name is a thumb wide and within reach', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openView(page, `${DEMONSTRATION[0]}?vue=financements`);
		const links = page.getByRole('navigation', { name: 'Vues' }).getByRole('link');
		for (const link of await links.all()) {
			const box = await link.boundingBox();
			expect(box?.height).toBeGreaterThanOrEqual(43);
			expect(box?.width).toBeGreaterThanOrEqual(44);
		}
		await expect(links.filter({ hasText: 'Financements' })).toBeInViewport({ ratio: 1 });
		await links.filter({ hasText: 'Mutualisation' }).click();
		await expect(page.locator('.reading[data-view="mutualisation"]')).toBeVisible();
	});

	for (const colorScheme of ['light', 'dark'] as const)
		for (const view of ['tableau', 'mutualisation', 'financements'])
			test(`axe finds nothing in ${view}, ${colorScheme}`, async ({ page }) => {
				await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
				// Two thousand cells say nothing more of a table than fifty.
				for (const [path] of view === 'tableau' ? [STRASBOURG] : [DEMONSTRATION, STRASBOURG]) {
					await openView(page, `${path}?vue=${view}`);
					const { violations, passes } = await new AxeBuilder({ page }).analyze();
					expect(passes.length).toBeGreaterThan(10);
					expect(
						violations.flatMap(({ id, nodes }) =>
							nodes.map((node) => `${id} ${node.target.join(' ')}`)
						)
					).toEqual([]);
				}
			});
});
