import { error } from '@sveltejs/kit';
import { pageNetwork } from '#lib/explorer/page-data.ts';
import type { Network } from '#lib/network/model.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** Who leads the project, by name. */
function leadsOf({ nodes, edges, project }: Network) {
	const ids = new Set(
		edges
			.filter((e) => e.type === 'LEADS' && e.status !== 'planned' && e.target === project?.id)
			.map((e) => e.source)
	);
	return nodes
		.filter((node) => ids.has(node.id))
		.map(({ id, label, name }) => ({ id, label, name }))
		.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/**
 * Small data only: the network itself is fetched by the page, as compact columns. What is shown is
 * not tracked: once the page is there it answers selections and filters by itself.
 */
export const load: PageServerLoad = async ({ params, locals, url, untrack }) => {
	const { catalogue } = locals.app;
	const prepared = await catalogue.network({ kind: 'project', id: params.slug });
	const node = prepared?.network.project;
	if (!prepared || !node)
		error(404, {
			message: m.explorer_project_unknown(),
			remedy: m.explorer_project_unknown_remedy()
		});
	return {
		network: await pageNetwork(
			{ ...prepared, sourceNames: () => catalogue.sourceNames(prepared.network) },
			untrack(() => new URLSearchParams(url.search))
		),
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
		leads: leadsOf(prepared.network)
	};
};
