import { expect, test } from '@playwright/test';
import { request as httpRequest } from 'node:http';

/** A request with headers a browser would not let a page forge. */
function ask(
	base: string,
	options: { path?: string; method?: string; headers?: Record<string, string>; body?: string }
): Promise<{ status: number; location: string | undefined; body: string }> {
	const { hostname, port } = new URL(base);
	return new Promise((resolve, reject) => {
		const sent = httpRequest(
			{
				hostname,
				port,
				path: options.path ?? '/',
				method: options.method,
				headers: options.headers
			},
			(answer) => {
				let body = '';
				answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
				answer.on('end', () =>
					resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, body })
				);
			}
		);
		sent.on('error', reject);
		sent.end(options.body);
	});
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

test('a Host that is not ours is refused, on pages and API alike', async ({ baseURL }) => {
	for (const path of ['/', '/api/v1/projects', '/projets/prj-marsoins']) {
		const answer = await ask(baseURL ?? '', { path, headers: { host: 'evil.example' } });
		expect(answer.status, path).toBeGreaterThanOrEqual(400);
		expect(answer.status, path).toBeLessThan(500);
		expect(answer.body).not.toContain('Richerand');
	}
});

test('a form posted from another site is refused', async ({ baseURL }) => {
	const answer = await ask(baseURL ?? '', {
		path: '/langue',
		method: 'POST',
		headers: { ...FORM, origin: 'http://evil.example' },
		body: 'to=en&back=/'
	});
	expect(answer.status).toBe(403);
});

test('changing the language never leads to another site', async ({ baseURL }) => {
	for (const back of [
		'https://evil.example/',
		'//evil.example',
		'/\\evil.example',
		'javascript:alert(1)'
	]) {
		const answer = await ask(baseURL ?? '', {
			path: '/langue',
			method: 'POST',
			headers: { ...FORM, origin: baseURL ?? '' },
			body: new URLSearchParams({ to: 'en', back }).toString()
		});
		const location = new URL(answer.location ?? '/', baseURL);
		expect(location.host, back).toBe(new URL(baseURL ?? '').host);
	}
});

test('forwarded headers are not believed', async ({ baseURL }) => {
	const answer = await ask(baseURL ?? '', {
		headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
	});
	expect(answer.status).toBe(200);
	expect(answer.body).not.toContain('evil.example');
});

test('pages carry a strict policy and the headers that go with it', async ({ request }) => {
	const headers = (await request.get('/')).headers();
	const policy = headers['content-security-policy'] ?? '';
	const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
	expect(scripts).toContain("'self'");
	expect(scripts).not.toContain('unsafe-inline');
	expect(scripts).not.toContain('unsafe-eval');
	expect(policy).toContain("object-src 'none'");
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['referrer-policy']).toBeTruthy();
});

for (const path of ['/', '/projets/prj-scic-richerand', '/demonstration', '/ecosysteme'])
	test(`nothing on ${path} breaks the policy or leaves the machine`, async ({ page, baseURL }) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') complaints.push(message.text());
		});
		page.on('pageerror', (error) => complaints.push(String(error)));
		page.on('request', (sent) => {
			const { origin, protocol } = new URL(sent.url());
			if (protocol.startsWith('http') && origin !== baseURL) complaints.push(sent.url());
		});
		await page.goto(path, { waitUntil: 'networkidle' });
		expect(complaints).toEqual([]);
	});
