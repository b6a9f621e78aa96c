import { expect, test } from '@playwright/test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { startServer } from '../server.js';

interface Operation {
	parameters: { name: string; in: 'path' | 'query'; example?: string | number }[];
	responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}
interface Description {
	openapi: string;
	paths: Record<string, { get: Operation }>;
}

/** The address a reader of the description would make of its examples. */
function exampleOf(path: string, { parameters }: Operation): string {
	const inQuery = new URLSearchParams();
	let address = path;
	for (const { name, in: where, example } of parameters) {
		if (where === 'path') address = address.replace(`{${name}}`, String(example ?? ''));
		else if (example !== undefined) inQuery.set(name, String(example));
	}
	return inQuery.size > 0 ? `${address}?${inQuery}` : address;
}

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

for (const language of ['fr', 'en'])
	test(`the description in ${language} is OpenAPI 3.1, and each of its examples answers by its schema`, async ({
		request
	}) => {
		test.setTimeout(180_000);
		const asked = await request.get('/api/openapi.json', {
			headers: { 'accept-language': language }
		});
		const description: Description = await asked.json();
		expect(description.openapi).toMatch(/^3\.1/);
		const { valid, errors } = await new Validator().validate({ ...structuredClone(description) });
		expect(errors ?? [], JSON.stringify(errors)).toEqual([]);
		expect(valid).toBe(true);

		const ajv = new Ajv2020({ strict: false, allErrors: true });
		formats.default(ajv);
		ajv.addSchema(description, 'api');
		for (const [path, { get }] of Object.entries(description.paths)) {
			const address = exampleOf(path, get);
			const answer = await request.get(`/api/v1${address}`);
			expect(answer.status(), address).toBe(200);
			const content = get.responses['200']?.content?.['application/json'];
			const schema = content?.schema.$ref ?? '';
			const validate = ajv.getSchema(`api${schema}`);
			expect(validate, schema).toBeTruthy();
			const isSo = await validate?.(await answer.json());
			expect(isSo, `${address}: ${ajv.errorsText(validate?.errors)}`).toBe(true);
			const etag = answer.headers()['etag'] ?? '';
			const again = await request.get(`/api/v1${address}`, {
				headers: { 'if-none-match': etag }
			});
			expect(again.status(), address).toBe(304);
		}
	});

test('the page of the API shows an example of each address, which is a link', async ({ page }) => {
	await page.goto('/api');
	const description: Description = await (await page.request.get('/api/openapi.json')).json();
	const links = page.getByRole('main').getByRole('link', { name: /^Essayer/ });
	const shown = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
	expect(shown).toEqual(
		Object.entries(description.paths).map(([path, { get }]) => `/api/v1${exampleOf(path, get)}`)
	);
});

test('the figures of the process are for this machine, by a name of this machine', async ({
	request
}) => {
	await request.get('/api/v1/regions');
	const answer = await request.get('/metrics');
	expect(answer.headers()['content-type']).toMatch(/^text\/plain; version=/);
	const text = await answer.text();
	expect(text).toMatch(
		/^maillage_http_request_seconds_count\{route="\/api\/v1\/\[\.\.\.path\]",method="GET",status="200"\} \d+$/m
	);
	expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
});

test('a public instance is read by pages elsewhere, and asks who asks too much to wait', async () => {
	test.setTimeout(180_000);
	const server = await startServer({ env: { MAILLAGE_MODE: 'public', MAILLAGE_RATE: '10' } });
	try {
		const address = `${server.origin}/api/v1/search?q=richerand`;
		const elsewhere = { origin: 'https://ailleurs.example', 'accept-language': 'fr' };
		const before = await fetch(address, {
			method: 'OPTIONS',
			headers: { ...elsewhere, 'access-control-request-headers': 'if-none-match' }
		});
		expect(before.status).toBe(204);
		expect(before.headers.get('access-control-allow-origin')).toBe('*');
		expect(before.headers.get('access-control-allow-headers')).toContain('if-none-match');
		let refused: Response | undefined;
		for (let asked = 0; asked < 60 && refused?.status !== 429; asked++)
			refused = await fetch(address, { headers: elsewhere });
		expect(refused?.status).toBe(429);
		expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(refused?.headers.get('access-control-allow-origin')).toBe('*');
		expect(refused?.headers.get('content-type')).toContain('application/problem+json');
		expect(await refused?.json()).toMatchObject({
			status: 429,
			detail: expect.stringMatching(/Attendez \d+ secondes/)
		});
		expect((await fetch(`${server.origin}/structures`)).status).toBe(200);
	} finally {
		await server.stop();
	}
});
