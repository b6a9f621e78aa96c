import { readFileSync } from 'node:fs';
import readExcelFile from 'read-excel-file/node';
import { expect, test, type Page } from '@playwright/test';
import { expectedIn, legendOf, networkAt, openDrawn } from './explorer-page.ts';

/** Presses a format and gives the text of each file the browser saves. */
async function take(page: Page, format: string | RegExp, files = 1): Promise<string[]> {
	const saved: string[] = [];
	const all = new Promise<void>((resolve) => {
		page.on('download', async (download) => {
			saved.push(readFileSync(await download.path(), 'utf8'));
			if (saved.length === files) resolve();
		});
	});
	await page.getByRole('dialog').getByRole('button', { name: format }).click();
	await all;
	return saved;
}

test('what the filters let through leaves as a file, and nothing else', async ({ page }) => {
	const network = await networkAt(page, '/api/v1/projects/prj-scic-richerand/network');
	await openDrawn(page, '/projets/prj-scic-richerand');
	await legendOf(page)
		.getByRole('button', { name: /^Coopération/ })
		.click();
	await page.getByRole('button', { name: 'Emporter' }).click();
	const expected = expectedIn(network, ['sharing', 'funding']);
	const [text = ''] = await take(page, /^JSON/);
	const read = JSON.parse(text);
	const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).sort();
	expect(ids(read.nodes)).toEqual(ids(expected.nodes));
	expect(ids(read.edges)).toEqual(ids(expected.edges));
	const [source = ''] = Object.keys(read.sources);
	const { node } = await (await page.request.get(`/api/v1/sources/${source}`)).json();
	expect(read.sources[source]).toBe(node.name);
	expect(read.licence).toContain('GeoNames');
	await expect(page.getByRole('dialog').getByRole('status')).toContainText('.json');
});

test('a spreadsheet is two tables, and every format can be taken by keys alone', async ({
	page
}) => {
	await openDrawn(page, '/demonstration');
	const opener = page.getByRole('button', { name: 'Emporter' });
	await opener.focus();
	await page.keyboard.press('Enter');
	const tables = await take(page, /^Tableur/, 2);
	expect(tables.every((text) => text.startsWith('\uFEFFid;'))).toBe(true);
	expect(tables.every((text) => text.includes('Territoire fictif'))).toBe(true);
	for (const format of [/^GEXF/, /^GraphML/, /^Cypher/]) {
		const [text = ''] = await take(page, format);
		const holds = text.includes('fictif-hopital-des-songes');
		expect(holds, String(format)).toBe(true);
	}
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(opener).toBeFocused();
});

test('a workbook holds what is shown, its sources where they are read, and how it was filtered', async ({
	page
}) => {
	const network = await networkAt(page, '/api/v1/network');
	const address = '/ecosysteme?familles=sharing';
	await openDrawn(page, address);
	await page.getByRole('button', { name: 'Emporter' }).click();
	const saved = page.waitForEvent('download');
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Classeur/ })
		.click();
	const sheets = await readExcelFile(await (await saved).path());
	const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
	const shown = expectedIn(network, ['sharing']);
	const idsIn = (name: string) =>
		rowsOf(name)
			.slice(1)
			.map(([id]) => String(id))
			.sort();
	expect(idsIn('structures')).toEqual(shown.nodes.map(({ id }) => id).sort());
	expect(idsIn('liens')).toEqual(shown.edges.map(({ id }) => id).sort());
	expect(idsIn('sources')).toEqual(
		[...new Set(shown.edges.flatMap((edge) => edge.sources))].sort()
	);
	const [head = [], first = []] = rowsOf('sources');
	const { node } = await (await page.request.get(`/api/v1/sources/${String(first[0])}`)).json();
	expect(first[head.indexOf('name')]).toBe(node.name);
	expect(first[head.indexOf('url')]).toBe(node.url);
	const about = rowsOf('à lire').flat();
	expect(about).toEqual(expect.arrayContaining(['Mutualisation']));
	expect(about.some((cell) => String(cell).endsWith(address))).toBe(true);
});

test('the picture carries its title, legend, date and sources, at every size', async ({ page }) => {
	await openDrawn(page, '/projets/prj-scic-richerand');
	await page.getByRole('button', { name: 'Emporter' }).click();
	const [svg = ''] = await take(page, /^SVG/);
	for (const text of [
		'Coopérative de santé Richerand',
		'31 décembre 2025',
		'Mutualisation',
		'Sources ('
	])
		expect(svg).toContain(text);
	const drawing = page.locator('[data-drawing]');
	const names = Number(await drawing.getAttribute('data-labels'));
	expect(svg.match(/<text text-anchor/g)).toHaveLength(names);
	const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
	let workers = 0;
	page.on('worker', () => workers++);
	// Painted by the worker, then on the page as where workers have no canvas.
	for (const scale of [1, 2]) {
		if (scale === 2) await page.evaluate(() => Reflect.deleteProperty(window, 'OffscreenCanvas'));
		const download = page.waitForEvent('download');
		await page
			.getByRole('dialog')
			.getByRole('button', { name: `PNG, ${scale} fois` })
			.click();
		const bytes = readFileSync(await (await download).path());
		expect(bytes.subarray(1, 4).toString()).toBe('PNG');
		expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
			Number(width) * scale,
			Number(height) * scale
		]);
	}
	expect(workers).toBe(2);
});

test('the directory leaves as it is filtered: a workbook, a table, a list for programs', async ({
	page
}) => {
	await page.goto('/structures?type=hopital&region=11');
	const count = Number(
		/\d+/.exec(await page.getByRole('main').getByRole('status').innerText())?.[0]
	);
	expect(count).toBeGreaterThan(3);
	const list = page.getByRole('list', { name: 'Emporter cette liste' });
	const fetched = async (name: string | RegExp) => {
		const href = (await list.getByRole('link', { name }).getAttribute('href')) ?? '';
		const response = await page.request.get(href);
		expect(response.headers()['content-disposition']).toMatch(/^attachment; filename="annuaire/);
		return response.body();
	};
	const { items, licence } = JSON.parse((await fetched('JSON')).toString());
	expect(items).toHaveLength(count);
	expect(
		items.every(
			(item: { kind: string; sourceTitles: string[] }) =>
				item.kind === 'hopital' && item.sourceTitles.length > 0
		)
	).toBe(true);
	const lines = (await fetched(/CSV/)).toString().trimEnd().split('\r\n');
	expect(lines).toHaveLength(count + 1);
	expect(lines[0]).toMatch(/^\uFEFFid;name;.*;siret;finess;.*;sourceTitles;licence$/);
	expect(lines[1]).toContain(licence);
	const sheets = await readExcelFile(await fetched(/XLSX/));
	expect(sheets.map(({ sheet }) => sheet)).toEqual(['à lire', 'structures']);
	expect(sheets[1]?.data).toHaveLength(count + 1);
});
