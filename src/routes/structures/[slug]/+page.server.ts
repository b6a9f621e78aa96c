import { saidOf } from '#lib/explorer/insight/suggested.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { departureOf } from '../../departure.server.ts';
import { foundOr404 } from '../../refuse.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { catalogue } = locals.app;
	const sheet = foundOr404(
		await catalogue.organisation(params.slug),
		params.slug,
		m.unknown_structure
	);
	const partners = sheet.node.label === 'Actor' && (await catalogue.suggestions(params.slug));
	const nameOf = (id: string): string => (partners && partners.nodeOf(id)?.name) || id;
	return {
		sheet,
		departure: await departureOf(catalogue, params.slug),
		suggested: partners
			? saidOf(partners.suggestions, partners.nodeOf, {
					reason: (reason) => reasonPhrase(reason, nameOf),
					objection: objectionPhrase
				})
			: undefined
	};
};
