import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { planningOf } from '#lib/proposal/planned/planning.ts';
import type { App } from '#lib/server/app.ts';
import { knownOf } from '../[of=base]/[slug]/scenarios/[id]/known.server.ts';
import { factsOf, type Subject } from './asked.server.ts';

const unknown = (id: string): never =>
	error(404, {
		message: m.scenario_unknown({ id: id.slice(0, 80) }),
		remedy: m.scenario_unknown_remedy()
	});

/**
 * The dossier of a project with a scenario over it. Its facts are the project's own; what is planned
 * stands beside them. @throws 404 for an unknown scenario, a deleted one, or one whose project is gone
 */
export async function scenarioSubject({ catalogue }: App, id: string): Promise<Subject> {
	const { repository } = catalogue;
	const { scenario } = (await repository.scenario(id)) ?? unknown(id);
	if (scenario.deletedAt !== undefined || scenario.base.kind !== 'project') unknown(id);
	const picture = await catalogue.scenarioPicture(scenario);
	if (!picture)
		error(404, {
			message: m.scenario_no_base({ name: scenario.baseName }),
			remedy: m.scenario_unknown_remedy()
		});
	const { base } = scenario;
	const slug = base.kind === 'project' ? base.id : '';
	const facts = await factsOf(catalogue, slug);
	const planning = planningOf(scenario, picture, await knownOf(repository, scenario, picture));
	const path = encodeURIComponent(id);
	return {
		...{ id, path: `/scenarios/${path}/dossier` },
		back: {
			href: `/projets/${encodeURIComponent(slug)}/scenarios/${path}`,
			label: m.dossier_scenario_back()
		},
		facts: { ...facts, ...picture.before, planning }
	};
}
