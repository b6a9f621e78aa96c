import { expect, test } from '@playwright/test';
import { openDrawn } from './explorer-page.ts';

/** SvelteKit's own: it fetches the error page once a page runs, beside the drawing. */
const ERROR_PAGE = /\/nodes\/1\./;

for (const path of ['/projets/prj-scic-richerand', '/demonstration', '/ecosysteme'])
	test(`${path} announces each program its first drawing takes, the drawing's own included`, async ({
		page,
		request
	}) => {
		const answer = await request.get(path);
		const announced = [
			...(answer.headers()['link'] ?? '').matchAll(/<([^>]+)>; rel="modulepreload"/g),
			...(await answer.text()).matchAll(/<link[^>]+href="([^"]+)"[^>]+rel="modulepreload"/g)
		].map(([, href = '']) => new URL(href, answer.url()).href);
		await openDrawn(page, path);
		const taken = await page.evaluate(() => {
			const drawn = performance.getEntriesByName('maillage:first-draw')[0]?.startTime ?? 0;
			return performance
				.getEntriesByType('resource')
				.filter(({ name, startTime }) => name.endsWith('.js') && startTime < drawn)
				.map(({ name }) => name);
		});
		expect(taken.filter((name) => !announced.includes(name) && !ERROR_PAGE.test(name))).toEqual([]);
		// Six travel at a time: many small files would be so many rounds.
		expect(taken.length).toBeLessThanOrEqual(14);
		for (const name of announced) {
			const file = await request.get(name);
			expect(file.status(), name).toBe(200);
			expect(file.headers()['content-type'], name).toContain('javascript');
		}
	});
