import { createServer } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { startServer } from '../server.js';
import { drawingOf, expectedIn, legendOf, networkAt, openDrawn, sideOf } from './explorer-page.ts';

interface Places {
	places: { lat: number; lon: number; precision: string; nodes: string[] }[];
	without: string[];
}
interface Mark {
	kind: string;
	key: string;
	x: number;
	y: number;
	radius: number;
	count: number;
}

const PLACE_SANTE = 'prj-place-sante';
/** Four at Saint-Denis, one further away. */
const NEAR = `/projets/${PLACE_SANTE}?carte=2.4_48.92_11`;
const PROJECTS = [PLACE_SANTE, 'prj-scic-richerand', 'prj-mus-strasbourg', 'prj-bus-lille'];

const mapOf = (page: Page): Locator => page.locator('[data-map]');
const drawn = (page: Page): Promise<void> =>
	expect(mapOf(page)).toHaveAttribute('data-state', 'drawn');

async function openMap(page: Page, path: string): Promise<Locator> {
	await page.goto(`${path}${path.includes('?') ? '&' : '?'}vue=carte`);
	await drawn(page);
	return mapOf(page);
}

async function placesAt(page: Page, path: string): Promise<Places> {
	const answer = await page.request.get(path);
	expect(answer.status(), path).toBe(200);
	return answer.json();
}

const numberOf = async (page: Page, name: string): Promise<number> =>
	Number(await mapOf(page).getAttribute(`data-${name}`));

async function marksOf(page: Page): Promise<Mark[]> {
	const text = (await mapOf(page).getAttribute('data-marks')) ?? '';
	return text.split(' ').flatMap((each) => {
		const [kind = '', key = '', x, y, radius, count] = each.split(',');
		if (!kind) return [];
		const [px, py, r, n] = [x, y, radius, count].map(Number);
		return [
			{ kind, key: decodeURIComponent(key), x: px ?? 0, y: py ?? 0, radius: r ?? 0, count: n ?? 0 }
		];
	});
}

/** A mark whose place has stopped changing: the map has come to rest. */
async function settled(page: Page, wanted: (mark: Mark) => boolean): Promise<Mark> {
	let before = '';
	let found: Mark | undefined;
	await expect
		.poll(async () => {
			found = (await marksOf(page)).find(wanted);
			const now = JSON.stringify(found ?? '');
			const same = found !== undefined && now === before;
			before = now;
			return same;
		})
		.toBe(true);
	if (!found) throw new Error('no such mark');
	return found;
}

async function clickOn(page: Page, wanted: (mark: Mark) => boolean): Promise<Mark> {
	const mark = await settled(page, wanted);
	await mapOf(page).click({ position: { x: mark.x, y: mark.y } });
	return mark;
}

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

test.describe('what a reader does with it', () => {
	test('selection and filters go from the network to the map to the table', async ({ page }) => {
		const api = `/api/v1/projects/${PLACE_SANTE}/network`;
		await openDrawn(page, `/projets/${PLACE_SANTE}?selection=acsbe-la-place-sante`);
		const expected = expectedIn(await networkAt(page, api));
		await page.getByRole('link', { name: 'Carte', exact: true }).click();
		await drawn(page);
		await expect(drawingOf(page)).toHaveCount(0);
		await expect(mapOf(page)).toHaveAttribute('data-selected', 'acsbe-la-place-sante');
		await expect(sideOf(page).getByRole('heading', { level: 2 }).first()).toContainText('Place');
		const all = (await numberOf(page, 'placed')) + (await numberOf(page, 'unplaced'));
		expect(all).toBe(expected.nodes.length);
		const isPublic = ({ group }: { group: string }): boolean => group === 'public_bodies';
		expect(expected.nodes.some(isPublic)).toBe(true);
		await page.goto(`${page.url()}&masques=ars,project,public_bodies`);
		await drawn(page);
		const left = expected.nodes.filter((node) => !isPublic(node)).length;
		await expect
			.poll(async () => (await numberOf(page, 'placed')) + (await numberOf(page, 'unplaced')))
			.toBe(left);
		await page.getByRole('link', { name: 'Tableau', exact: true }).click();
		await expect(page).toHaveURL(/selection=acsbe-la-place-sante/);
		await expect(page.getByRole('heading', { name: new RegExp(`^${left} `) })).toBeVisible();
	});

	test('a stack spreads on click, its structures open their sheet, the ground folds it back', async ({
		page
	}) => {
		await openMap(page, NEAR);
		const stack = await settled(page, ({ kind }) => kind === 'stack');
		expect(stack.count).toBeGreaterThan(2);
		await clickOn(page, ({ key }) => key === stack.key);
		await expect(mapOf(page)).toHaveAttribute('data-spread', String(stack.count));
		const isSpread = ({ kind, x, y }: Mark): boolean =>
			kind === 'node' && Math.hypot(x - stack.x, y - stack.y) < 120;
		const node = await clickOn(page, isSpread);
		await expect(page).toHaveURL(new RegExp(`selection=${node.key}`));
		await expect(mapOf(page)).toHaveAttribute('data-selected', node.key);
		const other = await settled(page, (mark) => isSpread(mark) && mark.key !== node.key);
		await mapOf(page).click({ position: { x: other.x, y: other.y }, modifiers: ['Control'] });
		await expect(mapOf(page)).toHaveAttribute('data-others', other.key);
		const ground = { x: stack.x, y: stack.y - 200 };
		await mapOf(page).click({ position: ground });
		await expect(mapOf(page)).toHaveAttribute('data-spread', '0');
		await expect(mapOf(page)).toHaveAttribute('data-selected', node.key);
		await mapOf(page).click({ position: ground });
		await expect(mapOf(page)).toHaveAttribute('data-selected', '');
	});

	test('hovering a node says how well its place is known', async ({ page }) => {
		await openMap(page, '/projets/prj-mus-strasbourg');
		const mark = await settled(page, ({ kind }) => kind === 'node');
		await mapOf(page).hover({ position: { x: mark.x, y: mark.y } });
		await expect(page.locator('.tip')).toContainText(/à la commune|auprès de qui/);
		await expect(mapOf(page)).toHaveAttribute('data-hovered', mark.key);
	});

	test('what is chosen in the list comes out of its stack and into view', async ({ page }) => {
		await openMap(page, '/ecosysteme');
		await page.locator('[data-places] summary').click();
		const name = 'ACSBE – La Place Santé';
		await page.locator('[data-places]').getByRole('button', { name }).click();
		await expect(page).toHaveURL(/selection=acsbe-la-place-sante/);
		await settled(page, ({ key }) => key === 'acsbe-la-place-sante');
	});

	test('what has no place is selected in its tray', async ({ page }) => {
		const { without } = await placesAt(page, `/api/v1/projects/${PLACE_SANTE}/places`);
		const { nodes } = expectedIn(await networkAt(page, `/api/v1/projects/${PLACE_SANTE}/network`));
		const lost = nodes.find(({ id, label }) => label === 'Actor' && without.includes(id));
		expect(lost).toBeDefined();
		await openMap(page, `/projets/${PLACE_SANTE}?selection=${lost?.id}`);
		const row = page.locator('[data-tray] [aria-current="true"]');
		await expect(row).toHaveText(lost?.name ?? '');
		await expect(row).toBeVisible();
	});

	test('without a mouse: walked, spread, selected, left', async ({ page }) => {
		await openMap(page, NEAR);
		const stack = await settled(page, ({ kind }) => kind === 'stack');
		const region = page.getByRole('application', { name: 'Carte du réseau' });
		await region.focus();
		for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
			if ((await page.getByText('Entrée pour étaler', { exact: false }).count()) > 0) break;
			await page.keyboard.press(key);
		}
		await expect(page.getByText('Entrée pour étaler', { exact: false })).toHaveCount(1);
		await page.keyboard.press('Enter');
		await expect(mapOf(page)).toHaveAttribute('data-spread', String(stack.count));
		await expect(page).toHaveURL(/selection=/);
		const first = await mapOf(page).getAttribute('data-selected');
		await page.keyboard.press('ArrowDown');
		await expect(mapOf(page)).not.toHaveAttribute('data-selected', first ?? '');
		await page.keyboard.press('Escape');
		await expect(mapOf(page)).toHaveAttribute('data-spread', '0');
		await page.keyboard.press('Escape');
		await expect(page).not.toHaveURL(/selection=/);
		await expect(region).toBeFocused();
	});

	test('the legend filters it as it filters the network', async ({ page }) => {
		await openMap(page, '/projets/prj-scic-richerand');
		const before = await numberOf(page, 'loose');
		const ties = async (): Promise<number> =>
			(
				await Promise.all(['ties', 'inside', 'loose', 'covered'].map((n) => numberOf(page, n)))
			).reduce((sum, count) => sum + count, 0);
		const all = await ties();
		expect(before).toBeLessThanOrEqual(all);
		await legendOf(page)
			.getByRole('button', { name: /^Financement/ })
			.click();
		await expect.poll(ties).toBeLessThan(all);
	});
});

test.describe('where it may fail', () => {
	test('without WebGL: one sentence, and the table', async ({ page }) => {
		await page.addInitScript(() => {
			HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
				apply: (get, canvas, [kind, ...more]) =>
					String(kind).startsWith('webgl') ? null : Reflect.apply(get, canvas, [kind, ...more])
			});
		});
		await page.goto('/projets/prj-scic-richerand?vue=carte');
		await expect(page.getByText('WebGL absent')).toHaveCount(1);
		await expect(page.getByRole('heading', { name: /structures et ressources/ })).toBeVisible();
	});

	test('a style that does not come gives way to the bundled ground, with one sentence', async ({
		page
	}) => {
		test.slow();
		const server = await startServer({ env: { MAP_STYLE_URL: 'http://127.0.0.1:9/style.json' } });
		try {
			const answer = await page.goto(`${server.origin}/projets/prj-scic-richerand?vue=carte`);
			const policy = answer?.headers()['content-security-policy'] ?? '';
			expect(policy).toContain("connect-src http://127.0.0.1:9 'self'");
			expect(policy).toContain("img-src http://127.0.0.1:9 'self'");
			await expect(page.getByText('n’a pas pu être chargé', { exact: false })).toBeVisible();
			await expect(mapOf(page)).toHaveAttribute('data-ground', 'bundled');
			await expect(mapOf(page)).toHaveAttribute('data-state', 'drawn');
		} finally {
			await server.stop();
		}
	});

	test('a style of another host is drawn, and only its host is let in', async ({ page }) => {
		test.slow();
		const style = {
			version: 8,
			sources: {},
			layers: [{ id: 'sea', type: 'background', paint: { 'background-color': '#3a7ca5' } }]
		};
		const host = createServer((_request, response) =>
			response
				.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
				.end(JSON.stringify(style))
		);
		await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready));
		const address = host.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).origin));
		const server = await startServer({
			env: { MAP_STYLE_URL: `http://127.0.0.1:${port}/style.json` }
		});
		try {
			await page.goto(`${server.origin}/projets/prj-scic-richerand?vue=carte`);
			await drawn(page);
			await expect(mapOf(page)).toHaveAttribute('data-ground', 'style');
			await expect.poll(() => asked).toContain(`http://127.0.0.1:${port}`);
			await expect(page.getByText('n’a pas pu être chargé', { exact: false })).toHaveCount(0);
			expect(new Set(asked)).toEqual(new Set([server.origin, `http://127.0.0.1:${port}`]));
		} finally {
			await server.stop();
			host.close();
		}
	});

	test('left ten times, it leaves no graphics context behind', async ({ page }) => {
		test.slow();
		await page.addInitScript(() => {
			const made: WeakRef<WebGLRenderingContext | WebGL2RenderingContext>[] = [];
			HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
				apply(get, canvas, args) {
					const context: unknown = Reflect.apply(get, canvas, args);
					if (context instanceof WebGL2RenderingContext) made.push(new WeakRef(context));
					return context;
				}
			});
			Object.assign(window, {
				liveContexts: () =>
					made.filter((each) => {
						const context = each.deref();
						return context && !context.isContextLost();
					}).length
			});
		});
		const live = (): Promise<number> => page.evaluate('liveContexts()');
		await openMap(page, '/projets/prj-scic-richerand');
		expect(await live()).toBeGreaterThan(0);
		for (let visit = 0; visit < 10; visit++) {
			await page.getByRole('link', { name: 'Tableau', exact: true }).click();
			await expect(mapOf(page)).toHaveCount(0);
			await expect.poll(live).toBe(0);
			await page.getByRole('link', { name: 'Carte', exact: true }).click();
			await drawn(page);
		}
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
