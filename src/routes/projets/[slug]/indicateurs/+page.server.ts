import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { figureLines } from '../../../figures/lines.ts';
import { measuredNetwork } from '../../../figures/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { slug }, locals }) => {
	const { catalogue } = locals.app;
	const scope = { kind: 'project', id: slug } as const;
	const [measured, prepared] = await Promise.all([
		measuredNetwork(catalogue, scope),
		catalogue.network(scope)
	]);
	const project = prepared?.network.project;
	if (!measured || !project)
		error(404, {
			message: m.explorer_project_unknown(),
			remedy: m.explorer_project_unknown_remedy()
		});
	const { id, name, kind, region } = project;
	return {
		project: { id, name, kind, region },
		fictional: catalogue.fictional,
		lines: figureLines(measured)
	};
};
