import { isAllowedHost, isSameOrigin } from './hosts.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request is not answered at all: it does not name us, or it would write and does not come from
 * one of our own pages. `undefined` when it may pass.
 */
export function refusalOf(
	request: Request,
	config: { allowedHosts: readonly string[]; origin?: string | undefined }
): 'host' | 'origin' | undefined {
	const host = request.headers.get('host');
	if (!isAllowedHost(host, config.allowedHosts)) return 'host';
	const origin = request.headers.get('origin');
	if (READING.has(request.method)) return undefined;
	return isSameOrigin(origin, host, config.origin) ? undefined : 'origin';
}
