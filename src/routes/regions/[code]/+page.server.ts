import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { isRegionCode, REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { figureLines } from '../../figures/lines.ts';
import { measuredNetwork } from '../../figures/reference.ts';
import { galleryCards } from '../../gallery.server.ts';
import { chartsOf } from '../../overview/themes.ts';
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
	const scope = { kind: 'region', code } as const;
	const [cards, counts, overview, measured] = await Promise.all([
		galleryCards(catalogue),
		catalogue.repository.count({ labels: ['Actor', 'Funder'], region: code }),
		catalogue.overview(scope),
		measuredNetwork(catalogue, scope)
	]);
	return {
		code,
		cards: cards.filter((card) => card.region === code),
		structures: counts.total,
		charts: overview && chartsOf(overview),
		lines: measured && figureLines(measured)
	};
};
