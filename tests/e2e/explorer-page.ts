import { expect, type Locator, type Page } from '@playwright/test';

export interface NetworkAnswer {
	nodes: { id: string; label: string; group: string; name: string }[];
	edges: { id: string; family: string; source: string; target: string; sources: string[] }[];
}

export const DEFAULT_FAMILIES = ['cooperation', 'sharing', 'funding'];
export const DEFAULT_HIDDEN = ['ars', 'project'];

/** What a network should show: written again from the rule, not taken from the program. */
export function expectedIn(
	{ nodes, edges }: NetworkAnswer,
	families: readonly string[] = DEFAULT_FAMILIES,
	hidden: readonly string[] = DEFAULT_HIDDEN
): NetworkAnswer {
	const shown = nodes.filter((node) => !hidden.includes(node.group));
	const ids = new Set(shown.map((node) => node.id));
	const between = edges.filter(
		(edge) => families.includes(edge.family) && ids.has(edge.source) && ids.has(edge.target)
	);
	return { nodes: shown, edges: between };
}

export async function networkAt(page: Page, path: string): Promise<NetworkAnswer> {
	const answer = await page.request.get(path, { headers: { accept: 'application/json' } });
	expect(answer.status(), path).toBe(200);
	return answer.json();
}

/** The drawing and what it says it drew. */
export const drawingOf = (page: Page): Locator => page.locator('[data-drawing]');

export async function expectDrawn(page: Page, { nodes, edges }: NetworkAnswer): Promise<void> {
	const drawing = drawingOf(page);
	await expect(drawing).toHaveAttribute('data-state', 'drawn');
	await expect(drawing).toHaveAttribute('data-nodes', String(nodes.length));
	await expect(drawing).toHaveAttribute('data-edges', String(edges.length));
}

export async function openDrawn(page: Page, path: string): Promise<Locator> {
	await page.goto(path);
	const drawing = drawingOf(page);
	await expect(drawing).toHaveAttribute('data-state', 'drawn');
	await expect(drawing).toHaveAttribute('data-labels', /^[1-9]/);
	return drawing;
}

export const selected = (page: Page, id: string): Promise<void> =>
	expect(drawingOf(page)).toHaveAttribute('data-selected', id);

/** The one sentence read out when the view changes. */
export const liveRegion = (page: Page): Locator =>
	page.getByRole('status').filter({ hasText: /affichée|lien|–/ });

export const legendOf = (page: Page): Locator =>
	page.getByRole('complementary', { name: 'Légende' });

export const sideOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Détails' });

/** Middle of the drawing, in pixels of the page. */
export async function middleOf(page: Page): Promise<{ x: number; y: number }> {
	const box = await drawingOf(page).boundingBox();
	if (!box) throw new Error('the drawing has no box');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Brings a node to the middle of the drawing the way a reader does, and leaves nothing selected. */
export async function bringToMiddle(page: Page, path: string, id: string): Promise<void> {
	await openDrawn(page, `${path}${path.includes('?') ? '&' : '?'}selection=${id}`);
	await selected(page, id);
	await sideOf(page).getByRole('button', { name: 'Centrer le dessin' }).click();
	await sideOf(page)
		.getByRole('button', { name: /Revenir à l.ensemble/ })
		.click();
	await selected(page, '');
}

/** Part of a square of `size` pixels around the middle of the drawing that has a token's colour. */
export async function partOfColour(page: Page, token: string, size: number): Promise<number> {
	const { x, y } = await middleOf(page);
	const clip = { x: x - size / 2, y: y - size / 2, width: size, height: size };
	const colour = await drawingOf(page).evaluate(
		(element, name) => getComputedStyle(element).getPropertyValue(name).trim(),
		token
	);
	expect(colour, token).toMatch(/^#[0-9a-f]{6}$/i);
	const value = Number.parseInt(colour.slice(1), 16);
	const wanted = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
	const { data } = await pixelsOf(page, clip);
	let near = 0;
	for (let at = 0; at < data.length; at += 4)
		if (wanted.every((channel, i) => Math.abs((data[at + i] ?? -999) - channel) <= 10)) near++;
	return near / (data.length / 4);
}

interface Pixels {
	width: number;
	/** Red, green, blue, opacity of each pixel, line by line. */
	data: readonly number[];
}

/** What is on screen in a part of the page, one pixel for one of CSS. */
export async function pixelsOf(
	page: Page,
	clip: { x: number; y: number; width: number; height: number }
): Promise<Pixels> {
	const image = (await page.screenshot({ clip, scale: 'css' })).toString('base64');
	// The site's policy forbids data: images, so the pixels are read in a blank page.
	const blank = await page.context().newPage();
	try {
		return await blank.evaluate(readPixels, image);
	} finally {
		await blank.close();
	}
}

async function readPixels(image: string): Promise<Pixels> {
	const bytes = Uint8Array.from(atob(image), (character) => character.charCodeAt(0));
	const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
	const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
	if (!context) throw new Error('no canvas to read pixels with');
	context.drawImage(bitmap, 0, 0);
	const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
	return { width: bitmap.width, data: [...data] };
}
