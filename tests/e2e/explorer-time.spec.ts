import { expect, test, type Page } from '@playwright/test';
import {
	bringToMiddle,
	drawingOf,
	middleOf,
	openDrawn,
	selected,
	sideOf
} from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PATH = '/projets/prj-secpa';
const DRAWN = ['cooperation', 'sharing', 'funding'];

interface DatedEdge {
	family: string;
	status: string;
	source: string;
	target: string;
	since?: string;
	until?: string;
}
interface Answer {
	nodes: { id: string; group: string }[];
	edges: DatedEdge[];
}

/** What the drawing may show at all, written again from the rule. */
async function edgesOf(page: Page): Promise<DatedEdge[]> {
	const answer = await page.request.get('/api/v1/projects/prj-secpa/network');
	const { nodes, edges }: Answer = await answer.json();
	const shown = new Set(
		nodes.filter(({ group }) => !['ars', 'project'].includes(group)).map(({ id }) => id)
	);
	return edges.filter(
		({ family, source, target }) => DRAWN.includes(family) && shown.has(source) && shown.has(target)
	);
}
const yearOf = (date: string | undefined): number | undefined =>
	date === undefined ? undefined : Number(date.slice(0, 4));
const isAlive = (edge: DatedEdge, year: number): boolean =>
	(yearOf(edge.since) ?? -Infinity) <= year &&
	(edge.until === undefined ? edge.status !== 'ended' : (yearOf(edge.until) ?? 0) >= year);

const slider = (page: Page) => page.getByRole('slider', { name: 'Année' });
const bar = (page: Page) => page.getByRole('region', { name: 'Le temps' });
const live = (page: Page) => page.locator('.explorer > [role="status"]');

test('the slider shows a year: its ties alive, in words, in the address', async ({ page }) => {
	const edges = await edgesOf(page);
	await openDrawn(page, PATH);
	await expect(bar(page)).toContainText('Toutes les années');
	await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Toutes les années/);

	await slider(page).fill('2020');
	await expect(page).toHaveURL(/annee=2020/);
	const alive = edges.filter((edge) => isAlive(edge, 2020));
	const undated = alive.filter(({ since }) => since === undefined).length;
	expect(alive.length).toBeGreaterThan(undated);
	expect(alive.length).toBeLessThan(edges.length);
	await expect(drawingOf(page)).toHaveAttribute('data-edges', String(alive.length));
	await expect(slider(page)).toHaveAttribute(
		'aria-valuetext',
		new RegExp(
			`^2020\\u202f: ${alive.length} liens vivants, dont ${undated} sans date de début connue, compt`
		)
	);
	await expect(live(page)).toContainText(`2020\u202f: ${alive.length} liens vivants`);
	await page.reload();
	await expect(drawingOf(page)).toHaveAttribute('data-edges', String(alive.length));
	await bar(page).getByRole('button', { name: 'Toutes les années' }).click();
	await expect(page).not.toHaveURL(/annee/);
	await expect(drawingOf(page)).toHaveAttribute('data-edges', String(edges.length));
});

interface Row {
	actorId: string;
	class: string;
	undocumented: boolean;
}

/** Who has no tie of cooperation or sharing in the network on a day, as the API judges it. */
async function apartOn(page: Page, day?: string): Promise<string[]> {
	const answer = await page.request.get('/api/v1/projects/prj-secpa/network', {
		params: day ? { date: day } : {}
	});
	const { isolated }: { isolated: Row[] } = await answer.json();
	return isolated
		.filter((row) => !row.undocumented && /^(no|outside)_/.test(row.class))
		.map(({ actorId }) => actorId)
		.sort();
}

test('who stands apart follows the year: the list, its count, the table, while nothing moves', async ({
	page
}) => {
	const now = await apartOn(page);
	let year = 2009;
	let then: string[] = [];
	while (then.length === 0 || then.join() === now.join()) {
		expect(++year).toBeLessThan(2026);
		then = await apartOn(page, `${year}-12-31`);
	}
	await openDrawn(page, `${PATH}?volet=a-part&annee=${year}`);
	const side = sideOf(page);
	await expect(
		side.getByRole('heading', { name: `Structures à part en ${year}`, exact: true })
	).toBeVisible();
	await expect(side.getByRole('tab', { name: /^À part/ })).toContainText(String(then.length));
	await page.getByRole('link', { name: 'Tableau', exact: true }).click();
	const marked = page.locator('[data-table="nodes"] tr[data-row]', {
		has: page.locator('td.apart:not(:empty)')
	});
	await expect
		.poll(async () =>
			(await marked.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))).sort()
		)
		.toEqual(then);
	await page.getByRole('link', { name: 'Texte', exact: true }).click();
	const text = page.locator('.reading[data-view="texte"]');
	await expect(
		text.getByRole('heading', { name: `Structures à part en ${year}`, exact: true })
	).toBeVisible();
	await expect(text.locator('.overview')).toContainText(
		then.length === 1 ? 'Une structure est à part' : `${then.length} structures sont à part`
	);
	await side.getByRole('tab', { name: 'Fiche' }).click();
	await expect(side.locator('.figures .apart strong')).toHaveText(String(then.length));
	await side.getByRole('tab', { name: /^À part/ }).click();
	await page.getByRole('link', { name: 'Réseau', exact: true }).click();
	await bar(page).getByRole('button', { name: 'Toutes les années' }).click();
	await expect(side.getByRole('heading', { name: 'Structures à part', exact: true })).toBeVisible();
	await expect(side.getByRole('tab', { name: /^À part/ })).toContainText(String(now.length));
});

test('a second year alone compares nothing: one sentence says so', async ({ page }) => {
	await openDrawn(page, `${PATH}?depuis=2018`);
	await expect(page.getByText('Une partie de l’adresse n’a pas été comprise')).toBeVisible();
	await expect(bar(page)).toContainText('Toutes les années');
});

test('a structure stays where it is from year to year', async ({ page }) => {
	const id = 'case-de-sante';
	await bringToMiddle(page, PATH, id);
	const { x, y } = await middleOf(page);
	for (const year of ['2012', '2024']) {
		await slider(page).fill(year);
		await expect(page).toHaveURL(new RegExp(`annee=${year}`));
		await page.mouse.click(x, y);
		await selected(page, id);
		await page.keyboard.press('Escape');
		await selected(page, '');
	}
});

test('by keyboard alone: arrows and Home move the years, Space plays them, and it stops at the end', async ({
	page
}) => {
	await openDrawn(page, PATH);
	await slider(page).focus();
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(/annee=2026/);
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(/annee=2025/);
	await page.keyboard.press('Home');
	await expect(page).toHaveURL(/annee=2010/);
	await page.keyboard.press('End');
	await expect(page).not.toHaveURL(/annee/);

	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(/annee=2025/);
	await page.keyboard.press('Shift+Tab');
	const play = bar(page).getByRole('button', { name: 'Dérouler les années' });
	await expect(play).toBeFocused();
	await page.keyboard.press('Space');
	await expect(bar(page).getByRole('button', { name: 'Mettre en pause' })).toBeFocused();
	await expect(page).toHaveURL(/annee=2026/);
	await expect(play).toBeFocused();
	await expect(page).toHaveURL(/annee=2026/);
});

test('playing from rest begins with the first year, and pauses', async ({ page }) => {
	await openDrawn(page, PATH);
	await bar(page).getByRole('button', { name: 'Dérouler les années' }).click();
	await expect(page).toHaveURL(/annee=2010/);
	await expect(page).toHaveURL(/annee=2011/);
	await bar(page).getByRole('button', { name: 'Mettre en pause' }).click();
	const address = page.url();
	await expect(bar(page).getByRole('button', { name: 'Dérouler les années' })).toBeVisible();
	expect(page.url()).toBe(address);
});

test('two years compared: created, ended, kept are counted, listed tie by tie, and drawn apart', async ({
	page
}) => {
	const edges = await edgesOf(page);
	await openDrawn(page, `${PATH}?annee=2026`);
	await bar(page).getByLabel('Comparer avec').selectOption('2018');
	await expect(page).toHaveURL(/annee=2026&depuis=2018/);
	const created = edges.filter((edge) => isAlive(edge, 2026) && !isAlive(edge, 2018));
	const ended = edges.filter((edge) => !isAlive(edge, 2026) && isAlive(edge, 2018));
	const kept = edges.filter((edge) => isAlive(edge, 2026) && isAlive(edge, 2018));
	expect(created.length).toBeGreaterThan(1);
	await expect(drawingOf(page)).toHaveAttribute(
		'data-changes',
		`${created.length} ${ended.length} 0 ${kept.length}`
	);
	await expect(bar(page)).toContainText('De 2018 à 2026');
	await expect(bar(page)).toContainText(`${created.length} créés`);
	await expect(live(page)).toContainText(`De 2018 à 2026\u202f: ${created.length} liens créés`);

	await bar(page).getByRole('button', { name: 'Voir les changements' }).click();
	const list = page.getByRole('region', { name: 'Changements de 2018 à 2026' });
	await expect(list.getByRole('button')).toHaveCount(created.length + ended.length);
	await list.getByRole('button').first().click();
	await expect(page).toHaveURL(/lien=/);
	await expect(sideOf(page).getByRole('heading', { level: 2 })).toContainText('coopère avec');

	await bar(page).getByLabel('Comparer avec').selectOption('');
	await expect(page).not.toHaveURL(/depuis/);
	await expect(drawingOf(page)).toHaveAttribute('data-changes', '');
});

test('a year the other filters empty keeps its place on the slider', async ({ page }) => {
	await openDrawn(page, `${PATH}?annee=2020&familles=cooperation`);
	await expect(slider(page)).toHaveValue('2020');
	await expect(slider(page)).toHaveAttribute('min', '2010');
});

test('a network where nothing is dated says so in one line', async ({ page }) => {
	const { items } = await (await page.request.get('/api/v1/projects?limit=500')).json();
	let undated: string | undefined;
	for (const { id } of items) {
		const { edges }: Answer = await (
			await page.request.get(`/api/v1/projects/${id}/network`)
		).json();
		if (edges.length > 0 && edges.every(({ since, until }) => !since && !until)) undated ??= id;
	}
	expect(undated).toBeDefined();
	await openDrawn(page, `/projets/${undated}`);
	await expect(bar(page)).toContainText('Aucun lien daté');
	await expect(slider(page)).toHaveCount(0);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('the bar is one line that opens over the drawing, without moving it', async ({ page }) => {
		await openDrawn(page, `${PATH}?annee=2020`);
		await expect(slider(page)).toBeHidden();
		const box = await drawingOf(page).boundingBox();
		await bar(page).getByRole('button', { name: /2020/ }).tap();
		await expect(slider(page)).toBeVisible();
		expect(await drawingOf(page).boundingBox()).toEqual(box);
		for (const control of [slider(page), bar(page).getByLabel('Comparer avec')])
			expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	});
});

test.describe('in English', () => {
	test.use({ locale: 'en-GB' });

	test('the year and its number are said in words', async ({ page }) => {
		await openDrawn(page, `${PATH}?annee=2020`);
		await expect(page.getByRole('slider', { name: 'Year' })).toHaveAttribute(
			'aria-valuetext',
			/^2020: \d+ ties alive, of which \d+ without a known start, counted every year$/
		);
	});
});
