import { isPreparing } from '#lib/i18n/explain.ts';
import type { RequestHandler } from './$types';

/** The database answers, upgraded and seeded. */
export const GET: RequestHandler = async ({ locals }) => {
	const headers = { 'cache-control': 'no-store' };
	try {
		await locals.app.ready();
		return new Response('ready\n', { headers });
	} catch (error) {
		const why = isPreparing(error) ? 'preparing\n' : 'database\n';
		return new Response(why, { status: 503, headers: { ...headers, 'retry-after': '5' } });
	}
};
