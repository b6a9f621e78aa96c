import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { expectedIn, networkAt } from './explorer-page.ts';
import { drawn, mapOf, numberOf, openMap, PLACE_SANTE, placesAt, settled } from './map-page.ts';

const PROJECTS = [PLACE_SANTE, 'prj-scic-richerand', 'prj-mus-strasbourg', 'prj-bus-lille'];

test.describe('what is on the map', () => {
	for (const id of PROJECTS)
		test(`${id}: every structure shown is at its place or in the tray`, async ({ page }) => {
			const { nodes, edges } = expectedIn(await networkAt(page, `/api/v1/projects/${id}/network`));
			const { places } = await placesAt(page, `/api/v1/projects/${id}/places`);
			const known = new Set(places.flatMap((place) => place.nodes));
			const placed = nodes.filter((node) => known.has(node.id));
			const map = await openMap(page, `/projets/${id}`);
			await expect(map).toHaveAttribute('data-placed', String(placed.length));
			await expect(map).toHaveAttribute('data-unplaced', String(nodes.length - placed.length));
			const counts = ['ties', 'inside', 'loose', 'covered'].map((name) => numberOf(page, name));
			const ties = await Promise.all(counts);
			expect(ties.reduce((sum, count) => sum + count, 0)).toBe(edges.length);
			const unplaced = nodes.filter((node) => !known.has(node.id));
			if (unplaced.length === 0) return;
			const tray = page.locator('[data-tray]');
			await tray.locator('summary').click();
			await expect(tray.locator('summary')).toHaveText(`${unplaced.length} sans lieu connu`);
			expect(
				(await tray.getByRole('button').allTextContents()).map((t) => t.trim()).sort()
			).toEqual(unplaced.map(({ name }) => name).sort());
		});

	test('the whole country: overseas regions are a button away', async ({ page }) => {
		const map = await openMap(page, '/ecosysteme');
		expect(await numberOf(page, 'placed')).toBeGreaterThan(200);
		await expect(map).toHaveAttribute('data-stacks', /^[1-9]/);
		const before = await map.getAttribute('data-marks');
		await page.getByRole('button', { name: /^La Réunion \(\d+\)$/ }).click();
		await expect.poll(() => map.getAttribute('data-marks')).not.toBe(before);
		await expect(page).toHaveURL(/carte=55\.\d+_-21\.\d+_\d/);
		await page.reload();
		await drawn(page);
		await expect(page).toHaveURL(/carte=55\.\d+_-21\.\d+_\d/);
		await page.getByRole('button', { name: 'Tout voir' }).click();
		await expect(page).not.toHaveURL(/carte=5/);
	});

	test('a fictional territory is at sea, and says so', async ({ page }) => {
		await openMap(page, '/demonstration');
		await expect(page.locator('.lists > .key')).toContainText('ce territoire n’existe pas');
		const { places } = await placesAt(page, '/demonstration/api/places');
		expect(new Set(places.map(({ precision }) => precision))).toEqual(new Set(['fictional']));
		expect(Math.max(...places.map(({ lon }) => lon))).toBeLessThan(-9);
	});

	test('asks nothing of any other host, and breaks no rule of the content policy', async ({
		page,
		baseURL
	}) => {
		const strangers: string[] = [];
		const broken: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(String(baseURL)) && !/^(blob|data):/.test(request.url()))
				strangers.push(request.url());
		});
		page.on('console', (message) => {
			if (message.type() === 'error' || /Content Security Policy/i.test(message.text()))
				broken.push(message.text());
		});
		page.on('pageerror', (error) => broken.push(error.message));
		await openMap(page, '/projets/prj-place-sante');
		await page.getByRole('button', { name: 'Rapprocher' }).click();
		await expect(page).toHaveURL(/carte=/);
		expect(strangers).toEqual([]);
		expect(broken).toEqual([]);
	});
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`the map passes axe, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await openMap(page, `/projets/${PLACE_SANTE}`);
		await page.locator('[data-places] summary').click();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	});

test('on a phone: the map first, nothing smaller than a thumb, nothing beyond the edge', async ({
	browser
}) => {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true,
		locale: 'fr-FR'
	});
	const page = await context.newPage();
	await openMap(page, '/ecosysteme');
	const small = await page
		.locator('.centre button:visible, .centre summary:visible')
		.evaluateAll((list) =>
			list
				.map((each) => ({ text: each.textContent?.trim(), box: each.getBoundingClientRect() }))
				.filter(({ box }) => box.height < 44 || box.width < 44)
				.map(({ text }) => text)
		);
	expect(small).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	const box = await mapOf(page).boundingBox();
	expect(box?.height ?? 0).toBeGreaterThan(420);
	const stack = await settled(page, ({ kind }) => kind === 'stack');
	await mapOf(page).tap({ position: { x: stack.x, y: stack.y } });
	await expect(page).toHaveURL(/carte=/);
	await context.close();
});
