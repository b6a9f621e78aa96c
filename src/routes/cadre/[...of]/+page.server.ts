import { error } from '@sveltejs/kit';
import { isKnownScope, type Scope } from '#lib/domain/scope.ts';
import { pageNetwork } from '#lib/explorer/page-data.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Catalogue } from '#lib/server/catalogue.ts';
import { queryOf, scopeOf, titleOf } from '../../ecosysteme/scope.ts';
import type { PageServerLoad } from './$types';

/** A page that has a frame: what it is about, and where its network is. */
interface Framed {
	catalogue: Catalogue;
	scope: Scope;
	networkUrl: string;
}

function framedBy(of: string, url: URL, app: App.Locals['app']): Framed | undefined {
	const slug = /^projets\/([^/]+)$/.exec(of)?.[1];
	if (slug) {
		const networkUrl = `/api/v1/projects/${encodeURIComponent(slug)}/network`;
		return { catalogue: app.catalogue, scope: { kind: 'project', id: slug }, networkUrl };
	}
	if (of === 'demonstration')
		return {
			catalogue: app.demonstration,
			scope: { kind: 'all' },
			networkUrl: '/demonstration/api/network'
		};
	if (of !== 'ecosysteme') return undefined;
	const scope = scopeOf(url.searchParams);
	return { catalogue: app.catalogue, scope, networkUrl: `/api/v1/network${queryOf(scope)}` };
}

/** `/cadre` followed by the address of an explorer's page, query included: the same view, to be framed. */
export const load: PageServerLoad = async ({ params, locals, url, untrack }) => {
	const framed = untrack(() => framedBy(params.of, url, locals.app));
	const { catalogue, scope } = framed ?? {};
	const prepared =
		catalogue && scope && isKnownScope(scope) ? await catalogue.network(scope) : undefined;
	if (!framed || !prepared || !catalogue)
		error(404, { message: m.frame_unknown(), remedy: m.frame_unknown_remedy() });
	const { network } = prepared;
	const funder = network.nodes.find(({ id }) => scope?.kind === 'funder' && id === scope.id)?.name;
	return {
		/** No header and no footer around it. */
		framed: true,
		network: await pageNetwork(
			{ ...prepared, sourceNames: () => catalogue.sourceNames(network) },
			untrack(() => new URLSearchParams(url.search))
		),
		title:
			params.of === 'demonstration'
				? m.explorer_demonstration_title()
				: (network.project?.name ?? titleOf(framed.scope, funder)),
		fictional: catalogue.fictional,
		networkUrl: framed.networkUrl,
		path: `/${params.of}`
	};
};
