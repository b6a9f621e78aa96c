import { error } from '@sveltejs/kit';
import type { Base } from '#lib/domain/scenario/scenario.ts';
import { byName } from '#lib/domain/sheets.ts';
import { REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { scenariosOf } from '#lib/explorer/planning/base.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { ProposalFacts, TerritoryFacts } from '#lib/proposal/facts.ts';
import { planningOf } from '#lib/proposal/planned/planning.ts';
import type { App } from '#lib/server/app.ts';
import type { Catalogue } from '#lib/server/catalogue.ts';
import { knownOf } from '../[of=base]/[slug]/scenarios/[id]/known.server.ts';
import { nameOf } from '../[of=base]/[slug]/scenarios/kept.server.ts';
import { factsOf, type Subject } from './asked.server.ts';

const unknown = (id: string): never =>
	error(404, {
		message: m.scenario_unknown({ id: id.slice(0, 80) }),
		remedy: m.scenario_unknown_remedy()
	});

/** The base of a scenario is gone. @throws 404 */
const noBase = (name: string): never =>
	error(404, { message: m.scenario_no_base({ name }), remedy: m.scenario_unknown_remedy() });

type Reading = Pick<App, 'catalogue'>;
type Territory = Exclude<Base, { kind: 'project' }>;

const regionOf = ({ kind, code }: Territory): string | undefined =>
	kind === 'region' ? code : REGIONS.find(({ departements }) => departements.includes(code))?.code;

/** Projects a territory's network is of, or whose network its structures are in, by name. */
async function projectsIn(catalogue: Catalogue, base: Territory) {
	const { network } = (await catalogue.network(base)) ?? {};
	const near = [...(network?.nodes ?? []), ...(network?.outside ?? []).map(({ other }) => other)];
	const ids = new Set(near.flatMap(({ label, id }) => (label === 'HealthProject' ? id : [])));
	const sheets = await Promise.all([...ids].map((id) => catalogue.project(id, network?.day)));
	return sheets.flatMap((sheet) => sheet ?? []).sort((a, b) => byName(a.node, b.node));
}

/** What is known of a territory, on the day its network opens at. @throws 404 when it is gone */
async function territoryFacts(
	app: Reading,
	base: Territory,
	baseName: string
): Promise<TerritoryFacts> {
	const { catalogue } = app;
	const [prepared, proofs, places, name] = await Promise.all([
		catalogue.network(base),
		catalogue.proofs(base),
		catalogue.places(base),
		nameOf(app, base)
	]);
	if (!prepared || !proofs || !places) return noBase(baseName);
	const { network, isolated, layout } = prepared;
	const projects = await projectsIn(catalogue, base);
	return {
		...{ proofs, places, network, isolated, layout, fictional: catalogue.fictional },
		territory: { name: name ?? baseName, region: regionOf(base), projects }
	};
}

/**
 * The dossier of a project or a territory with a scenario over it. Its facts are their own; what is
 * planned stands beside them. @throws 404 for an unknown scenario, a deleted one, or one whose base is gone
 */
export async function scenarioSubject(app: Reading, id: string): Promise<Subject> {
	const { catalogue } = app;
	const { repository } = catalogue;
	const { scenario } = (await repository.scenario(id)) ?? unknown(id);
	if (scenario.deletedAt !== undefined) unknown(id);
	const picture = (await catalogue.scenarioPicture(scenario)) ?? noBase(scenario.baseName);
	const { base } = scenario;
	const facts: ProposalFacts =
		base.kind === 'project'
			? await factsOf(catalogue, base.id)
			: await territoryFacts(app, base, scenario.baseName);
	const planning = planningOf(scenario, picture, await knownOf(repository, scenario, picture));
	const path = encodeURIComponent(id);
	return {
		...{ id, path: `/scenarios/${path}/dossier` },
		back: { href: `${scenariosOf(base)}/${path}`, label: m.dossier_scenario_back() },
		facts: { ...facts, ...picture.before, planning }
	};
}
