import { m } from '#lib/i18n/paraglide/messages.js';
import { foundOr404 } from '../../refuse.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const sheet = await locals.app.catalogue.organisation(params.slug);
	return { sheet: foundOr404(sheet, params.slug, m.unknown_structure) };
};
