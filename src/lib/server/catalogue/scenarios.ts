import { factsNamed, type StepProblem } from '#lib/domain/scenario/apply.ts';
import { stepsOf, type Base, type Scenario, type Step } from '#lib/domain/scenario/scenario.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import type { Indicators } from '#lib/network/indicators/indicators.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import { withClaims } from '#lib/network/isolation-claims.ts';
import type { IsolationRow, Network } from '#lib/network/model.ts';
import { beforeAfter } from '#lib/network/scenario/before-after.ts';
import { differencesOf, type ScenarioDifferences } from '#lib/network/scenario/differences.ts';
import { withArrivals } from '#lib/network/scenario/places.ts';
import type { PreparedNetwork } from '../catalogue.ts';
import type { Repository } from '../repository.ts';
import { measureNetwork } from './indicators.ts';
import { LruCache } from './lru.ts';
import { openingDayOf } from './network-of.ts';
import { readSlice } from './registered.ts';

/** A scenario over the facts of now: its network before and after, drawn in the same places. */
export interface ScenarioPicture {
	/** The steps that hold, in their order. */
	steps: readonly Step[];
	before: PreparedNetwork;
	/** As if all that is planned were there, on the same day as before. */
	after: PreparedNetwork;
	/** Ids of nodes and edges of `after` that are planned. */
	planned: ReadonlySet<string>;
	/** Ids of facts the scenario modifies. */
	modified: ReadonlySet<string>;
	/** Ids of nodes and edges of `before` that the scenario ends. */
	ended: ReadonlySet<string>;
	/** Steps that do not fit the facts of now or one another: they change nothing in `after`. */
	problems: readonly StepProblem[];
	differences: ScenarioDifferences;
	/** All but the two that are compared with chance, see `indicatorSteps`. */
	figures: { before: Indicators; after: Indicators };
}

const QUICK = { withoutSampled: true };

/** The slice with the nodes the steps name that it does not hold: partners from elsewhere. */
async function withNamed(
	repository: Repository,
	slice: GraphSlice,
	steps: readonly Step[]
): Promise<GraphSlice> {
	const known = new Set(slice.nodes.map(({ id }) => id));
	const missing = factsNamed(steps).filter((id) => !known.has(id));
	const found = missing.length > 0 ? await repository.nodes(missing) : [];
	const drawn = found.filter(({ label }) => label !== 'Territory' && label !== 'Source');
	if (drawn.length === 0) return slice;
	return { ...slice, nodes: [...slice.nodes, ...drawn].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** True when what a scenario starts from is still there. */
const baseIsThere = ({ nodes }: GraphSlice, base: Base): boolean =>
	base.kind !== 'project' ||
	nodes.some(({ id, label }) => id === base.id && label === 'HealthProject');

/** Scenarios laid over the facts, each once per writing, data revision and day. */
export class ScenarioPictures {
	readonly #kept = new LruCache<ScenarioPicture | undefined>(20, () => 1);

	constructor(
		private readonly repository: Repository,
		private readonly network: (scope: Base) => Promise<PreparedNetwork | undefined>,
		private readonly today: () => string
	) {}

	/** `undefined` when its base is gone. Its steps can still be read. */
	async of(
		scenario: Pick<Scenario, 'base' | 'edits' | 'done'>
	): Promise<ScenarioPicture | undefined> {
		const revision = await this.repository.dataRevision();
		const steps = stepsOf(scenario);
		const key = JSON.stringify([revision, this.today(), scenario.base, steps]);
		return this.#kept.get(key, () => this.#make(scenario.base, steps));
	}

	async #make(base: Base, steps: readonly Step[]): Promise<ScenarioPicture | undefined> {
		const slice = await readSlice(this.repository, base);
		const drawn = await this.network(base);
		if (!drawn || !baseIsThere(slice, base)) return undefined;
		const facts = await withNamed(this.repository, slice, steps);
		const day = openingDayOf(facts, base, this.today());
		const { before, after, ...changes } = beforeAfter(facts, base, steps, day);
		const judged = [
			{ network: before, isolated: await this.#judged(before) },
			{ network: after, isolated: await this.#judged(after) }
		] as const;
		const { layout } = drawn;
		return {
			...changes,
			steps,
			before: { ...judged[0], layout },
			after: { ...judged[1], layout: withArrivals(layout, after, judged[1].isolated) },
			differences: differencesOf(judged[0], judged[1]),
			figures: {
				before: await measureNetwork(this.repository, before, judged[0].isolated, QUICK),
				after: await measureNetwork(this.repository, after, judged[1].isolated, QUICK)
			}
		};
	}

	async #judged(network: Network): Promise<IsolationRow[]> {
		const rows = isolatedStructures(network);
		if (rows.length === 0) return rows;
		const claims = await this.repository.claimsAbout(rows.map(({ actorId }) => actorId));
		return withClaims(rows, claims, network.project?.id);
	}
}
