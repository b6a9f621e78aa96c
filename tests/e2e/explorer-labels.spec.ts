import { expect, test, type Page } from '@playwright/test';
import { drawingOf, expectedIn, networkAt } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Box {
	key: string;
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Where each name stands in the drawing, once the names of this page are written. */
async function boxesOf(page: Page): Promise<Box[]> {
	const drawing = drawingOf(page);
	await expect(drawing).toHaveAttribute('data-labels', /^[1-9]/);
	// The drawing follows its element: it is settled when its canvases are of that size.
	await expect
		.poll(() =>
			drawing.evaluate((element) => {
				const widths = [...element.querySelectorAll('canvas')].map((canvas) => canvas.clientWidth);
				return widths.length > 0 && widths.every((width) => width === element.clientWidth);
			})
		)
		.toBe(true);
	await page.evaluate(async () => {
		await document.fonts.ready;
		for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
	});
	const text = String(await drawing.getAttribute('data-label-boxes'));
	return text.split(' ').map((box) => {
		const [key = '', ...numbers] = box.split(',');
		const [x = NaN, y = NaN, width = NaN, height = NaN] = numbers.map(Number);
		return { key: decodeURIComponent(key), x, y, width, height };
	});
}

/** What is wrong with these names, as sentences: nothing when each is whole and on its own. */
function faults(boxes: readonly Box[], frame: { width: number; height: number }): string[] {
	const found: string[] = [];
	boxes.forEach((a, i) => {
		if (!(a.x >= 0 && a.y >= 0 && a.x + a.width <= frame.width && a.y + a.height <= frame.height))
			found.push(`${a.key} is cut`);
		for (const b of boxes.slice(i + 1))
			if (
				a.x < b.x + b.width &&
				b.x < a.x + a.width &&
				a.y < b.y + b.height &&
				b.y < a.y + a.height
			)
				found.push(`${a.key} is on ${b.key}`);
	});
	return found;
}

/** Names of the drawing that lie under words or buttons of the page. */
const covered = (page: Page, boxes: readonly Box[]): Promise<string[]> =>
	drawingOf(page).evaluate((drawing, names) => {
		const from = drawing.getBoundingClientRect();
		const over = [...(drawing.closest('section')?.querySelectorAll('p, button') ?? [])]
			.map((each) => each.getBoundingClientRect())
			.filter(({ width, height }) => width > 2 && height > 2);
		return names.flatMap(({ key, x, y, width, height }) =>
			over.some(
				(box) =>
					from.x + x < box.right &&
					box.left < from.x + x + width &&
					from.y + y < box.bottom &&
					box.top < from.y + y + height
			)
				? [`${key} is covered`]
				: []
		);
	}, boxes);

/** Faults of the drawing as it is now, names under something included. */
async function faultsOf(page: Page): Promise<string[]> {
	const boxes = await boxesOf(page);
	const frame = await drawingOf(page).boundingBox();
	if (!frame) return ['there is no drawing'];
	return [...faults(boxes, frame), ...(await covered(page, boxes))];
}

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const PARTS = 7;

for (let part = 0; part < PARTS; part++)
	test(`no name of the projects is cut, covered or on another, wide or narrow (${part + 1} of ${PARTS})`, async ({
		page
	}) => {
		test.setTimeout(180_000);
		const { items } = await (await page.request.get('/api/v1/projects?limit=200')).json();
		const ids: string[] = items.map(({ id }: { id: string }) => id);
		expect(ids.length).toBeGreaterThanOrEqual(60);
		const paths = [...ids.map((id) => `/projets/${id}`), '/ecosysteme', '/demonstration'];
		const found: string[] = [];
		for (const path of paths.filter((_, i) => i % PARTS === part)) {
			await page.setViewportSize(WIDE);
			await page.goto(path);
			for (const size of [WIDE, PHONE]) {
				await page.setViewportSize(size);
				for (const fault of await faultsOf(page)) found.push(`${path} at ${size.width}: ${fault}`);
			}
		}
		expect(found).toEqual([]);
	});

/** Everybody of these is few: each has its name, on a phone all but one or two in the thick of it. */
for (const [slug, width] of [
	['prj-scic-richerand', 1440],
	['prj-secpa', 1440],
	['prj-cls-ploermel', 1440],
	['prj-cls-saint-flour', 1440],
	['prj-cls-saint-flour', 390],
	['prj-secpa', 390]
] as const)
	test(`the structures of ${slug} are named at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
		const { nodes } = expectedIn(await networkAt(page, `/api/v1/projects/${slug}/network`));
		await page.goto(`/projets/${slug}`);
		const boxes = await boxesOf(page);
		const unnamed = nodes.filter(({ id }) => boxes.every(({ key }) => key !== id));
		expect(unnamed.length).toBeLessThanOrEqual(width === 390 ? 2 : 0);
		expect(boxes).toHaveLength(nodes.length - unnamed.length);
	});

test('closer, names still keep clear of one another', async ({ page }) => {
	await page.setViewportSize(PHONE);
	await page.goto('/projets/prj-secpa');
	const before = await boxesOf(page);
	await page.getByRole('button', { name: 'Rapprocher' }).click();
	await expect.poll(async () => boxesOf(page)).not.toEqual(before);
	expect(await faultsOf(page)).toEqual([]);
});
