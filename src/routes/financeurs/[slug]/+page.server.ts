import { m } from '#lib/i18n/paraglide/messages.js';
import { departureOf } from '../../departure.server.ts';
import { chartsOf } from '../../overview/themes.ts';
import { foundOr404 } from '../../refuse.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const sheet = await locals.app.catalogue.organisation(params.slug);
	// Any structure that pays has this page; a `Funder` has it even when no payment was collected.
	const funder = sheet && (sheet.node.label === 'Funder' || sheet.funds.length > 0);
	const found = foundOr404(funder ? sheet : undefined, params.slug, m.unknown_funder);
	const { catalogue } = locals.app;
	const overview = await catalogue.overview({ kind: 'funder', id: found.node.id });
	return {
		sheet: found,
		departure: await departureOf(catalogue, params.slug),
		charts: found.funds.length > 0 && overview ? chartsOf(overview) : undefined
	};
};
