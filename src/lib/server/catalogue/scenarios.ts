import { factsNamed, type StepProblem } from '#lib/domain/scenario/apply.ts';
import { stepsOf, type Base, type Scenario, type Step } from '#lib/domain/scenario/scenario.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import type { Indicators } from '#lib/network/indicators/indicators.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import { withClaims } from '#lib/network/isolation-claims.ts';
import type { IsolationRow, Network } from '#lib/network/model.ts';
import { beforeAfter } from '#lib/network/scenario/before-after.ts';
import {
	differencesOf,
	type Judged,
	type ScenarioDifferences
} from '#lib/network/scenario/differences.ts';
import { withArrivals } from '#lib/network/scenario/places.ts';
import type { PreparedNetwork } from '../catalogue.ts';
import type { Repository } from '../repository.ts';
import { measureNetwork } from './indicators.ts';
import { LruCache } from './lru.ts';
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

/** The facts a scenario is laid over, their network and its figures. */
interface Start {
	base: Base;
	slice: GraphSlice;
	day: string;
	layout: PreparedNetwork['layout'];
	before: Judged & Pick<PreparedNetwork, 'isolated'>;
	figures: ScenarioPicture['figures']['before'];
}

/** Scenarios laid over the facts, each once per writing, data revision and day. */
export class ScenarioPictures {
	readonly #kept = new LruCache<ScenarioPicture | undefined>(20, () => 1);
	/** A step is planned in the time of what it changes: what was before is made once. */
	readonly #starts = new LruCache<Start | undefined>(10, () => 1);

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
		const from = [revision, this.today(), scenario.base];
		const key = JSON.stringify([from, steps]);
		return this.#kept.get(key, async () => {
			const start = await this.#starts.get(JSON.stringify(from), () => this.#start(scenario.base));
			return start && this.#make(start, steps);
		});
	}

	/** What all steps over the same facts start from. `undefined` when it is gone. */
	async #start(base: Base): Promise<Start | undefined> {
		const slice = await readSlice(this.repository, base);
		const drawn = await this.network(base);
		if (!drawn || !baseIsThere(slice, base)) return undefined;
		// Written to between the two readings: what is planned must be laid over what is compared with.
		if (drawn.network.revision !== slice.revision) return this.#start(base);
		const { network, isolated, layout } = drawn;
		const before = { network, isolated };
		const figures = await measureNetwork(this.repository, network, before.isolated, QUICK);
		return { base, slice, day: network.day, layout, before, figures };
	}

	async #make(start: Start, steps: readonly Step[]): Promise<ScenarioPicture> {
		const { base, slice, day, layout, before } = start;
		const facts = await withNamed(this.repository, slice, steps);
		const { after: network, ...changes } = beforeAfter(facts, base, steps, day, before.network);
		const after = { network, isolated: await this.#judged(network) };
		return {
			...changes,
			steps,
			before: { ...before, layout },
			after: { ...after, layout: withArrivals(layout, network, after.isolated) },
			differences: differencesOf(before, after),
			figures: {
				before: start.figures,
				after: await measureNetwork(this.repository, network, after.isolated, QUICK)
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
