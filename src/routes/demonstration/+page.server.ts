import { error } from '@sveltejs/kit';
import { pageNetwork } from '#lib/explorer/page-data.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, untrack }) => {
	const { demonstration } = locals.app;
	const prepared = await demonstration.network({ kind: 'all' });
	if (!prepared) error(404, { message: m.explorer_project_unknown() });
	return {
		network: await pageNetwork(
			{ ...prepared, sourceNames: () => demonstration.sourceNames(prepared.network) },
			untrack(() => new URLSearchParams(url.search))
		)
	};
};
