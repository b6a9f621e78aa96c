import { error } from '@sveltejs/kit';
import { isKnownScope, type Scope } from '#lib/domain/scope.ts';
import { pageNetwork } from '#lib/explorer/page-data.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { PageServerLoad } from './$types';

const PARAMETERS = ['region', 'departement', 'financeur'] as const;

/** A code that cannot be one is the address's mistake (400); one that names nothing is not found (404). */
function scopeOf(params: URLSearchParams): Scope {
	const given = PARAMETERS.filter((name) => params.has(name));
	const [name] = given;
	if (!name) return { kind: 'all' };
	const value = params.get(name) ?? '';
	const mistake = (message: string) =>
		error(400, { message, remedy: m.explorer_ecosystem_bad_remedy() });
	if (given.length > 1 || params.getAll(name).length > 1) mistake(m.explorer_ecosystem_one());
	const shape =
		name === 'region' ? /^\d{2}$/ : name === 'departement' ? /^\w{2,3}$/ : /^[\w-]{1,120}$/;
	if (!shape.test(value)) mistake(m.explorer_ecosystem_bad());
	return name === 'financeur' ? { kind: 'funder', id: value } : { kind: name, code: value };
}

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
