import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const PAGES = [
	'/',
	'/?type=cls&region=84',
	'/projets/prj-scic-richerand',
	'/projets/prj-scic-richerand?vue=tableau',
	'/projets/prj-scic-richerand?vue=texte',
	'/projets/prj-scic-richerand?mode=lecture',
	'/projets/prj-scic-richerand/indicateurs',
	'/projets/prj-scic-richerand/changements?de=2016&a=2023',
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
	'/projets/prj-scic-richerand/dossier?cadre=pts&modifier=initiative.equipe',
	'/projets/prj-scic-richerand/scenarios',
	'/departements/56/scenarios',
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

/** What a theme can change; the rest is the same in both. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds serious, as « rule target », the rules it applied being at least `least`. */
async function seriousIn(page: Page, least: number, rules?: string[]): Promise<string[]> {
	const axe = new AxeBuilder({ page });
	const { violations, passes } = await (rules ? axe.withRules(rules) : axe).analyze();
	expect(passes.length).toBeGreaterThanOrEqual(least);
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`));
}

// One visit a page: opening it costs more than all that is asked of it.
for (const path of PAGES)
	test(`${path}: nothing serious for axe in either theme, its landmarks, its language, 320 pixels`, async ({
		page
	}) => {
		// Colours are measured at rest, not on their way.
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
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
		expect(await seriousIn(page, 11)).toEqual([]);

		await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
		expect(await seriousIn(page, 1, COLOURS)).toEqual([]);

		await page.setViewportSize({ width: 320, height: 640 });
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		// What follows the width may take a frame or two to do so.
		await expect
			.poll(() =>
				page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				)
			)
			.toBeLessThanOrEqual(0);
	});

test('no two pages have one title', async ({ request }) => {
	const titles = new Set<string | undefined>();
	const paths = PAGES.filter((path) => !path.includes('?'));
	for (const path of paths)
		titles.add(/<title>([^<]+)/.exec(await (await request.get(path)).text())?.[1]);
	expect(titles.size).toBe(paths.length);
	expect(titles.has(undefined)).toBe(false);
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
