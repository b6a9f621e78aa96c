import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { colourOf, contrast } from '../unit/contrast.ts';
import { legendOf, openDrawn } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Ended ties, structures apart and, around what is selected, much that steps back. */
const PATH =
	'/projets/prj-secpa?selection=case-de-sante&familles=cooperation,sharing,funding,governance';

/** The picture of what is on screen, as a file holds it. */
async function pictureOf(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Emporter' }).click();
	const saved = page.waitForEvent('download');
	await page.getByRole('dialog').getByRole('button', { name: /SVG/ }).click();
	const file = readFileSync(await (await saved).path(), 'utf8');
	await page.keyboard.press('Escape');
	return file;
}

/** What of the drawing in a picture is under 3:1 against paper or hull, or pale; grounds and halos apart. */
async function faintIn(page: Page, picture: string): Promise<string[]> {
	const { paper, hull } = await page.evaluate(() => {
		const style = getComputedStyle(document.documentElement);
		return {
			paper: style.getPropertyValue('--paper').trim(),
			hull: style.getPropertyValue('--hull').trim()
		};
	});
	const marks = await page.evaluate((svg) => {
		const inner = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('svg > svg');
		return [...(inner?.querySelectorAll('path, circle, text') ?? [])].map((mark) => ({
			colours: (mark.tagName === 'text' ? ['fill'] : ['fill', 'stroke']).flatMap(
				(name) => mark.getAttribute(name) ?? []
			),
			opacity: Number(mark.getAttribute('opacity') ?? 1)
		}));
	}, picture);
	expect(marks.length).toBeGreaterThan(30);
	const grounds = new Set([paper, hull, 'none']);
	return marks.flatMap(({ colours, opacity }) => {
		const drawn = colours.filter((colour) => !grounds.has(colour));
		const least = Math.min(
			...drawn.flatMap((colour) =>
				[paper, hull].map((ground) => contrast(colourOf(colour), colourOf(ground)))
			)
		);
		const faint = drawn.length > 0 && (least < 3 || opacity < 1);
		return faint ? [`${drawn.join()} at ${opacity}: ${least.toFixed(2)}`] : [];
	});
}

for (const colorScheme of ['light', 'dark'] as const)
	test(`the stronger contrast brings all that is drawn to 3:1, in pictures too, ${colorScheme}`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await openDrawn(page, PATH);
		expect(await faintIn(page, await pictureOf(page))).not.toEqual([]);
		const box = legendOf(page).getByRole('checkbox', { name: 'Contraste renforcé' });
		await box.check();
		await expect(page).toHaveURL(/contraste=renforce/);
		expect(await faintIn(page, await pictureOf(page))).toEqual([]);

		await page.getByRole('link', { name: 'Carte', exact: true }).click();
		await expect(page.locator('[data-map]')).toHaveAttribute('data-state', 'drawn');
		expect(await faintIn(page, await pictureOf(page))).toEqual([]);
		await page.reload();
		await expect(page.locator('[data-map]')).toHaveAttribute('data-state', 'drawn');
		await expect(box).toBeChecked();
		await box.uncheck();
		await expect(page).not.toHaveURL(/contraste/);
	});

test('the stronger contrast is there for whoever asks their system for more, and can be left', async ({
	page
}) => {
	await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
	await openDrawn(page, PATH);
	const box = legendOf(page).getByRole('checkbox', { name: 'Contraste renforcé' });
	await expect(box).toBeChecked();
	await expect(page).not.toHaveURL(/contraste/);
	expect(await faintIn(page, await pictureOf(page))).toEqual([]);
	await box.uncheck();
	await expect(page).toHaveURL(/contraste=habituel/);
	expect(await faintIn(page, await pictureOf(page))).not.toEqual([]);
});
