import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { isRegionCode, REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { galleryCards } from '../../gallery.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { code } }) => {
	if (!isRegionCode(code))
		error(404, {
			message: m.unknown_region({ id: code.slice(0, 80) }),
			remedy: m.bad_parameter_remedy({
				values: REGIONS.map((region) => `${region.code} (${region.name})`).join(', ')
			})
		});
	const { catalogue } = locals.app;
	const [cards, counts] = await Promise.all([
		galleryCards(catalogue),
		catalogue.repository.count({ labels: ['Actor', 'Funder'], region: code })
	]);
	return { code, cards: cards.filter((card) => card.region === code), structures: counts.total };
};
