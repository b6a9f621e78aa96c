const POLICY = 'content-security-policy';

/** The pages made to be shown inside other sites' pages: they read, and nothing in them writes. */
export const isFramed = (pathname: string): boolean => pathname.startsWith('/cadre/');

/** Lets any site show this answer in a frame. Every other page keeps to frames of ours. */
export function allowFraming(headers: Headers): void {
	const policy = headers.get(POLICY);
	if (policy) headers.set(POLICY, policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *'));
	headers.set('cross-origin-resource-policy', 'cross-origin');
}
