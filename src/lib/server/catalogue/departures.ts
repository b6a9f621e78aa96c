import type { Scope } from '#lib/domain/scope.ts';
import { departuresIn, type Departure } from '#lib/network/departure.ts';
import type { NetworkNode } from '#lib/network/model.ts';
import type { JudgedNetwork } from '../catalogue.ts';
import { LruCache } from './lru.ts';
import { namedIn } from './named.ts';

/** What one departure would cost, and the nodes it speaks of. */
export interface DepartureOf {
	departure: Departure;
	node: NetworkNode;
	/** By id. */
	nodes: ReadonlyMap<string, NetworkNode>;
}

interface Ready {
	of: ReturnType<typeof departuresIn>;
	nodes: ReadonlyMap<string, NetworkNode>;
}

/** Departures, each network made ready once per revision and day. */
export class Departures {
	readonly #ready = new LruCache<Ready>(4, () => 1);

	constructor(
		private readonly network: (
			scope: Scope,
			asked: { day?: string | undefined }
		) => Promise<JudgedNetwork | undefined>
	) {}

	/** Among everything, or in one project's network; `undefined` for what is none of its structures or resources. */
	async of(
		id: string,
		{ projectId, day }: { projectId?: string | undefined; day?: string | undefined } = {}
	): Promise<DepartureOf | undefined> {
		const scope: Scope =
			projectId === undefined ? { kind: 'all' } : { kind: 'project', id: projectId };
		const judged = await this.network(scope, { day });
		if (!judged) return undefined;
		const { network } = judged;
		const key = `${network.revision} ${network.day} ${projectId ?? ''}`;
		const { of, nodes } = await this.#ready.get(key, () =>
			Promise.resolve({
				of: departuresIn(network),
				nodes: new Map(network.nodes.map((node) => [node.id, node]))
			})
		);
		const departure = of(id);
		const node = nodes.get(id);
		return departure && node && { departure, node, nodes: namedIn(departure, nodes) };
	}
}
