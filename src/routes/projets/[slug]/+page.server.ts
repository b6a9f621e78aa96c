import { error } from '@sveltejs/kit';
import { pageNetwork } from '#lib/explorer/page-data.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** Small data only: the network itself is fetched by the page, as compact columns. */
export const load: PageServerLoad = async ({ params, locals, url }) => {
	const { catalogue } = locals.app;
	const sheet = await catalogue.project(params.slug);
	const prepared = sheet && (await catalogue.network({ kind: 'project', id: params.slug }));
	if (!prepared)
		error(404, {
			message: m.explorer_project_unknown(),
			remedy: m.explorer_project_unknown_remedy()
		});
	const { node, leads } = sheet;
	return {
		network: pageNetwork(prepared.network, prepared.isolated, url.searchParams),
		fictional: catalogue.fictional,
		project: {
			id: node.id,
			name: node.name,
			kind: node.kind,
			status: node.status,
			region: node.region,
			startYear: node.startYear,
			endYear: node.endYear,
			coverage: node.coverage,
			territoryText: node.territoryText,
			objectives: node.objectives,
			accessDimensions: node.accessDimensions ?? []
		},
		leads: leads.map(({ id, label, name }) => ({ id, label, name }))
	};
};
