import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { buildDossier } from '#lib/proposal/dossier.ts';
import type { Dossier } from '#lib/proposal/document.ts';
import type { ProposalFacts } from '#lib/proposal/facts.ts';
import type { Framework } from '#lib/proposal/framework.ts';
import { frameworkById, FRAMEWORKS, usualFramework } from '#lib/proposal/frameworks.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import { oneOf } from '../../../refuse.ts';

/** What is known of a project, on the day its page opens at. @throws 404 for an unknown project */
export async function factsOf(catalogue: Catalogue, slug: string): Promise<ProposalFacts> {
	const scope = { kind: 'project', id: slug } as const;
	const prepared = await catalogue.network(scope);
	const day = prepared?.network.day;
	const [sheet, proofs] = await Promise.all([
		catalogue.project(slug, day),
		catalogue.proofs(scope)
	]);
	if (!prepared || !sheet || !proofs)
		error(404, {
			message: m.explorer_project_unknown(),
			remedy: m.explorer_project_unknown_remedy()
		});
	const { network, isolated, layout } = prepared;
	return { sheet, proofs, network, isolated, layout, fictional: catalogue.fictional };
}

/**
 * The dossier an address asks for, in the project's usual framework unless `?cadre=` names another.
 * @throws 404 for an unknown project, 400 for an unknown framework
 */
export async function askedDossier(
	catalogue: Catalogue,
	slug: string,
	params: URLSearchParams
): Promise<{ framework: Framework; dossier: Dossier }> {
	const asked = oneOf(
		params,
		'cadre',
		FRAMEWORKS.map(({ id }) => id)
	);
	const facts = await factsOf(catalogue, slug);
	const framework =
		(asked === undefined ? undefined : frameworkById(asked)) ??
		usualFramework(facts.sheet.node.kind);
	return { framework, dossier: buildDossier(framework, facts) };
}
