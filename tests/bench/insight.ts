// What insight costs: isolation, history and fragile ties linear in the network, and all of it, figures
// included, beside forty iterations of ForceAtlas2 on the same graph in the same run (sixty where the
// network is national).
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Scope } from '#lib/domain/scope.ts';
import { buildNetwork } from '#lib/network/build.ts';
import { departuresIn } from '#lib/network/departure.ts';
import { fragileIn } from '#lib/network/fragile.ts';
import { isolationHistory } from '#lib/network/isolation-history.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import { indicatorSteps } from '#lib/network/indicators/indicators.ts';
import type { Network } from '#lib/network/model.ts';
import { inOneGo } from '#lib/network/steps.ts';
import { suggesterFor } from '#lib/network/suggestions/suggest.ts';
import { tieChanges } from '#lib/network/tie-changes.ts';
import { sliceOf } from '#lib/server/seed/fictional/change-set.ts';
import { fictionalOfSize } from '#lib/server/seed/fictional/territory.ts';
import { graphOf } from './iterations.ts';
import { PROJECT_SCOPE } from './scope.ts';
import { best, inTurn, report, type Row } from './timing.ts';

const ROUNDS = 7;
const ITERATIONS = 40;
/** Of a network of 85,000 nodes and 130,000 ties, which takes half a minute. */
const NATIONAL = { nodes: 85_000, ties: 130_000, iterations: 60, rounds: 2 };
/** Structures asked about one by one. */
const ASKED = 41;
const ITERATION = 'one iteration';
/** Twenty milliseconds where an iteration takes fifty. */
const OF_AN_ITERATION = 0.4;
const DAY = '2026-01-01';

/** Drawn with three ties a structure; where fewer are wanted, the others are left out evenly. */
function networkOf(nodes: number, ties = 3 * nodes, scope: Scope = PROJECT_SCOPE): Network {
	const slice = sliceOf(fictionalOfSize(nodes, 3 * nodes, 1));
	const all = slice.relations.length;
	const kept = slice.relations.filter((_, i) => (i * ties) % all < ties);
	return buildNetwork({ ...slice, relations: kept }, scope, DAY);
}
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

const [part, whole] = [networkOf(2_500), networkOf(10_000)];
const share = (whole.nodes.length + whole.edges.length) / (part.nodes.length + part.edges.length);

/** Time for four times the network, over four times the time: 1 when linear, 4 when quadratic. */
async function growth(what: string, run: (network: Network) => unknown): Promise<Row> {
	const times = await inTurn(ROUNDS, { part: () => run(part), whole: () => run(whole) });
	return {
		what: `${what}, time for four times the network / four times the time (10,000 nodes, 30,000 ties)`,
		measured: best(times.whole) / best(times.part) / share,
		unit: '×',
		atMost: 2.5,
		note: milliseconds(best(times.whole))
	};
}

function everything(network: Network): void {
	const isolated = isolatedStructures(network);
	inOneGo(indicatorSteps(network, isolated, { coverages: [], sourceYears: new Map() }));
	isolationHistory(network);
	fragileIn(network);
	departuresIn(network);
	tieChanges(network, network);
	suggesterFor(network);
}

/** All of insight over so many iterations of the drawing, on the same network in the same run. */
async function besideDrawing(network: Network, many: number, rounds: number): Promise<Row> {
	const graph = graphOf(network);
	const settings = forceAtlas2.inferSettings(graph);
	const { insight, drawing } = await inTurn(rounds, {
		insight: () => everything(network),
		drawing: () => forceAtlas2(graph, { iterations: many, settings })
	});
	const size = `${network.nodes.length} nodes, ${network.edges.length} ties`;
	return {
		what: `all of insight / ${many} iterations of ForceAtlas2, ${size}`,
		measured: best(insight) / best(drawing),
		unit: '×',
		atMost: 1,
		note: `${milliseconds(best(insight))} / ${milliseconds(best(drawing))}`
	};
}

const ofWhole = graphOf(whole);
const settings = forceAtlas2.inferSettings(ofWhole);
const ties = new Map<string, number>();
for (const { source, target, horizontal } of whole.edges)
	for (const id of horizontal ? [source, target] : []) ties.set(id, (ties.get(id) ?? 0) + 1);
const structures = whole.nodes
	.filter(({ label }) => label === 'Actor')
	.map(({ id }) => id)
	.sort((a, b) => (ties.get(b) ?? 0) - (ties.get(a) ?? 0));
/** The one with most ties, and others all the way to those with none. */
const asked = structures.filter((_, i) => i % Math.ceil(structures.length / ASKED) === 0);

/** The slowest answer of these, over one iteration of the drawing of the same network. */
async function besideIteration(what: string, answer: (id: string) => unknown): Promise<Row> {
	const tasks: Record<string, () => unknown> = Object.fromEntries(
		asked.map((id) => [id, () => answer(id)])
	);
	tasks[ITERATION] = () => forceAtlas2(ofWhole, { iterations: 1, settings });
	const times = await inTurn(ROUNDS, tasks);
	const slowest = Math.max(...asked.map((id) => best(times[id] ?? [])));
	const one = best(times[ITERATION] ?? []);
	return {
		what: `${what}, the slowest of ${asked.length} / one iteration of ForceAtlas2 (10,000 nodes, 30,000 ties)`,
		measured: slowest / one,
		unit: '×',
		atMost: OF_AN_ITERATION,
		note: `${milliseconds(slowest)} / ${milliseconds(one)}`
	};
}

const suggester = suggesterFor(whole);
const departures = departuresIn(whole);

report([
	await growth('isolation', isolatedStructures),
	await growth('since when', isolationHistory),
	await growth('fragile ties', fragileIn),
	await growth('departures made ready', departuresIn),
	await besideDrawing(whole, ITERATIONS, ROUNDS),
	await besideDrawing(
		networkOf(NATIONAL.nodes, NATIONAL.ties, { kind: 'all' }),
		NATIONAL.iterations,
		NATIONAL.rounds
	),
	await besideIteration('suggestions for one structure, once ready', (id) => suggester.for(id)),
	await besideIteration('what one departure costs, once ready', departures)
]);
