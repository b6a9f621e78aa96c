import { ACCESS_DIMENSIONS, PROJECT_KINDS } from '#lib/domain/vocabulary/project-kinds.ts';
import { REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { galleryCards } from '../gallery.server.ts';
import { oneOf } from '../refuse.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, untrack }) => {
	// Filters are applied by the page itself: it follows the address without asking again.
	const params = untrack(() => url.searchParams);
	untrack(() => {
		oneOf(params, 'type', PROJECT_KINDS);
		oneOf(params, 'acces', ACCESS_DIMENSIONS);
		oneOf(
			params,
			'region',
			REGIONS.map((region) => region.code)
		);
	});
	return { cards: await galleryCards(locals.app.catalogue) };
};
