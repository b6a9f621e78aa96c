import { expect, test } from '@playwright/test';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** A request with headers a browser would not let a page forge. */
function ask(
	base: string,
	path: string,
	options: { method?: string; headers?: Record<string, string>; body?: string } = {}
): Promise<Answer> {
	const { hostname, port } = new URL(base);
	const { method = 'GET', body } = options;
	const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
	const headers = { ...options.headers, ...length };
	return new Promise((resolve, reject) => {
		const sent = httpRequest({ hostname, port, path, method, headers }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () =>
				resolve({
					status: answer.statusCode ?? 0,
					headers: answer.headers,
					body: Buffer.concat(parts).toString()
				})
			);
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

const FRENCH = 'Cet envoi ne vient pas d’une page de Maillage';
const ENGLISH = 'not sent from one of Maillage’s own pages';

function expectOurHeaders({ headers }: Answer, what: string): void {
	expect(headers['x-content-type-options'], what).toBe('nosniff');
	expect(headers['referrer-policy'], what).toBeTruthy();
	expect(headers['cross-origin-resource-policy'], what).toBe('same-origin');
}

const TYPES = [
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'text/plain',
	'application/json',
	undefined
];
const ORIGINS = ['http://evil.example', 'null', 'https://localhost', undefined];

for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
	test(`${method} from elsewhere is refused in our words, whatever is sent`, async ({
		baseURL
	}) => {
		for (const path of ['/langue', '/theme', '/', '/api/v1/projects', '/nowhere'])
			for (const type of TYPES)
				for (const origin of ORIGINS) {
					const what = `${path} ${type} ${origin}`;
					const answer = await ask(baseURL ?? '', path, {
						method,
						headers: {
							'accept-language': 'fr',
							...(type ? { 'content-type': type } : {}),
							...(origin ? { origin } : {})
						},
						body: 'to=en&back=/'
					});
					expect(answer.status, what).toBe(403);
					expect(answer.body, what).toContain(FRENCH);
					expect(answer.headers['set-cookie'], what).toBeUndefined();
					expectOurHeaders(answer, what);
				}
	});

test('the refusal speaks the language of who asked, as a problem on the API', async ({
	baseURL
}) => {
	const from = (headers: Record<string, string>, path = '/langue') =>
		ask(baseURL ?? '', path, { method: 'POST', headers: { origin: 'null', ...headers } });
	const english = await from({ 'accept-language': 'en-GB' });
	expect(english.body).toContain(ENGLISH);
	expect(english.headers['content-language']).toBe('en');
	const program = await from({ 'accept-language': 'en' }, '/api/v1/projects');
	expect(program.headers['content-type']).toBe('application/problem+json');
	expect(JSON.parse(program.body)).toMatchObject({ status: 403 });
	expect(JSON.parse(program.body).title).toContain(ENGLISH);
});

test('our own page writes', async ({ baseURL }) => {
	const answer = await ask(baseURL ?? '', '/langue', {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: baseURL ?? '' },
		body: 'to=en&back=/aide'
	});
	expect(answer.status).toBe(303);
	expect(answer.headers.location).toBe('/aide');
	expect(String(answer.headers['set-cookie'])).toContain('=en');
});

test('a page of another site reads nothing on this machine', async ({ baseURL }) => {
	for (const origin of ['https://evil.example', 'null']) {
		const answer = await ask(baseURL ?? '', '/api/v1/projects', { headers: { origin } });
		expect(answer.status, origin).toBe(403);
		expect(answer.headers['access-control-allow-origin']).toBeUndefined();
	}
});

test('files and redirections too answer to our names only, with our headers', async ({
	baseURL,
	request
}) => {
	const script = /\/_app\/[^"]+\.js/.exec(await (await request.get('/')).text())?.[0] ?? '';
	for (const path of [script, '/favicon.svg', '/structures/', '/_app/none.js', '/%']) {
		expectOurHeaders(await ask(baseURL ?? '', path), path);
		const refused = await ask(baseURL ?? '', path, { headers: { host: 'evil.example' } });
		expect(refused.status, path).toBe(421);
		expect(refused.body, path).toContain('evil.example');
		expectOurHeaders(refused, path);
	}
});
