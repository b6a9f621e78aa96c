import type { Page } from '@playwright/test';
import { drawingOf, expectedIn, networkAt } from './explorer-page.ts';

export const PATH = '/demonstration';
export const API = '/demonstration/api/network';
export const HUB = 'fictif-la-lanterne';

export interface Place {
	x: number;
	y: number;
	radius: number;
}

/** Where the named nodes stand on the page, from what the drawing says it wrote beside them. */
export async function placesOf(page: Page): Promise<Map<string, Place>> {
	const drawing = drawingOf(page);
	const text = String(await drawing.getAttribute('data-label-boxes'));
	const box = await drawing.boundingBox();
	if (!box) throw new Error('the drawing has no box');
	return new Map(
		text.split(' ').map((each) => {
			const [key = '', ...numbers] = each.split(',');
			const [, , , , x = NaN, y = NaN, radius = NaN] = numbers.map(Number);
			return [decodeURIComponent(key), { x: box.x + x, y: box.y + y, radius }];
		})
	);
}

export async function placeOf(page: Page, id: string): Promise<Place> {
	const place = (await placesOf(page)).get(id);
	if (!place) throw new Error(`${id} is not named in the drawing`);
	return place;
}

export const others = async (page: Page): Promise<string[]> =>
	String(await drawingOf(page).getAttribute('data-others'))
		.split(' ')
		.filter(Boolean)
		.sort();
export const strongOf = async (page: Page): Promise<number> =>
	Number(await drawingOf(page).getAttribute('data-strong'));

/** Two clicks within 300 ms are a double click: lets that time pass on the page's own clock. */
export const notADoubleClick = (page: Page): Promise<void> =>
	page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 350)));

export const barOf = (page: Page) => page.getByRole('group', { name: 'Sélection', exact: true });
export const menuOf = (page: Page) => page.getByRole('menu');

/** Of the nodes named in the open, the one with the most ties. */
export async function hubOf(page: Page): Promise<string> {
	const { edges } = expectedIn(await networkAt(page, API));
	const ties = (id: string): number =>
		edges.filter(({ source, target }) => source === id || target === id).length;
	const [hub] = (await inTheOpen(page)).map(([id]) => id).sort((a, b) => ties(b) - ties(a));
	if (hub === undefined) throw new Error('no node is named in the open');
	return hub;
}

/** Ids in the drawing's middle, far from its borders and buttons. */
export async function inTheOpen(page: Page): Promise<[string, Place][]> {
	const box = await drawingOf(page).boundingBox();
	if (!box) throw new Error('the drawing has no box');
	return [...(await placesOf(page))].filter(
		([, { x, y }]) =>
			x > box.x + 40 && x < box.x + box.width - 40 && y > box.y + 70 && y < box.y + box.height - 150
	);
}
