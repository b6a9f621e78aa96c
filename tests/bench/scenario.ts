// A step planned over 300 structures: the network after, who stands apart, what holds by a thread, money,
// figures, beside forty iterations of ForceAtlas2 on the same graph in the same run. What is before is
// kept from one step to the next, as the program keeps it.
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Step } from '#lib/domain/scenario/scenario.ts';
import { buildNetwork } from '#lib/network/build.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import { indicatorSteps } from '#lib/network/indicators/indicators.ts';
import { beforeAfter } from '#lib/network/scenario/before-after.ts';
import { differencesOf } from '#lib/network/scenario/differences.ts';
import { inOneGo } from '#lib/network/steps.ts';
import { sliceOf } from '#lib/server/seed/fictional/change-set.ts';
import { fictionalOfSize } from '#lib/server/seed/fictional/territory.ts';
import { graphOf } from './iterations.ts';
import { PROJECT_SCOPE } from './scope.ts';
import { best, inTurn, report } from './timing.ts';

const ROUNDS = 15;
const ITERATIONS = 40;
const DAY = '2026-01-01';
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

const facts = sliceOf(fictionalOfSize(300, 900, 1));
const [from = '', to = ''] = facts.nodes.flatMap(({ label, id }) => (label === 'Actor' ? id : []));
const planned: Step = {
	...{ id: 'etape', at: `${DAY}T00:00:00Z`, agreement: 'hoped' },
	change: { op: 'tie', relation: { id: 'plan', type: 'REFERS_TO', source: from, target: to } }
};
const network = buildNetwork(facts, PROJECT_SCOPE, DAY);
const before = { network, isolated: isolatedStructures(network) };
function change(): void {
	const { after } = beforeAfter(facts, PROJECT_SCOPE, [planned], DAY, network);
	const judged = { network: after, isolated: isolatedStructures(after) };
	differencesOf(before, judged);
	const known = { sourceYears: new Map(), coverages: [], withoutSampled: true };
	inOneGo(indicatorSteps(after, judged.isolated, known));
}
const graph = graphOf(network);
const settings = forceAtlas2.inferSettings(graph);
const times = await inTurn(ROUNDS, {
	change,
	drawing: () => forceAtlas2(graph, { iterations: ITERATIONS, settings })
});

report([
	{
		what: `a change of a scenario / ${ITERATIONS} iterations of ForceAtlas2, 300 nodes, 900 ties`,
		measured: best(times.change) / best(times.drawing),
		unit: '×',
		atMost: 1,
		note: `${milliseconds(best(times.change))} / ${milliseconds(best(times.drawing))}`
	}
]);
