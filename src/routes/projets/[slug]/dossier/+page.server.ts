import { FRAMEWORKS } from '#lib/proposal/frameworks.ts';
import { said } from '#lib/proposal/rules.ts';
import { askedDossier } from './asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const { framework, dossier } = await askedDossier(
		locals.app.catalogue,
		params.slug,
		url.searchParams
	);
	// The picture is a file of its own: it would travel twice inside the page.
	const sections = dossier.sections.map((section) => ({
		...section,
		blocks: section.blocks.map((block) =>
			block.kind === 'figure' ? { ...block, figure: { ...block.figure, svg: '' } } : block
		)
	}));
	return {
		slug: params.slug,
		dossier: { ...dossier, sections },
		framework: { id: framework.id, summary: said(framework.summary) },
		frameworks: FRAMEWORKS.map(({ id, name }) => ({ id, name: said(name) }))
	};
};
