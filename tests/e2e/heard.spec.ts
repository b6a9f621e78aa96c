import { expect, test, type Page } from '@playwright/test';
import { drawingOf, legendOf, openDrawn } from './explorer-page.ts';
import { announced, readThrough, startReader } from './virtual-reader.ts';

// The simulated reader is a program of the test's own: the page's policy would keep it out.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

const PROJECT = '/projets/prj-scic-richerand';
const VIEWS = [
	['reseau', 'Réseau'],
	['carte', 'Carte'],
	['tableau', 'Tableau'],
	['texte', 'Texte'],
	['mutualisation', 'Mutualisation'],
	['financements', 'Financements']
] as const;
/** Roles that say nothing without a name, and states that are no name. */
const NAMELESS =
	/^(button|link|combobox|searchbox|textbox|slider|checkbox|tab|region|navigation|complementary|heading|img|graphics-document)(, (pressed|not pressed|expanded|not expanded|checked|not checked|selected|not selected|level \d|has popup.*|orientated .*|key shortcuts.*))*$/;

async function open(page: Page, view: string): Promise<void> {
	await page.goto(`${PROJECT}?vue=${view}&selection=scic-richerand`);
	const ready =
		'[data-drawing][data-state="drawn"], [data-map][data-state="drawn"], .reading button';
	await expect(page.locator(ready).first()).toBeVisible();
	await expect(page.getByRole('tabpanel').getByRole('heading', { level: 2 })).toBeVisible();
}

for (const [view, name] of VIEWS)
	test(`${view} is heard in order, everything by its name, nothing long twice`, async ({
		page
	}) => {
		await open(page, view);
		await startReader(page);
		const said = await readThrough(page);
		const begins = said.filter((phrase) => !phrase.startsWith('end of '));
		const places = [
			'heading, Coopérative de santé Richerand, level 1',
			'navigation, Vues',
			'complementary, Légende',
			`region, ${name}`,
			'region, Le temps',
			'complementary, Détails'
		].map((phrase) => said.indexOf(phrase));
		expect(places).not.toContain(-1);
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(begins.filter((phrase) => NAMELESS.test(phrase))).toEqual([]);
		const long = begins.filter((phrase) => phrase.length > 160);
		const heads = long.map((phrase) => phrase.slice(-80));
		expect(heads.filter((end, at) => heads.indexOf(end) !== at)).toEqual([]);
	});

test('each change is announced, once, as it is made', async ({ page }) => {
	await openDrawn(page, PROJECT);
	await startReader(page);
	const heard: RegExp[] = [];
	const hear = async (phrase: RegExp): Promise<void> => {
		heard.push(phrase);
		await expect.poll(() => announced(page)).toHaveLength(heard.length);
		expect((await announced(page)).at(-1)).toMatch(phrase);
	};
	await legendOf(page)
		.getByRole('button', { name: /^Mutualisation/ })
		.press('Enter');
	await hear(/^16 structures affichées, 5 à part, 4 liens$/);
	await page.getByRole('application').press('ArrowRight');
	await hear(/^.+, \d+ liens? directs?/);
	await expect(drawingOf(page)).not.toHaveAttribute('data-selected', '');
	await page.keyboard.press('t');
	await hear(/^Tableau : .+ \d+ liens? directs?/);
	await page.keyboard.press('t');
	await hear(/^(?!Tableau).+ \d+ liens? directs?/);
	await page.keyboard.press('Escape');
	await hear(/^16 structures affichées, 5 à part, 4 liens$/);
});
