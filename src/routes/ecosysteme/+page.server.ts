import { error } from '@sveltejs/kit';
import { isKnownScope } from '#lib/domain/scope.ts';
import { pageNetwork } from '#lib/explorer/page-data.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { scopeOf } from './scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, untrack }) => {
	const { catalogue } = locals.app;
	const scope = scopeOf(url.searchParams);
	const prepared = isKnownScope(scope) ? await catalogue.network(scope) : undefined;
	if (!prepared)
		error(404, {
			message: m.explorer_ecosystem_bad(),
			remedy: m.explorer_ecosystem_bad_remedy()
		});
	const { network } = prepared;
	return {
		network: await pageNetwork(
			{ ...prepared, sourceNames: () => catalogue.sourceNames(network) },
			untrack(() => new URLSearchParams(url.search))
		),
		fictional: catalogue.fictional,
		scope,
		funder:
			scope.kind === 'funder' ? network.nodes.find((node) => node.id === scope.id)?.name : undefined
	};
};
