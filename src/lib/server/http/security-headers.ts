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
