import { expect, type Locator, type Page } from '@playwright/test';

export interface Places {
	places: { lat: number; lon: number; precision: string; nodes: string[] }[];
	without: string[];
}
export interface Mark {
	kind: string;
	key: string;
	x: number;
	y: number;
	radius: number;
	count: number;
}

export const PLACE_SANTE = 'prj-place-sante';
/** Four at Saint-Denis, one further away. */
export const NEAR = `/projets/${PLACE_SANTE}?carte=2.4_48.92_11`;

export const mapOf = (page: Page): Locator => page.locator('[data-map]');
export const drawn = (page: Page): Promise<void> =>
	expect(mapOf(page)).toHaveAttribute('data-state', 'drawn');

export async function openMap(page: Page, path: string): Promise<Locator> {
	await page.goto(`${path}${path.includes('?') ? '&' : '?'}vue=carte`);
	await drawn(page);
	return mapOf(page);
}

export async function placesAt(page: Page, path: string): Promise<Places> {
	const answer = await page.request.get(path);
	expect(answer.status(), path).toBe(200);
	return answer.json();
}

export const numberOf = async (page: Page, name: string): Promise<number> =>
	Number(await mapOf(page).getAttribute(`data-${name}`));

export async function marksOf(page: Page): Promise<Mark[]> {
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
export async function settled(page: Page, wanted: (mark: Mark) => boolean): Promise<Mark> {
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

export async function clickOn(page: Page, wanted: (mark: Mark) => boolean): Promise<Mark> {
	const mark = await settled(page, wanted);
	await mapOf(page).click({ position: { x: mark.x, y: mark.y } });
	return mark;
}
