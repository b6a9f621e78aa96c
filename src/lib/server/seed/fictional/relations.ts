import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { Life } from './dressing.ts';
import { ARS_ID, type GraphBuilder } from './graph.ts';
import type { StructureKindCode } from './names.ts';
import { drawTies, type Block } from './topology.ts';

export interface CastMember {
	id: string;
	kind: StructureKindCode;
}
export interface Cast {
	actors: readonly CastMember[];
	funders: readonly string[];
	resources: readonly string[];
	projects: readonly string[];
	/** One per project. */
	blocks: readonly Block[];
	drawnRelations?: number;
}
/** A project with the structures of its block. */
interface Troupe {
	project: string;
	block: Block;
	core: readonly CastMember[];
}

/** Direct ties per structure: with what passes through resources, about three horizontal relations. */
const TIES_PER_STRUCTURE = 2.6;
/** Above this share of all pairs a small network is a ball of wool. */
const DENSEST = 0.3;
/** Two relations of different types between the same two: seen in every real collection. */
const PARALLEL = 0.03;

const TIE_TYPES = {
	COOPERATES_WITH: 58,
	REFERS_TO: 18,
	ACCOMPANIES: 8,
	HOSTS: 8,
	SHARES_WITH: 8
} as const satisfies Partial<Record<RelationType, number>>;
const LIVES: Readonly<Record<Life, number>> = { alive: 86, ended: 9, planned: 5 };

function drawParticipation(graph: GraphBuilder, cast: Cast, troupe: Troupe): void {
	const { random } = graph;
	const { project, block, core } = troupe;
	const ids = (indices: readonly number[]): string[] =>
		indices.flatMap((i) => cast.actors[i]?.id ?? []);
	const mark = { projectId: project };
	core
		.slice(0, core.length > 30 ? 2 : 1)
		.forEach((m) => graph.relate('LEADS', m.id, project, mark));
	for (const member of core.slice(2)) {
		if (random.chance(0.7)) graph.relate('TAKES_PART_IN', member.id, project, mark);
		else if (random.chance(0.1)) graph.relate('SUPPORTS', member.id, project, mark);
	}
	for (const id of ids([...block.leaves, ...block.smallGroups.flat()]))
		graph.relate('TAKES_PART_IN', id, project, mark);
	const overseen = ids([...block.bassins.flat(), ...block.vertical]).filter(() =>
		random.chance(0.5)
	);
	for (const id of [...overseen, ...ids(block.alone)])
		graph.relate('OVERSEEN_BY', id, ARS_ID, mark, { voice: 'inferred' });
	graph.relate('OVERSEEN_BY', project, ARS_ID, mark, { voice: 'inferred' });

	// Those who work with nobody: led, paid or managed in turn, and sometimes a tie that is over.
	ids(block.vertical).forEach((id, i) => {
		if (i % 3 === 0) graph.relate('TAKES_PART_IN', id, project, mark);
		if (i % 3 === 1) graph.relate('FUNDS', random.pick(cast.funders), id, mark);
		if (i % 3 === 2) graph.relate('MANAGES', random.pick(core).id, id, mark);
		if (i % 4 === 1)
			graph.relate('COOPERATES_WITH', random.pick(core).id, id, mark, { life: 'ended' });
	});
}

const JOINED: Partial<Record<StructureKindCode, RelationType>> = {
	cpts: 'MEMBER_OF',
	reseau: 'MEMBER_OF',
	scic: 'SHAREHOLDER_OF',
	gip: 'GOVERNS',
	csapa: 'MANAGES',
	equipe_mobile: 'MANAGES'
};

function drawGovernance(graph: GraphBuilder, { project, core }: Troupe): void {
	const { random } = graph;
	for (const member of core) {
		const type = JOINED[member.kind];
		if (!type) continue;
		const joiners = new Set(
			Array.from({ length: type === 'MANAGES' ? 1 : 1 + random.below(3) }, () => random.pick(core))
		);
		joiners.delete(member);
		for (const joiner of joiners) graph.relate(type, joiner.id, member.id, { projectId: project });
	}
}

function drawResources(graph: GraphBuilder, cast: Cast, troupes: readonly Troupe[]): void {
	const { random } = graph;
	cast.resources.forEach((resource, i) => {
		const troupe = troupes[Math.floor((i * troupes.length) / cast.resources.length)];
		if (!troupe) return;
		const mark = { projectId: troupe.project };
		const bassin = random.pick(troupe.block.bassins);
		const near = (): number =>
			random.pick(random.chance(0.85) ? bassin : random.pick(troupe.block.bassins));
		const parties = [...new Set(Array.from({ length: 3 + random.below(4) }, near))];
		// One resource in twelve has no known holder: its users are then tied to one another.
		const held = i % 12 !== 7;
		parties.forEach((party, nth) => {
			const actor = cast.actors[party];
			if (!actor) return;
			const life = nth > 1 ? random.weighted(LIVES) : 'alive';
			graph.relate(held && nth === 0 ? 'HOLDS' : 'USES', actor.id, resource, mark, { life });
		});
	});
}

function drawFunding(graph: GraphBuilder, cast: Cast, troupes: readonly Troupe[]): void {
	const { random } = graph;
	cast.funders.forEach((funder, i) => {
		const { project, core } = troupes[i] ?? random.pick(troupes);
		const mark = { projectId: project };
		// The first funder of a project holds up much of it: a real question once it leaves.
		const paid =
			i < troupes.length ? Math.max(3, Math.round(core.length / 8)) : 2 + random.below(4);
		const beneficiaries = new Set(Array.from({ length: paid }, () => random.pick(core).id));
		for (const id of beneficiaries)
			graph.relate('FUNDS', funder, id, mark, { life: random.chance(0.1) ? 'ended' : 'alive' });
		if (random.chance(0.5)) graph.relate('FUNDS', funder, project, mark);
		if (random.chance(0.4)) graph.relate('FUNDS', funder, random.pick(cast.resources), mark);
	});
}

function drawDirect(graph: GraphBuilder, cast: Cast, exact: number | undefined): void {
	const { random } = graph;
	const blockOf = new Map(
		cast.blocks.flatMap(({ bassins, leaves, smallGroups }, i) =>
			[...bassins.flat(), ...leaves, ...smallGroups.flat()].map((actor) => [actor, i] as const)
		)
	);
	const pairs = cast.blocks
		.map((b) => b.bassins.flat().length)
		.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
	const relations =
		exact ?? Math.round(Math.min(cast.actors.length * TIES_PER_STRUCTURE, pairs * DENSEST));
	const parallel = Math.max(0, Math.floor(relations * PARALLEL));
	const ties = drawTies(
		random,
		cast.blocks,
		cast.actors.length,
		relations - parallel,
		exact !== undefined
	);
	ties.forEach(({ a, b, firm }, i) => {
		const [from, to] = random.chance(0.5) ? [a, b] : [b, a];
		const [source, target] = [cast.actors[from]?.id, cast.actors[to]?.id];
		if (source === undefined || target === undefined) return;
		const block = blockOf.get(a);
		const projectId =
			block === blockOf.get(b) && block !== undefined ? cast.projects[block] : undefined;
		const mark = projectId === undefined ? {} : { projectId };
		const type = random.weighted(TIE_TYPES);
		graph.relate(type, source, target, mark, { life: firm ? 'alive' : random.weighted(LIVES) });
		if (i < parallel)
			graph.relate(type === 'REFERS_TO' ? 'ACCOMPANIES' : 'REFERS_TO', source, target, mark);
	});
}

/** Draws every relation of a territory, projects first, direct ties last to meet the number asked for. */
export function drawRelations(graph: GraphBuilder, cast: Cast): void {
	const troupes = cast.blocks.flatMap((block, i): Troupe[] => {
		const project = cast.projects[i];
		const core = block.bassins.flat().flatMap((at) => cast.actors[at] ?? []);
		return project === undefined || core.length === 0 ? [] : [{ project, block, core }];
	});
	for (const troupe of troupes) {
		drawParticipation(graph, cast, troupe);
		drawGovernance(graph, troupe);
	}
	drawResources(graph, cast, troupes);
	drawFunding(graph, cast, troupes);
	const { drawnRelations } = cast;
	drawDirect(graph, cast, drawnRelations === undefined ? undefined : drawnRelations - drawn(graph));
}

const NOT_DRAWN: ReadonlySet<RelationType> = new Set([
	'LEADS',
	'TAKES_PART_IN',
	'SUPPORTS',
	'OVERSEEN_BY'
]);
/** Relations a network draws by default: those of a project itself hang on a hub that is not drawn. */
const drawn = (graph: GraphBuilder): number =>
	graph.relations.filter(
		(r) => !NOT_DRAWN.has(r.type) && r.target !== r.projectId && r.source !== r.projectId
	).length;
