import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const sheet = await locals.app.catalogue.organisation(params.slug);
	// Any structure that pays has this page; a `Funder` has it even when no payment was collected.
	if (!sheet || (sheet.node.label !== 'Funder' && sheet.funds.length === 0))
		error(404, {
			message: m.unknown_funder({ id: params.slug.slice(0, 80) }),
			remedy: m.unknown_remedy()
		});
	return { sheet };
};
