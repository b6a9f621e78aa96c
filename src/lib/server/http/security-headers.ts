import { createHash } from 'node:crypto';

const EVERYWHERE = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

/** Sets what every answer carries. The content policy itself is SvelteKit's, with its nonces. */
export function secure(headers: Headers, options: { https: boolean; openToAll: boolean }): void {
	for (const [name, value] of Object.entries(EVERYWHERE)) headers.set(name, value);
	if (options.https) headers.set('strict-transport-security', 'max-age=31536000');
	if (options.openToAll) {
		headers.set('cross-origin-resource-policy', 'cross-origin');
		headers.set('access-control-allow-origin', '*');
		headers.set('access-control-expose-headers', 'etag, retry-after');
	}
}

/**
 * Lets a page fetch the map's background from one other origin, and nothing else from there: its style,
 * tiles, letters and images.
 *
 * @param policy what SvelteKit wrote
 * @param styleUrl the style that was configured
 */
export function withMapOrigin(policy: string, styleUrl: string): string {
	const { origin } = new URL(styleUrl);
	return policy.replace(/\b(connect-src|img-src) /g, `$1 ${origin} `);
}

/**
 * The policy of SvelteKit's last-resort page, which comes without one: its own style and nothing else.
 *
 * @param html the page, with its one `<style>`
 */
export function lastResortPolicy(html: string): string {
	const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
	const hash = createHash('sha256').update(style).digest('base64');
	return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;
}
