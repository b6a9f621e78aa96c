import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const sheet = await locals.app.catalogue.organisation(params.slug);
	if (!sheet)
		error(404, {
			message: m.unknown_structure({ id: params.slug.slice(0, 80) }),
			remedy: m.unknown_remedy()
		});
	return { sheet };
};
