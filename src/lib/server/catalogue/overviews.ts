import { scopeKey, type Scope } from '#lib/domain/scope.ts';
import { overviewOf, type Overview } from '#lib/network/overview.ts';
import type { JudgedNetwork } from '../catalogue.ts';
import type { Repository } from '../repository.ts';
import { LruCache } from './lru.ts';

/** Ids kept: those of the whole seed, every region and every payer many times over. */
const KEPT = 200_000;

const sizeOf = (overview: Overview): number =>
	overview.reduce(
		(size, { items, unknown }) =>
			items.reduce((sum, { ids }) => sum + ids.length, size + unknown.length),
		1
	);

/** Overviews of networks, each made once per data revision and day. */
export class Overviews {
	readonly #kept = new LruCache<Overview>(KEPT, sizeOf);

	constructor(
		private readonly repository: Repository,
		private readonly network: (scope: Scope) => Promise<JudgedNetwork | undefined>
	) {}

	/** `undefined` when nothing has this scope's id or code. */
	async of(scope: Scope): Promise<Overview | undefined> {
		const judged = await this.network(scope);
		if (!judged) return undefined;
		const { network } = judged;
		return this.#kept.get(`${network.revision} ${scopeKey(scope)} ${network.day}`, async () =>
			overviewOf(network, await this.repository.nodes(network.nodes.map(({ id }) => id)))
		);
	}
}
