import { expect, test, type Page } from '@playwright/test';
import { type Place, PATH, API, HUB, placesOf, placeOf, hubOf } from './explorer-hand.ts';
import {
	drawingOf,
	expectedIn,
	legendOf,
	middleOf,
	networkAt,
	openDrawn
} from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('what size and names say', () => {
	test('size follows the chosen measure, the key says which, and the address keeps it', async ({
		page
	}) => {
		const { edges } = await networkAt(page, API);
		const funded = new Map<string, number>();
		for (const edge of edges as { target: string; type?: string; amountEur?: number }[])
			if (edge.type === 'FUNDS')
				funded.set(edge.target, (funded.get(edge.target) ?? 0) + (edge.amountEur ?? 0));
		expect(funded.size).toBeGreaterThan(3);

		await openDrawn(page, PATH);
		const legend = legendOf(page);
		await expect(legend.getByText(/La taille suit le nombre de coopérations/)).toBeVisible();
		const hub = await hubOf(page);
		const before = await placeOf(page, hub);
		await legend.getByLabel('Taille').selectOption('financement');
		await expect(page).toHaveURL(/taille=financement/);
		await expect(legend.getByText(/La taille suit les euros reçus/)).toBeVisible();
		await expect.poll(async () => (await placeOf(page, hub)).radius).not.toBe(before.radius);
		const sizes = await placesOf(page);
		const most = [...funded].filter(([id]) => sizes.has(id)).sort((a, b) => b[1] - a[1])[0]?.[0];
		const largest = Math.max(...[...sizes.values()].map(({ radius }) => radius));
		expect(sizes.get(String(most))?.radius).toBe(largest);

		await legend.getByLabel('Taille').selectOption('egale');
		await expect(legend.getByText(/La taille ne dit rien/)).toBeVisible();
		await page.reload();
		await expect(drawingOf(page)).toHaveAttribute('data-labels', /^[1-9]/);
		await expect(legend.getByLabel('Taille')).toHaveValue('egale');
		const nodes = new Map((await networkAt(page, API)).nodes.map((node) => [node.id, node]));
		const radii = [...(await placesOf(page))]
			.filter(([id]) => nodes.get(id)?.label === 'Actor' && nodes.get(id)?.group !== 'funder')
			.map(([, { radius }]) => radius);
		expect(new Set(radii).size).toBeLessThanOrEqual(2);
		await legend.getByLabel('Taille').selectOption('cooperations');
		await expect(page).not.toHaveURL(/taille/);
	});

	test('the slider writes fewer or more names, and the selection keeps its own', async ({
		page
	}) => {
		const { nodes, edges } = expectedIn(await networkAt(page, API));
		await openDrawn(page, PATH);
		const count = async (): Promise<number> =>
			Number(await drawingOf(page).getAttribute('data-labels'));
		const usual = await count();
		const slider = legendOf(page).getByRole('slider', { name: 'Noms' });
		await slider.fill('0');
		await expect(page).toHaveURL(/noms=0/);
		await expect.poll(count).toBeLessThan(usual / 2);
		const few = await count();
		await slider.fill('4');
		await expect.poll(count).toBeGreaterThan(few);
		expect(await count()).toBeGreaterThanOrEqual(usual);

		await openDrawn(page, `${PATH}?noms=0&selection=${HUB}`);
		const named = new Set((await placesOf(page)).keys());
		const near = edges.flatMap(({ source, target }) =>
			source === HUB ? [target] : target === HUB ? [source] : []
		);
		expect(near.length).toBeGreaterThan(5);
		expect([HUB, ...near].filter((id) => !named.has(id))).toEqual([]);
		expect(named.size).toBeLessThan(nodes.length);
	});
});

test('what is only paler because it does not pass is neither pointed at nor clicked', async ({
	page
}) => {
	const { nodes } = await networkAt(page, API);
	await openDrawn(page, PATH);
	const hub = await hubOf(page);
	const group = String(nodes.find(({ id }) => id === hub)?.group);
	const { x, y } = await placeOf(page, hub);
	await page.mouse.move(x, y);
	await expect(drawingOf(page)).toHaveAttribute('data-hovered', hub);
	await page.mouse.move(x, y - 300);
	await openDrawn(page, `${PATH}?estomper=oui&masques=ars,project,${group}`);
	await page.mouse.move(x + 1, y + 1);
	await page.mouse.click(x, y);
	await expect(drawingOf(page)).not.toHaveAttribute('data-hovered', hub);
	await expect(drawingOf(page)).not.toHaveAttribute('data-selected', hub);
});

test.describe('the camera in the address', () => {
	test('a reload and a colleague see the same part of the network', async ({ page, browser }) => {
		await openDrawn(page, PATH);
		await page.mouse.move((await middleOf(page)).x + 60, (await middleOf(page)).y - 40);
		await page.mouse.wheel(0, -240);
		await expect(page).toHaveURL(/cadre=/);
		const before = await placesOf(page);
		const [id, seen] = [...before].sort((a, b) => (a[0] < b[0] ? -1 : 1))[0] ?? [];
		await page.reload();
		await expect(drawingOf(page)).toHaveAttribute('data-labels', /^[1-9]/);
		const again = (await placesOf(page)).get(String(id));
		expect(
			Math.hypot((again?.x ?? 0) - (seen?.x ?? 0), (again?.y ?? 0) - (seen?.y ?? 0))
		).toBeLessThan(4);

		const colleague = await browser.newPage({ viewport: { width: 1100, height: 760 } });
		await openDrawn(colleague, page.url());
		const shared = [...(await placesOf(colleague)).keys()].filter((key) => before.has(key));
		expect(shared.length).toBeGreaterThan(5);
		// The same names around the same middle, whatever the size of the screen.
		const offset = async (on: Page, places: Map<string, Place>): Promise<number[]> => {
			const middle = await middleOf(on);
			const { width = 1, height = 1 } = (await drawingOf(on).boundingBox()) ?? {};
			const at = shared.map((key) => places.get(key)).filter((place) => place !== undefined);
			const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
			return [
				(mean(at.map(({ x }) => x)) - middle.x) / width,
				(mean(at.map(({ y }) => y)) - middle.y) / height
			];
		};
		const [here, theirs] = [
			await offset(page, await placesOf(page)),
			await offset(colleague, await placesOf(colleague))
		];
		for (const axis of [0, 1])
			expect(Math.abs((here[axis] ?? 9) - (theirs[axis] ?? 0))).toBeLessThan(0.15);
		await colleague.close();

		await page.keyboard.press('f');
		await expect(page).not.toHaveURL(/cadre/);
	});

	test('a damaged one is left out with one sentence', async ({ page }) => {
		await openDrawn(page, `${PATH}?cadre=1_2_0`);
		await expect(page.getByText('Une partie de l’adresse n’a pas été comprise')).toHaveCount(1);
	});
});
