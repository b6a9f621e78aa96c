import { PROJECT_KINDS, SERVICES, PUBLICS } from '#lib/domain/vocabulary/project-kinds.ts';
import { FICTIONAL_REGION_CODE } from '#lib/domain/vocabulary/regions.ts';
import { RESOURCE_KINDS } from '#lib/domain/vocabulary/resource-kinds.ts';
import {
	ARS_ID,
	FICTIONAL_NOTE,
	FICTIONAL_PREFIX,
	GraphBuilder,
	type FictionalGraph
} from './graph.ts';
import { FUNDER_NOUNS, PUBLISHERS, RESOURCES, STRUCTURE_WEIGHTS, structureKind } from './names.ts';
import { FICTIONAL_COMMUNES, QUARTERS, slug } from './places.ts';
import { drawRelations, type CastMember } from './relations.ts';
import { planBlock } from './topology.ts';

/** Structures of one project, about: what one coordinator can know. */
const PROJECT_SIZE = 120;

export interface Plan {
	structures: number;
	funders: number;
	resources: number;
	projects: number;
	randomSeed: number;
	/** Relations of the families drawn by default, exactly; absent: about three horizontal ones per structure. */
	drawnRelations?: number;
}

const numbered = (what: string, i: number): string => `${FICTIONAL_PREFIX}${what}-${i + 1}`;

/** Same name twice would confuse a reader: the later ones get a number. */
function uniqueNames(): (name: string) => string {
	const seen = new Map<string, number>();
	return (name) => {
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return times === 1 ? name : `${name} n°\u00a0${times}`;
	};
}

function addSources(graph: GraphBuilder, count: number): void {
	for (let i = 0; i < count; i++) {
		const survey = i % 4 === 0;
		graph.source(
			{
				label: 'Source',
				id: numbered('source', i),
				name: `Source fictive n°\u00a0${i + 1}${survey ? '\u202f: enquête auprès des structures' : ''}`,
				description: FICTIONAL_NOTE,
				publisher: graph.random.pick(PUBLISHERS),
				year: 2024 + graph.random.below(3),
				section: 'tout (fiction)'
			},
			survey
		);
	}
}

/** Communes in the order of projects, so that each project has its own corner of the territory. */
function communeOf(graph: GraphBuilder, i: number): string {
	const at = (Math.floor(i / 12) + graph.random.below(2)) % FICTIONAL_COMMUNES.length;
	return FICTIONAL_COMMUNES[at] ?? '';
}

function addStructures(graph: GraphBuilder, count: number): CastMember[] {
	const { random } = graph;
	const unique = uniqueNames();
	return Array.from({ length: count }, (_, i) => {
		const kind = random.weighted(STRUCTURE_WEIGHTS);
		const { noun, legalForm, ess } = structureKind(kind);
		const commune = communeOf(graph, i);
		const id = graph.node({
			label: 'Actor',
			id: numbered(slug(kind), i),
			name: unique(`${noun} ${random.pick(QUARTERS)}, ${commune}`),
			kind,
			description: FICTIONAL_NOTE,
			commune,
			...(legalForm === undefined ? {} : { legalForm }),
			...(ess === undefined ? {} : { ess }),
			...(random.chance(0.5) ? { foundedYear: 1960 + random.below(64) } : {}),
			...(random.chance(0.5) ? { services: random.shuffled(SERVICES).slice(0, 3) } : {}),
			...(random.chance(0.3) ? { publics: random.shuffled(PUBLICS).slice(0, 2) } : {})
		});
		return { id, kind };
	});
}

function addFunders(graph: GraphBuilder, count: number): string[] {
	const unique = uniqueNames();
	return Array.from({ length: count }, (_, i) => {
		const kind = graph.random.weighted({ fondation: 5, financeur: 3, etat: 2 });
		return graph.node({
			label: 'Funder',
			id: numbered('financeur', i),
			name: unique(`${FUNDER_NOUNS[kind]} ${graph.random.pick(QUARTERS)}`),
			kind,
			description: FICTIONAL_NOTE,
			ess: kind === 'fondation'
		});
	});
}

function addProjects(graph: GraphBuilder, count: number, structures: number): string[] {
	const { random } = graph;
	return Array.from({ length: count }, (_, i) => {
		const first = communeOf(graph, Math.floor((i * structures) / count));
		const ended = i % 9 === 5;
		const startYear = 2016 + random.below(7);
		return graph.node({
			label: 'HealthProject',
			id: numbered('projet', i),
			name: `Projet fictif de santé de ${first}${i < FICTIONAL_COMMUNES.length ? '' : ` n°\u00a0${i + 1}`}`,
			description: FICTIONAL_NOTE,
			kind: i === 0 ? 'cpts' : random.pick(PROJECT_KINDS),
			status: ended ? 'ended' : i % 7 === 3 ? 'planned' : 'current',
			startYear,
			...(ended ? { endYear: startYear + 2 } : {}),
			communes: [first],
			territoryText: `${first} et ses environs imaginaires`,
			accessDimensions: random
				.shuffled(['financiere', 'geographique', 'sociale_psychologique'] as const)
				.slice(0, 2),
			services: random.shuffled(SERVICES).slice(0, 4),
			coverage: random.pick(['survey', 'partial', 'press', 'single_page'] as const)
		});
	});
}

function addResources(graph: GraphBuilder, count: number, projects: readonly string[]): string[] {
	const unique = uniqueNames();
	return Array.from({ length: count }, (_, i) => {
		// Each kind in turn before chance: a small territory shows them all.
		const kind = RESOURCE_KINDS[i] ?? graph.random.pick(RESOURCE_KINDS);
		const [name, capacity] = graph.random.pick(RESOURCES[kind]);
		const projectId = projects[Math.floor((i * projects.length) / count)];
		return graph.node({
			label: 'SharedResource',
			id: numbered('ressource', i),
			name: unique(`${name} ${graph.random.pick(QUARTERS)}`),
			kind,
			description: FICTIONAL_NOTE,
			capacity,
			...(projectId === undefined ? {} : { projectId })
		});
	});
}

/** Builds a territory from its plan; the same plan gives the same graph. No place has coordinates: a made-up place must not fall on a real commune. */
export function buildTerritory(plan: Plan): FictionalGraph {
	const graph = new GraphBuilder(plan.randomSeed);
	const { structures, projects: projectCount } = plan;
	addSources(graph, Math.max(8, Math.min(400, Math.round(structures / 6))));
	graph.node({
		label: 'ArsRegion',
		id: ARS_ID,
		name: 'ARS fictive des Brumes',
		kind: 'ars',
		code: FICTIONAL_REGION_CODE,
		description: FICTIONAL_NOTE
	});
	const projects = addProjects(graph, projectCount, structures);
	drawRelations(graph, {
		actors: addStructures(graph, structures),
		funders: addFunders(graph, plan.funders),
		resources: addResources(graph, plan.resources, projects),
		projects,
		blocks: projects.map((_, i) =>
			planBlock(
				graph.random,
				Math.floor((i * structures) / projectCount),
				Math.floor(((i + 1) * structures) / projectCount)
			)
		),
		...(plan.drawnRelations === undefined ? {} : { drawnRelations: plan.drawnRelations })
	});
	return graph.done();
}

/**
 * A fictional territory of `structures` actors (1 to 100,000), with its projects (one per 120
 * structures), funders, shared resources, ties, claims and sources, and one fictional ARS.
 *
 * Ties resemble those measured in real collaboration networks; `MEASURED` in `measured.ts` says
 * which and how. Deterministic in `randomSeed`; n log n. Throws a `RangeError` on another size.
 */
export function fictionalTerritory(options: {
	structures: number;
	randomSeed: number;
}): FictionalGraph {
	const { structures, randomSeed } = options;
	if (!Number.isInteger(structures) || structures < 1 || structures > 100_000)
		throw new RangeError(`structures: 1 to 100000, not ${structures}`);
	return buildTerritory({
		structures,
		randomSeed,
		projects: Math.max(1, Math.round(structures / PROJECT_SIZE)),
		funders: Math.max(1, Math.round(structures / 30)),
		resources: structures < 6 ? 1 : Math.max(7, Math.round(structures / 8))
	});
}

/**
 * One project's territory of exactly `nodes` structures, funders and resources, and exactly `relations`
 * relations of cooperation, sharing, funding and governance among them: what a network draws by
 * default, for benchmarks. Throws a `RangeError` when so many do not fit.
 */
export function fictionalOfSize(
	nodes: number,
	relations: number,
	randomSeed: number
): FictionalGraph {
	const resources = Math.round(nodes * 0.1);
	const funders = Math.max(1, Math.round(nodes * 0.02));
	return buildTerritory({
		structures: nodes - resources - funders,
		resources,
		funders,
		projects: 1,
		randomSeed,
		drawnRelations: relations
	});
}
