import { scopeKey, type Scope } from '#lib/domain/scope.ts';
import { indicatorSteps, type Indicators } from '#lib/network/indicators/indicators.ts';
import type { IsolationRow, Network, NetworkNode } from '#lib/network/model.ts';
import { inTurns } from '#lib/network/steps.ts';
import type { JudgedNetwork } from '../catalogue.ts';
import type { Repository } from '../repository.ts';
import { LruCache } from './lru.ts';
import { namedIn } from './named.ts';

interface Options {
	day?: string | undefined;
}

/** Longest time, in milliseconds, that a computation keeps other requests waiting. */
const TURN = 20;
/** Every project of the seed and every region many times over. */
const KEPT = 1_000;

const othersPass = (): Promise<unknown> => new Promise(setImmediate);

/** Every figure of a network, with what is known of its sources and of its projects. Two queries. */
export async function measureNetwork(
	repository: Repository,
	network: Network,
	isolated: readonly IsolationRow[],
	{ withoutSampled = false }: { withoutSampled?: boolean } = {}
): Promise<Indicators> {
	const { scope } = network;
	const projects = network.nodes
		.filter(({ label, id }) =>
			scope.kind === 'project' ? id === scope.id : label === 'HealthProject'
		)
		.map(({ id }) => id);
	const cited = new Set(network.edges.flatMap(({ sources }) => sources));
	const [frames, sources] = await Promise.all([
		repository.nodes(projects),
		repository.nodes([...cited])
	]);
	const documentation = {
		withoutSampled,
		coverages: frames.flatMap((node) => (node.label === 'HealthProject' ? [node.coverage] : [])),
		sourceYears: new Map(
			sources.flatMap((node): [string, number][] =>
				node.label === 'Source' && node.year !== undefined ? [[node.id, node.year]] : []
			)
		)
	};
	return inTurns(indicatorSteps(network, isolated, documentation), othersPass, TURN);
}

/** The figures of a network, and the nodes it takes to tell them: whom they name, and whose network it is. */
export interface NetworkFigures extends Indicators {
	scope: Scope;
	nodes: ReadonlyMap<string, NetworkNode>;
}

/** The figures of networks, each computed once per data revision and day. */
export class IndicatorsKept {
	readonly #kept = new LruCache<NetworkFigures>(KEPT, () => 1);

	constructor(
		private readonly repository: Repository,
		private readonly network: (scope: Scope, options: Options) => Promise<JudgedNetwork | undefined>
	) {}

	/** `undefined` when nothing has this scope's id or code. */
	async of(scope: Scope, options: Options = {}): Promise<NetworkFigures | undefined> {
		const judged = await this.network(scope, options);
		if (!judged) return undefined;
		const { network, isolated } = judged;
		return this.#kept.get(`${network.revision} ${scopeKey(scope)} ${network.day}`, async () => {
			const found = await measureNetwork(this.repository, network, isolated);
			const nodes = new Map(network.nodes.map((node) => [node.id, node]));
			return { ...found, scope, nodes: namedIn([scope, found.figures], nodes) };
		});
	}
}
