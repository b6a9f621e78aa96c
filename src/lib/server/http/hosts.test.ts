import { describe, expect, it } from 'vitest';
import { isAllowedHost, isLoopbackHost, isLoopbackOrigin, isSameOrigin } from './hosts.ts';

describe('hosts', () => {
	it.each(['localhost', 'localhost:3000', '127.0.0.1:80', '[::1]:3000', '::1', 'LOCALHOST'])(
		'%s is this machine',
		(host) => expect(isLoopbackHost(host)).toBe(true)
	);
	it.each(['127.0.0.1.evil.org', 'localhost.evil.org', 'evil.org:3000', '10.0.0.1', ''])(
		'%s is not',
		(host) => expect(isLoopbackHost(host)).toBe(false)
	);
	it('answers to listed names only, port included', () => {
		expect(isAllowedHost('Maillage.example.org', ['maillage.example.org'])).toBe(true);
		expect(isAllowedHost('maillage.example.org:81', ['maillage.example.org'])).toBe(false);
		expect(isAllowedHost(null, [])).toBe(false);
	});
	it('takes writes from its own pages only', () => {
		expect(isSameOrigin('http://localhost:3000', 'localhost:3000')).toBe(true);
		expect(isSameOrigin('http://localhost:8080', 'localhost:3000')).toBe(false);
		expect(isSameOrigin('null', 'localhost:3000')).toBe(false);
		expect(isSameOrigin(null, 'localhost:3000')).toBe(false);
		expect(isSameOrigin('https://a.org', '127.0.0.1:3000', 'https://a.org')).toBe(true);
	});
	it.each([
		['http://[::1]:3000', '[::1]:3000', undefined, true],
		['http://localhost', 'localhost:80', undefined, true],
		['https://localhost:3000', 'localhost:3000', undefined, false],
		['http://localhost:3000/', 'localhost:3000', undefined, false],
		['http://localhost:3000', 'a b', undefined, false],
		['https://a.org', 'a.org', 'https://a.org', true],
		['http://a.org', 'a.org', 'https://a.org', false],
		['http://127.0.0.1:3000', '127.0.0.1:3000', 'https://a.org', true]
	])('a page of %s writing to %s (public address %s): %s', (origin, host, own, taken) =>
		expect(isSameOrigin(origin, host, own)).toBe(taken)
	);
	it('knows the pages of this machine', () => {
		expect(isLoopbackOrigin('http://127.0.0.1:5173')).toBe(true);
		expect(isLoopbackOrigin('http://localhost.evil.org')).toBe(false);
		expect(isLoopbackOrigin('null')).toBe(false);
	});
});
