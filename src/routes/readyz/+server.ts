import type { RequestHandler } from './$types';

/** The database answers, upgraded and seeded. */
export const GET: RequestHandler = async ({ locals }) => {
	const headers = { 'cache-control': 'no-store' };
	try {
		await locals.app.ready();
		return new Response('ready\n', { headers });
	} catch {
		return new Response('database\n', { status: 503, headers: { ...headers, 'retry-after': '5' } });
	}
};
