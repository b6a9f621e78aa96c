import { expect, test } from '@playwright/test';

const COMPACT = 'application/vnd.maillage.network+json';

test('the sixty real projects are listed, page by page, none of them fictional', async ({
	request
}) => {
	const ids: string[] = [];
	let cursor: string | undefined;
	do {
		const page = await request.get('/api/v1/projects', { params: cursor ? { cursor } : {} });
		expect(page.status()).toBe(200);
		const { items, nextCursor } = await page.json();
		ids.push(...items.map((item: { id: string }) => item.id));
		cursor = nextCursor;
	} while (cursor);
	expect(new Set(ids).size).toBe(60);
	expect(ids).toHaveLength(60);
	expect(ids.filter((id) => id.startsWith('fictif-'))).toEqual([]);
	expect(ids).toContain('prj-scic-richerand');
});

test('a network is plain objects by default: nodes, edges, each edge with what it rests on', async ({
	request
}) => {
	const answer = await request.get('/api/v1/projects/prj-scic-richerand/network');
	expect(answer.headers()['content-type']).toMatch(/^application\/json/);
	const { nodes, edges } = await answer.json();
	const ids = new Set(nodes.map((node: { id: string }) => node.id));
	expect(nodes.filter((node: { label: string }) => node.label === 'HealthProject')).toHaveLength(1);
	for (const edge of edges) {
		expect(ids.has(edge.source) && ids.has(edge.target), edge.id).toBe(true);
		expect(Object.keys(edge)).toEqual(
			expect.arrayContaining(['id', 'type', 'family', 'status', 'certainty', 'verdict', 'sources'])
		);
	}
	const stated = edges.filter((edge: { certainty: string }) => edge.certainty === 'sourced');
	expect(stated.length).toBeGreaterThan(0);
	for (const edge of stated) expect(edge.sources.length, edge.id).toBeGreaterThan(0);
});

test('a network seen once is not sent twice, and the compact form is another answer', async ({
	request
}) => {
	const path = '/api/v1/projects/prj-marsoins/network';
	const compact = await request.get(path, { headers: { accept: COMPACT } });
	expect(compact.headers()['content-type']).toContain(COMPACT);
	expect(compact.headers()['vary']).toMatch(/accept\b/i);
	const etag = compact.headers()['etag'];
	expect(etag).toBeTruthy();
	const again = await request.get(path, {
		headers: { accept: COMPACT, 'if-none-match': etag ?? '' }
	});
	expect(again.status()).toBe(304);
	expect((await again.body()).byteLength).toBe(0);
	const plain = await request.get(path);
	expect(plain.headers()['etag']).not.toBe(etag);
});

for (const [language, word] of [
	['fr', /région/i],
	['en', /region/i]
] as const)
	test(`an unknown region is refused in ${language}, with what to do`, async ({ request }) => {
		const answer = await request.get('/api/v1/network?region=zz', {
			headers: { 'accept-language': language }
		});
		expect(answer.status()).toBe(400);
		expect(answer.headers()['content-type']).toContain('application/problem+json');
		const problem = await answer.json();
		expect(problem.status).toBe(400);
		expect(problem.detail).toMatch(word);
	});

test('what does not exist is a 404 in plain words', async ({ request }) => {
	for (const path of ['projects/prj-nulle-part', 'actors/personne', 'sources/rien', 'regions/00']) {
		const answer = await request.get(`/api/v1/${path}`);
		expect(answer.status(), path).toBe(404);
		expect((await answer.json()).detail.length).toBeGreaterThan(10);
	}
});

test('isolated structures of a project come with their class and reasons', async ({ request }) => {
	const answer = await request.get('/api/v1/isolated?project=prj-scic-richerand');
	const { items } = await answer.json();
	const apart = items.filter((row: { class: string }) => row.class === 'no_horizontal_tie');
	expect(apart).toHaveLength(5);
	for (const row of items) expect(row.certainty).toBe('in_data_only');
});

test('search folds case, accents and elisions, and never finds the demonstration', async ({
	request
}) => {
	const find = async (q: string): Promise<string[]> => {
		const answer = await request.get('/api/v1/search', { params: { q } });
		const { items } = await answer.json();
		return items.map((item: { id: string }) => item.id);
	};
	const found = await find('richerand');
	expect(found).toContain('scic-richerand');
	expect(await find('RICHÉRAND')).toEqual(found);
	expect(await find('brume-et-dune')).toEqual([]);
});

test('the description lists the routes that answer', async ({ request }) => {
	const description = await (await request.get('/api/openapi.json')).json();
	expect(description.openapi).toMatch(/^3\.1/);
	for (const path of ['/projects', '/projects/{id}/network', '/network', '/isolated', '/search'])
		expect(
			Object.keys(description.paths).some((known) => known.endsWith(path)),
			path
		).toBe(true);
	expect((await request.get('/api')).status()).toBe(200);
});
