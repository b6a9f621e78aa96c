import { describe, expect, it } from 'vitest';
import { allowFraming, isFramed } from './framing.ts';

describe('framing', () => {
	it('is for the frames alone', () => {
		expect(isFramed('/cadre/projets/x')).toBe(true);
		for (const path of ['/', '/cadre', '/cadres/x', '/projets/cadre/', '/projets/x'])
			expect(isFramed(path), path).toBe(false);
	});
	it('changes who may frame and nothing else of the policy', () => {
		const headers = new Headers({
			'content-security-policy': "default-src 'none'; frame-ancestors 'self'; script-src 'nonce-x'"
		});
		allowFraming(headers);
		expect(headers.get('content-security-policy')).toBe(
			"default-src 'none'; frame-ancestors *; script-src 'nonce-x'"
		);
	});
});
