import type { Mode } from '../config.ts';
import { isAllowedHost, isLoopbackOrigin, isSameOrigin } from './hosts.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request is not answered at all: it does not name us, or it would write and does not come from
 * one of our own pages, whatever its content type; `undefined` when it may pass. In local mode a page
 * of another site does not even read. SvelteKit's own check of forms is off: this one stands before
 * everything, and is stricter (no Origin, no write).
 */
export function refusalOf(
	request: Request,
	config: { mode: Mode; allowedHosts: readonly string[]; origin?: string | undefined }
): 'host' | 'origin' | undefined {
	const host = request.headers.get('host');
	if (!isAllowedHost(host, config.allowedHosts)) return 'host';
	const origin = request.headers.get('origin');
	if (!READING.has(request.method))
		return isSameOrigin(origin, host, config.origin) ? undefined : 'origin';
	const isElsewhere = origin !== null && origin !== config.origin && !isLoopbackOrigin(origin);
	return config.mode === 'local' && isElsewhere ? 'origin' : undefined;
}
