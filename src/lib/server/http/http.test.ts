import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress, compressed, encodingFor } from './compress.ts';
import { etagOf, isKnown } from './etag.ts';
import { localPath } from './local-path.ts';
import { refusalOf } from './refusal.ts';
import { lastResortPolicy, withMapOrigin } from './security-headers.ts';

describe('localPath', () => {
	it.each(['/', '/projets/prj-a?vue=carte#x', '/isolees'])('comes back to %s', (path) =>
		expect(localPath(path)).toBe(path)
	);
	it.each([
		'//evil.org',
		'/\\evil.org',
		'https://evil.org/',
		'/.//evil.org',
		'javascript:alert(1)',
		'',
		null,
		undefined
	])('never leaves by %s', (path) => expect(localPath(path)).toBe('/'));
});

describe('refusalOf', () => {
	const PUBLIC = {
		mode: 'public' as const,
		allowedHosts: ['maillage.example.org'],
		origin: 'https://maillage.example.org'
	};
	const LOCAL = { mode: 'local' as const, allowedHosts: [] };
	const ask = (
		headers: Record<string, string>,
		method = 'GET',
		config: Parameters<typeof refusalOf>[1] = PUBLIC
	) => refusalOf(new Request('http://x/', { method, headers }), config);
	const host = 'maillage.example.org';

	it('answers who names us', () => {
		expect(ask({ host: 'localhost:3000' })).toBeUndefined();
		expect(ask({ host: 'maillage.example.org' })).toBeUndefined();
		expect(ask({ host: 'evil.org' })).toBe('host');
		expect(ask({ host: 'evil.org', 'x-forwarded-host': 'localhost' })).toBe('host');
		expect(ask({})).toBe('host');
	});

	it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])(
		'lets only its own pages %s',
		(method) => {
			expect(ask({ host, origin: 'https://maillage.example.org' }, method)).toBeUndefined();
			for (const origin of ['https://evil.org', 'http://maillage.example.org', 'null', ''])
				expect(ask({ host, origin }, method), origin).toBe('origin');
			expect(ask({ host }, method)).toBe('origin');
		}
	);

	it.each([
		'application/x-www-form-urlencoded',
		'multipart/form-data',
		'text/plain',
		'application/json',
		''
	])('whatever the content type: %s', (type) =>
		expect(
			ask(
				{ host: 'localhost:3000', origin: 'http://evil.org', 'content-type': type },
				'POST',
				LOCAL
			)
		).toBe('origin')
	);

	it('in local mode lets no other site read, in public mode everybody', () => {
		const local = (origin: string) => ask({ host: 'localhost:3000', origin }, 'GET', LOCAL);
		expect(local('http://localhost:3000')).toBeUndefined();
		expect(local('http://127.0.0.1:5173')).toBeUndefined();
		expect([local('https://evil.org'), local('null')]).toEqual(['origin', 'origin']);
		expect(ask({ host, origin: 'https://reader.org' })).toBeUndefined();
	});
});

describe('lastResortPolicy', () => {
	it('allows the style of the page, nothing else', () => {
		const policy = lastResortPolicy('<head><style>a{}</style></head>');
		// echo -n 'a{}' | openssl dgst -sha256 -binary | base64
		expect(policy).toContain("style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='");
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toContain('unsafe');
	});
});

describe('withMapOrigin', () => {
	it('lets in exactly the origin of the style, for what a map fetches', () => {
		const policy =
			"default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:";
		expect(withMapOrigin(policy, 'https://tiles.example.org:8443/a/style.json?key=b')).toBe(
			"default-src 'none'; script-src 'self'; connect-src https://tiles.example.org:8443 'self'; img-src https://tiles.example.org:8443 'self' data:"
		);
	});
});

describe('compression', () => {
	it.each([
		['gzip, deflate, br', 'br'],
		['gzip', 'gzip'],
		['br;q=0, gzip;q=0.5', 'gzip'],
		['*', 'br'],
		['identity', 'identity'],
		['', 'identity']
	])('%s takes %s', (accept, encoding) => expect(encodingFor(accept)).toBe(encoding));

	it('gives back what it was given', async () => {
		const body = new TextEncoder().encode('maille '.repeat(1000));
		expect(new Uint8Array(brotliDecompressSync(await compress(body, 'br')))).toEqual(body);
		expect(new Uint8Array(gunzipSync(await compress(body, 'gzip')))).toEqual(body);
	});

	it('leaves alone what is small or not text', async () => {
		const request = new Request('http://x/', { headers: { 'accept-encoding': 'br' } });
		const small = await compressed(request, new Response('ok'));
		expect([small.headers.get('content-encoding'), await small.text()]).toEqual([null, 'ok']);
		const image = new Response('x'.repeat(5000), { headers: { 'content-type': 'image/png' } });
		expect((await compressed(request, image)).headers.get('content-encoding')).toBeNull();
		const large = new Response('x'.repeat(5000), { headers: { 'content-type': 'text/html' } });
		expect((await compressed(request, large)).headers.get('content-encoding')).toBe('br');
	});
});

describe('isKnown', () => {
	const etag = etagOf('a');
	it('knows a tag alone, in a list, weak or strong', () => {
		expect(isKnown(etag, etag)).toBe(true);
		expect(isKnown(`"z", ${etag.replace('W/', '')}`, etag)).toBe(true);
		expect(isKnown('*', etag)).toBe(true);
		expect(isKnown(etagOf('b'), etag)).toBe(false);
		expect(isKnown(null, etag)).toBe(false);
	});
});
