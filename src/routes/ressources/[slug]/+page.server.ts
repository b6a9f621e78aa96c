import { m } from '#lib/i18n/paraglide/messages.js';
import { departureOf } from '../../departure.server.ts';
import { foundOr404 } from '../../refuse.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const sheet = await locals.app.catalogue.resource(params.slug);
	return {
		sheet: foundOr404(sheet, params.slug, m.unknown_resource),
		departure: await departureOf(locals.app.catalogue, params.slug)
	};
};
