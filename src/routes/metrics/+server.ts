import { isLoopbackHost } from '#lib/server/http/hosts.ts';
import type { RequestHandler } from './$types';

/** From this machine, by a name of this machine: a proxy in front of us passes neither for its callers. */
const isFromHere = (address: string, host: string): boolean =>
	isLoopbackHost(address.replace(/^::ffff:/, '')) && isLoopbackHost(host);

/** Figures of this process for Prometheus; for this machine alone unless `MAILLAGE_METRICS=all`. */
export const GET: RequestHandler = async ({ locals, request, getClientAddress }) => {
	const isOpen = locals.metrics.openTo === 'all';
	if (!isOpen && !isFromHere(getClientAddress(), request.headers.get('host') ?? ''))
		return new Response('loopback only\n', {
			status: 403,
			headers: { 'cache-control': 'no-store' }
		});
	const { body, type } = await locals.metrics.text();
	return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
