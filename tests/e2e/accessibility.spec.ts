import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const PAGES = [
	'/',
	'/?type=cls&region=84',
	'/projets/prj-scic-richerand',
	'/projets/prj-scic-richerand?vue=tableau',
	'/projets/prj-scic-richerand?vue=texte',
	'/projets/prj-scic-richerand?mode=lecture',
	'/projets/prj-scic-richerand/indicateurs',
	'/ecosysteme/apercu?region=11',
	'/ecosysteme/apercu/liste?theme=services',
	'/comparer',
	'/comparer?projets=prj-scic-richerand,prj-place-sante',
	'/aide',
	'/demonstration',
	'/ecosysteme?region=11',
	'/structures',
	'/isolees?departement=93',
	'/projets/prj-scic-richerand/dossier?cadre=pts',
	'/importer',
	'/structures/scic-richerand',
	'/financeurs/assurance-maladie',
	'/regions/06',
	'/ressources/res-locaux-richerand',
	'/sources/src-richerand-2022',
	'/mentions',
	'/accessibilite',
	'/api',
	'/structures/x'
];

for (const colorScheme of ['light', 'dark'] as const)
	for (const path of PAGES)
		test(`axe finds nothing serious on ${path}, ${colorScheme}`, async ({ page }) => {
			// Colours are measured at rest, not on their way.
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			const { violations, passes } = await new AxeBuilder({ page }).analyze();
			expect(passes.length).toBeGreaterThan(10);
			const serious = violations
				.filter(({ impact }) => impact === 'serious' || impact === 'critical')
				.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`));
			expect(serious).toEqual([]);
		});

for (const path of PAGES)
	test(`${path} has its language, its landmarks and a way to the content`, async ({ page }) => {
		await page.goto(path);
		await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
		await expect(page.getByRole('main')).toHaveCount(1);
		// In reading mode the site's header and footer make room for the drawing.
		const frame = path.includes('mode=lecture') ? 0 : 1;
		for (const landmark of ['banner', 'contentinfo'] as const)
			await expect(page.getByRole(landmark)).toHaveCount(frame);
		await expect(page.getByRole('link', { name: 'Aller au contenu' })).toHaveAttribute(
			'href',
			'#contenu'
		);
	});

test('no two pages have one title', async ({ request }) => {
	const titles = new Set<string | undefined>();
	const paths = PAGES.filter((path) => !path.includes('?'));
	for (const path of paths)
		titles.add(/<title>([^<]+)/.exec(await (await request.get(path)).text())?.[1]);
	expect(titles.size).toBe(paths.length);
	expect(titles.has(undefined)).toBe(false);
});

test.describe('on 320 pixels', () => {
	test.use({ viewport: { width: 320, height: 640 } });
	for (const path of PAGES)
		test(`${path} is read without scrolling sideways`, async ({ page }) => {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			const { width, visible } = await page.evaluate(() => ({
				width: document.documentElement.scrollWidth,
				visible: document.documentElement.clientWidth
			}));
			expect(width).toBeLessThanOrEqual(visible);
		});
});

test('transitions stop when the system asks for less motion', async ({ page }) => {
	const durations = () =>
		page.locator('article, svg path, a, button').evaluateAll((found) => {
			const all = found.flatMap((element) => {
				const { transitionDuration, animationDuration } = getComputedStyle(element);
				return `${transitionDuration}, ${animationDuration}`.split(', ').map(parseFloat);
			});
			return Math.max(...all);
		});
	await page.goto('/');
	expect(await durations()).toBeGreaterThan(0.1);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await expect.poll(durations).toBeLessThan(0.001);
});
