import { expect, test } from '@playwright/test';
import { drawingOf, openDrawn, selected } from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Ties {
	nodes: { id: string; label: string; name: string }[];
	edges: { source: string; target: string; horizontal: boolean; status: string }[];
}

/** Structures and resources whose removal leaves structures in more groups, found the slow way. */
function cutsIn({ nodes, edges }: Ties): string[] {
	const ties = edges.filter((edge) => edge.horizontal && edge.status === 'current');
	const people = new Set(
		nodes.filter(({ label }) => label === 'Actor' || label === 'Funder').map(({ id }) => id)
	);
	const groupsWithout = (gone: string | undefined): number => {
		const near = new Map<string, string[]>();
		for (const { source, target } of ties) {
			if (source === gone || target === gone) continue;
			near.set(source, [...(near.get(source) ?? []), target]);
			near.set(target, [...(near.get(target) ?? []), source]);
		}
		const ends = new Set(ties.flatMap(({ source, target }) => [source, target]));
		let groups = 0;
		const seen = new Set<string>();
		for (const start of ends) {
			if (start === gone || seen.has(start)) continue;
			const group = [start];
			seen.add(start);
			for (const id of group)
				for (const next of near.get(id) ?? [])
					if (!seen.has(next)) {
						seen.add(next);
						group.push(next);
					}
			if (group.some((id) => people.has(id))) groups++;
		}
		return groups;
	};
	const whole = groupsWithout(undefined);
	return nodes.filter(({ id }) => groupsWithout(id) > whole).map(({ name }) => name);
}

test('what would come apart is told beside those on their own, and shown in the drawing', async ({
	page
}) => {
	const answer = await page.request.get('/demonstration/api/network');
	const network: Ties = await answer.json();
	const cuts = cutsIn(network);
	expect(cuts.length).toBeGreaterThan(3);
	await openDrawn(page, '/demonstration?volet=a-part');
	const list = page.getByRole('region', { name: 'Liens fragiles' });
	const lines = list.getByRole('button', { name: /^Sans / });
	await expect(lines).toHaveCount(Math.min(12, cuts.length));
	for (const line of await lines.allInnerTexts())
		expect(
			cuts.some((name) => line.startsWith(`Sans ${name}, `)),
			line
		).toBe(true);

	const first = lines.first();
	const count = Number(/, (\d+) structures/.exec(await first.innerText())?.[1]);
	await first.hover();
	await expect
		.poll(async () => Number(await drawingOf(page).getAttribute('data-strong')))
		.toBeGreaterThan(count);
	await first.click();
	await expect(drawingOf(page)).not.toHaveAttribute('data-selected', '');
	await page.keyboard.press('Escape');
	await selected(page, '');
});

interface Departure {
	items: { kind: string; sentence: string; nodes: { id: string }[] }[];
}

test('what would be lost if the first funder left is told on its page and in the drawing', async ({
	page
}) => {
	const answer = await page.request.get('/demonstration/api/network');
	const {
		edges,
		nodes
	}: { nodes: Ties['nodes']; edges: (Ties['edges'][number] & { type: string })[] } =
		await answer.json();
	const paid = (id: string): number =>
		edges.filter((e) => e.type === 'FUNDS' && e.status === 'current' && e.source === id).length;
	const [first] = nodes.toSorted((a, b) => paid(b.id) - paid(a.id));
	const id = String(first?.id);
	expect(paid(id)).toBeGreaterThan(2);
	const said = await page.request.get(`/demonstration/api/departures/${id}`, {
		headers: { 'accept-language': 'fr' }
	});
	const { items }: Departure = await said.json();
	expect(items.map(({ kind }) => kind)).toContain('funding');
	await openDrawn(page, `/demonstration?selection=${id}`);
	const list = page.getByRole('region', { name: `Si ${String(first?.name)} partait` });
	for (const { sentence } of items) await expect(list).toContainText(sentence);
	await list.getByRole('button').first().hover();
	await expect
		.poll(async () => Number(await drawingOf(page).getAttribute('data-strong')))
		.toBeGreaterThan(Number(items[0]?.nodes.length));

	await page.goto('/financeurs/assurance-maladie');
	const real = await page.request.get('/api/v1/departures/assurance-maladie', {
		headers: { 'accept-language': 'fr' }
	});
	const loss: Departure = await real.json();
	for (const { sentence } of loss.items)
		await expect(page.getByRole('main')).toContainText(sentence);
});

interface Suggestions {
	items: {
		partner: { id: string; name: string };
		reasons: { sentence: string }[];
		against: { sentence: string }[];
	}[];
}

test.describe('partners suggested', () => {
	test('a sheet in the explorer tells them with their reasons, and one press shows them', async ({
		page
	}) => {
		await openDrawn(page, '/demonstration?selection=fictif-ricochet');
		const answer = await page.request.get('/demonstration/api/suggestions?actor=fictif-ricochet', {
			headers: { 'accept-language': 'fr' }
		});
		const { items }: Suggestions = await answer.json();
		expect(items.length).toBeGreaterThan(0);
		const list = page.getByRole('region', { name: 'Partenaires possibles' });
		await expect(list.locator('ol > li')).toHaveCount(items.length);
		for (const { partner, reasons, against } of items) {
			expect(reasons.length).toBeGreaterThanOrEqual(2);
			const line = list.locator('ol > li').filter({ hasText: partner.name });
			for (const { sentence } of [...reasons, ...against])
				await expect(line).toContainText(sentence);
		}
		const first = items[0]?.partner;
		await list.getByRole('button', { name: String(first?.name) }).click();
		await selected(page, String(first?.id));
	});

	test.describe('without JavaScript', () => {
		test.use({ javaScriptEnabled: false });
		test('the page of a structure has them too, as links', async ({ page }) => {
			await page.goto('/structures/a-vos-soins');
			const answer = await page.request.get('/api/v1/suggestions?actor=a-vos-soins');
			const { items }: Suggestions = await answer.json();
			expect(items.length).toBeGreaterThan(0);
			await expect(page.getByRole('heading', { name: 'Partenaires possibles' })).toBeVisible();
			for (const { partner } of items)
				await expect(
					page.getByRole('link', { name: partner.name, exact: true }).last()
				).toHaveAttribute('href', `/structures/${partner.id}`);
		});
	});
});

test('who holds by one tie here and works with others elsewhere is said to, in the panel and in words', async ({
	page
}) => {
	interface Row {
		name: string;
		projectId?: string;
		undocumented: boolean;
		elsewhereNames?: string[];
	}
	const answer = await page.request.get('/api/v1/isolated?limit=500');
	const { items }: { items: Row[] } = await answer.json();
	const held = items.find(
		(row) => !row.undocumented && row.projectId && row.elsewhereNames?.length === 1
	);
	if (!held?.projectId) throw new Error('nobody of the seed holds by one tie and works elsewhere');
	const told = `coopère aussi hors de ce réseau, avec ${held.elsewhereNames?.join('')}`;
	await openDrawn(page, `/projets/${held.projectId}?volet=a-part`);
	await expect(
		page.getByRole('button', { name: held.name }).filter({ hasText: told })
	).toBeVisible();
	await page.goto(`/projets/${held.projectId}?vue=texte`);
	const line = page.getByRole('listitem').filter({ hasText: held.name }).filter({ hasText: told });
	await expect(line).toHaveCount(1);
});
