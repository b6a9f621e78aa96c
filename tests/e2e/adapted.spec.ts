import { expect, test, type Locator, type Page } from '@playwright/test';
import { contrast, type Colour } from '../unit/contrast.ts';
import { lossesIn, spaceText } from './adapted.ts';
import { legendOf, openDrawn, partOfColour, pixelsOf, sideOf } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PROJECT = '/projets/prj-scic-richerand';
const PAGES = [
	'/',
	PROJECT,
	...['carte', 'tableau', 'texte', 'mutualisation', 'financements'].map(
		(view) => `${PROJECT}?vue=${view}`
	),
	'/isolees?departement=93'
] as const;

/** The page has all it will have: its drawing, its map or its live tables. */
async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	if (!path.startsWith(PROJECT)) return;
	const ready =
		'[data-drawing][data-state="drawn"], [data-map][data-state="drawn"], .reading button';
	await expect(page.locator(ready).first()).toBeVisible();
}

function mostOf(colours: readonly Colour[]): Colour {
	const counts = new Map<string, { colour: Colour; count: number }>();
	for (const colour of colours) {
		const known = counts.get(colour.join()) ?? { colour, count: 0 };
		counts.set(colour.join(), { colour, count: known.count + 1 });
	}
	const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
	return most?.colour ?? [0, 0, 0];
}

for (const path of PAGES)
	test(`${path}: at twice the size and with its text spaced, all of it is read and used`, async ({
		page
	}) => {
		// A window of 1440 by 900 at 200 %.
		await page.setViewportSize({ width: 720, height: 450 });
		await open(page, path);
		expect(await lossesIn(page)).toEqual([]);
		await page.setViewportSize({ width: 1440, height: 900 });
		await spaceText(page);
		expect(await lossesIn(page)).toEqual([]);
	});

test('in forced colours, what is open, shown and chosen still tells, and the drawing keeps its ground', async ({
	page,
	context,
	baseURL
}) => {
	await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' });
	await context.addCookies([{ name: 'theme', value: 'light', url: String(baseURL) }]);
	await openDrawn(page, `${PROJECT}?selection=scic-richerand&masques=ars,project,hospital`);
	// A light theme over a dark system: names are dark, and so must not stand on the system's black.
	await expect.poll(() => partOfColour(page, '--paper', 260)).toBeGreaterThan(0.2);
	const look = (found: Locator, property: string): Promise<string> =>
		found.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
	const views = page.getByRole('navigation', { name: 'Vues' });
	const differ = async (on: Locator, off: Locator, property: string): Promise<void> =>
		expect(await look(on, property), property).not.toBe(await look(off, property));
	await differ(
		views.getByRole('link', { name: 'Réseau' }),
		views.getByRole('link', { name: 'Carte' }),
		'background-color'
	);
	const tabs = sideOf(page).getByRole('tab');
	await differ(
		tabs.filter({ hasText: 'Fiche' }),
		tabs.filter({ hasText: 'Sources' }),
		'border-bottom-color'
	);
	const depths = page.getByRole('group', { name: /^Portée/ }).getByRole('button');
	await differ(depths.nth(0), depths.nth(1), 'outline-style');
	const shown = legendOf(page).getByRole('button', { name: /^CPTS/ }).locator('span').first();
	const hidden = legendOf(page)
		.getByRole('button', { name: /^Hôpital/ })
		.locator('span')
		.first();
	await differ(shown, hidden, 'text-decoration-line');
});

for (const colorScheme of ['light', 'dark'] as const)
	for (const view of ['reseau', 'carte'] as const)
		test(`every name written on ${view} reads at 4.5:1, ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(`${PROJECT}?vue=${view}`);
			const drawn = page.locator('[data-drawing], [data-map]');
			await expect(drawn).toHaveAttribute('data-state', 'drawn');
			await expect(drawn).toHaveAttribute('data-labels', /^[1-9]/);
			const frame = await drawn.boundingBox();
			if (!frame) throw new Error('nothing is drawn');
			const boxes = ((await drawn.getAttribute('data-label-boxes')) ?? '').split(' ');
			expect(boxes.length).toBeGreaterThan(3);
			const { width, data } = await pixelsOf(page, frame);
			for (const text of boxes) {
				const [key = '', ...numbers] = text.split(',');
				const [left = 0, top = 0, wide = 0, high = 0] = numbers.map((n) => Math.round(Number(n)));
				const colours: Colour[] = [];
				for (let y = top; y < top + high; y++)
					for (let x = left; x < left + wide; x++) {
						const at = (y * width + x) * 4;
						colours.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
					}
				// The ground is what most of a name's place is made of, its ink what differs most from it.
				const ground = mostOf(colours);
				const ink = Math.max(...colours.map((colour) => contrast(colour, ground)));
				expect(ink, decodeURIComponent(key)).toBeGreaterThanOrEqual(4.5);
			}
		});
