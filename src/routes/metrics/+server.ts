import { isLoopbackHost } from '#lib/server/http/hosts.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** From this machine, by a name of this machine: a proxy in front of us passes neither for its callers. */
function isFromHere({ request, getClientAddress }: RequestEvent): boolean {
	if (!isLoopbackHost(request.headers.get('host') ?? '')) return false;
	try {
		return isLoopbackHost(getClientAddress().replace(/^::ffff:/, ''));
	} catch {
		return false;
	}
}

/** Figures of this process for Prometheus; for this machine alone unless `MAILLAGE_METRICS=all`. */
export const GET: RequestHandler = async (event) => {
	const { metrics } = event.locals;
	if (metrics.openTo !== 'all' && !isFromHere(event))
		return new Response('loopback only\n', {
			status: 403,
			headers: { 'cache-control': 'no-store' }
		});
	const { body, type } = await metrics.text();
	return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
