import { expect, test } from '@playwright/test';
import {
	bringToMiddle,
	DEFAULT_FAMILIES,
	drawingOf,
	expectDrawn,
	expectedIn,
	legendOf,
	liveRegion,
	networkAt,
	openDrawn,
	partOfColour
} from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PAGES = [
	['/projets/prj-scic-richerand', '/api/v1/projects/prj-scic-richerand/network'],
	['/projets/prj-marsoins', '/api/v1/projects/prj-marsoins/network'],
	['/projets/prj-cls-ploermel', '/api/v1/projects/prj-cls-ploermel/network'],
	['/demonstration', '/demonstration/api/network'],
	['/ecosysteme?region=11', '/api/v1/network?region=11']
] as const;

for (const [path, api] of PAGES)
	test(`what is drawn on ${path} is what the data hold`, async ({ page }) => {
		const expected = expectedIn(await networkAt(page, api));
		const drawing = await openDrawn(page, path);
		await expectDrawn(page, expected);
		expect(expected.nodes.length).toBeGreaterThan(0);
		expect(Number(await drawing.getAttribute('data-draw-calls'))).toBeGreaterThan(0);
		const labels = Number(await drawing.getAttribute('data-labels'));
		expect(labels).toBeLessThanOrEqual(expected.nodes.length);
	});

test('a node has the colour of its group where it stands, and only when its group is shown', async ({
	page
}) => {
	const path = '/projets/prj-scic-richerand';
	const { nodes } = await networkAt(page, PAGES[0][1]);
	const node = nodes.find(({ id }) => id === 'scic-richerand');
	expect(node).toBeDefined();
	const token = `--group-${String(node?.group).replaceAll('_', '-')}`;
	await bringToMiddle(page, path, 'scic-richerand');
	await expect.poll(() => partOfColour(page, token, 6)).toBe(1);
	const before = Number(await drawingOf(page).getAttribute('data-nodes'));
	const hidden = nodes.filter(({ group }) => group === node?.group).length;
	await page.goto(`${path}?masques=ars,project,${node?.group}`);
	await expect(drawingOf(page)).toHaveAttribute('data-nodes', String(before - hidden));
});

test('a family switched off leaves the drawing, the address says so, and a reload keeps it', async ({
	page
}) => {
	const network = await networkAt(page, PAGES[3][1]);
	const all = expectedIn(network);
	const without = expectedIn(
		network,
		DEFAULT_FAMILIES.filter((family) => family !== 'sharing')
	);
	expect(without.edges.length).toBeLessThan(all.edges.length);
	await openDrawn(page, '/demonstration');
	await expectDrawn(page, all);
	const line = legendOf(page).getByRole('button', { name: /^Mutualisation/ });
	await expect(line).toHaveAttribute('aria-pressed', 'true');
	await line.click();
	await expectDrawn(page, without);
	await expect(line).toHaveAttribute('aria-pressed', 'false');
	await expect(page).toHaveURL(/familles=cooperation(,|%2C)funding/);
	await page.reload();
	await expectDrawn(page, without);
	await line.click();
	await expectDrawn(page, all);
	await expect(page).not.toHaveURL(/familles/);
});

test('a kind hidden takes its nodes and their ties away, and the change is said', async ({
	page
}) => {
	const network = await networkAt(page, PAGES[3][1]);
	const all = expectedIn(network);
	const without = expectedIn(network, undefined, ['ars', 'project', 'primary_care']);
	expect(without.nodes.length).toBeLessThan(all.nodes.length);
	expect(without.edges.length).toBeLessThan(all.edges.length);
	await openDrawn(page, '/demonstration');
	const said = await liveRegion(page).textContent();
	const line = legendOf(page).getByRole('button', { name: /^Soins de premier recours/ });
	await line.click();
	await expectDrawn(page, without);
	await expect(liveRegion(page)).not.toHaveText(String(said));
	const structures = without.nodes.filter(
		({ label }) => label === 'Actor' || label === 'Funder'
	).length;
	await expect(liveRegion(page)).toContainText(`${structures} structures affichées`);
	await expect(page).toHaveURL(/masques=/);
	await page.reload();
	await expectDrawn(page, without);
	await legendOf(page)
		.getByRole('button', { name: /^Rétablir/ })
		.click();
	await expectDrawn(page, all);
	await expect(page).toHaveURL(/\/demonstration$/);
});

test('agencies and the project wait in the legend, and come when asked', async ({ page }) => {
	const network = await networkAt(page, PAGES[1][1]);
	const families = [...DEFAULT_FAMILIES, 'participation'];
	await openDrawn(page, '/projets/prj-marsoins');
	await expectDrawn(page, expectedIn(network));
	await legendOf(page)
		.getByRole('button', { name: /^Participation/ })
		.click();
	await expectDrawn(page, expectedIn(network, families));
	await legendOf(page)
		.getByRole('button', { name: /^Projet/ })
		.click();
	const withProject = expectedIn(network, families, ['ars']);
	expect(withProject.edges.length).toBeGreaterThan(expectedIn(network, families).edges.length);
	await expectDrawn(page, withProject);
});
