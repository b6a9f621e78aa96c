import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { buildDossier } from '#lib/proposal/dossier.ts';
import type { Dossier } from '#lib/proposal/document.ts';
import type { ProjectFacts, ProposalFacts } from '#lib/proposal/facts.ts';
import type { Framework } from '#lib/proposal/framework.ts';
import { frameworkById, FRAMEWORKS, usualFramework } from '#lib/proposal/frameworks.ts';
import { dossierKey, type Written } from '#lib/proposal/passages/passage.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import type { Repository } from '#lib/server/repository.ts';
import { oneOf } from '../refuse.ts';

/** What a dossier is of: a project, or a project or a territory with a scenario over it. */
export interface Subject {
	/** Its own id: its words are kept under it, its files named after it. */
	id: string;
	/** Address of its page. */
	path: string;
	/** Where one goes back to. */
	back: { href: string; label: string };
	facts: ProposalFacts;
}

/** What is known of a project, on the day its page opens at. @throws 404 for an unknown project */
export async function factsOf(catalogue: Catalogue, slug: string): Promise<ProjectFacts> {
	const scope = { kind: 'project', id: slug } as const;
	const prepared = await catalogue.network(scope);
	const day = prepared?.network.day;
	const [sheet, proofs, places] = await Promise.all([
		catalogue.project(slug, day),
		catalogue.proofs(scope),
		catalogue.places(scope)
	]);
	if (!prepared || !sheet || !proofs || !places)
		error(404, {
			message: m.explorer_project_unknown(),
			remedy: m.explorer_project_unknown_remedy()
		});
	const { network, isolated, layout } = prepared;
	return { sheet, proofs, places, network, isolated, layout, fictional: catalogue.fictional };
}

/** The dossier of a project, without a scenario. @throws 404 for an unknown project */
export async function projectSubject(catalogue: Catalogue, slug: string): Promise<Subject> {
	const href = `/projets/${encodeURIComponent(slug)}`;
	return {
		...{ id: slug, path: `${href}/dossier`, back: { href, label: m.proposal_back() } },
		facts: await factsOf(catalogue, slug)
	};
}

/** A dossier, what it is made of, and the name its words are kept under. */
export interface Asked {
	subject: Subject;
	framework: Framework;
	facts: ProposalFacts;
	key: string;
	written: Written;
	dossier: Dossier;
}

/** `?exemple`: said to be one on every form it takes. */
const labelled = (dossier: Dossier, params: URLSearchParams): Dossier =>
	params.has('exemple')
		? {
				...dossier,
				title: m.dossier_example_title({ title: dossier.title }),
				about: [m.dossier_example(), ...dossier.about]
			}
		: dossier;

/**
 * The dossier an address asks for, in the usual framework of its project unless `?cadre=` names another.
 * @throws 400 for an unknown framework
 */
export async function askedDossier(
	repository: Repository,
	subject: Subject,
	params: URLSearchParams
): Promise<Asked> {
	const asked = oneOf(
		params,
		'cadre',
		FRAMEWORKS.map(({ id }) => id)
	);
	const { facts } = subject;
	const framework =
		(asked === undefined ? undefined : frameworkById(asked)) ??
		usualFramework(facts.sheet?.node.kind);
	const key = dossierKey(subject.id, framework.id, getLocale());
	const passages = await repository.passages(key);
	const written = new Map(passages.map((passage) => [passage.passage, passage]));
	const dossier = buildDossier(framework, facts, written);
	return { subject, framework, facts, key, written, dossier: labelled(dossier, params) };
}
