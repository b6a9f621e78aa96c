import type { Scope } from '#lib/domain/scope.ts';
import type { Network, NetworkNode } from '#lib/network/model.ts';
import type { JudgedNetwork } from '../catalogue.ts';
import { LruCache } from './lru.ts';

/** Where something is asked about: one project's network, or everything; on a day (`YYYY-MM-DD`), else today. */
export interface Within {
	projectId?: string | undefined;
	day?: string | undefined;
}

export type JudgedOf = (
	scope: Scope,
	asked: Pick<Within, 'day'>
) => Promise<JudgedNetwork | undefined>;

/** Networks made ready for one kind of question, each once per revision and day. */
export class ReadyNetworks<T> {
	readonly #ready = new LruCache<{ of: T; nodes: ReadonlyMap<string, NetworkNode> }>(4, () => 1);

	constructor(
		private readonly network: JudgedOf,
		private readonly make: (network: Network) => T
	) {}

	/** What was made, and the nodes by id; `undefined` when there is no such network. */
	async get({
		projectId,
		day
	}: Within): Promise<{ of: T; nodes: ReadonlyMap<string, NetworkNode> } | undefined> {
		const scope: Scope =
			projectId === undefined ? { kind: 'all' } : { kind: 'project', id: projectId };
		const judged = await this.network(scope, { day });
		if (!judged) return undefined;
		const { network } = judged;
		const key = `${network.revision} ${network.day} ${projectId ?? ''}`;
		return this.#ready.get(key, () =>
			Promise.resolve({
				of: this.make(network),
				nodes: new Map(network.nodes.map((node) => [node.id, node]))
			})
		);
	}
}
