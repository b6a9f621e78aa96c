import { error } from '@sveltejs/kit';
import { isKnownScope } from '#lib/domain/scope.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { figureLines } from '../../figures/lines.ts';
import { measuredNetwork, referenceOf } from '../../figures/reference.ts';
import { chartsOf } from '../../overview/themes.ts';
import { queryOf, scopeOf } from '../scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url: { searchParams } }) => {
	const { catalogue } = locals.app;
	const scope = scopeOf(searchParams);
	const [measured, overview] = isKnownScope(scope)
		? await Promise.all([measuredNetwork(catalogue, scope), catalogue.overview(scope)])
		: [];
	if (!measured || !overview)
		error(404, {
			message: m.explorer_ecosystem_bad(),
			remedy: m.explorer_ecosystem_bad_remedy()
		});
	return {
		scope,
		title: measured.title,
		fictional: catalogue.fictional,
		lines: figureLines(measured),
		charts: chartsOf(overview),
		reference: referenceOf(scope),
		query: searchParams.toString(),
		api: `/api/v1/indicators${queryOf(scope)}`
	};
};
