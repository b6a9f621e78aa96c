import { pageNumber } from '../page-number.ts';
import { askedIn, filterOf, LABELS, selectStructures } from './selection.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

export const load: PageServerLoad = async ({ locals, url: { searchParams: params } }) => {
	const { repository } = locals.app.catalogue;
	const asked = askedIn(params);
	const filter = filterOf(asked);
	const [{ found, hits }, kinds, regions] = await Promise.all([
		selectStructures(repository, asked),
		repository.count({ ...filter, kinds: undefined }),
		repository.count({ ...filter, region: undefined })
	]);
	const pages = Math.ceil(found.length / PAGE);
	const page = pageNumber(params.get('page'), pages);
	return {
		items: found
			.slice((page - 1) * PAGE, page * PAGE)
			.map(({ id, label, kind, name, commune, region, ess }) => ({
				...{ id, label, kind, name, commune, region, ess }
			})),
		others: hits.filter((hit) => !LABELS.some((label) => label === hit.label)).slice(0, 8),
		asked,
		byKind: kinds.byKind,
		byRegion: regions.byRegion,
		total: found.length,
		page,
		pages
	};
};
