import { refusalsIn, type PartnerRefusal } from '#lib/domain/partner-refusals.ts';
import type { NetworkNode } from '#lib/network/model.ts';
import {
	MOST_SUGGESTED,
	suggesterFor,
	type Suggester,
	type Suggestion
} from '#lib/network/suggestions/suggest.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { JudgedNetwork } from '../catalogue.ts';
import type { Repository } from '../repository.ts';
import { LruCache } from './lru.ts';
import { namedIn } from './named.ts';

/** Partners suggested to one structure. */
export interface SuggestedPartners {
	suggestions: readonly Suggestion[];
	/** Partners somebody set aside: they are not suggested. */
	refused: readonly PartnerRefusal[];
	/** The structure asked about, and every node named here, by id. */
	nodes: ReadonlyMap<string, NetworkNode>;
}

interface Ready {
	suggester: Suggester;
	nodes: ReadonlyMap<string, NetworkNode>;
}

/** Suggestions, each network made ready once per revision and day. */
export class Suggestions {
	readonly #ready = new LruCache<Ready>(4, () => 1);

	constructor(
		private readonly network: (scope: Scope) => Promise<JudgedNetwork | undefined>,
		private readonly repository: Pick<Repository, 'claimsAbout'>
	) {}

	/** Among everything, or among the members of one project; `undefined` for what is in neither. */
	async for(actorId: string, projectId?: string): Promise<SuggestedPartners | undefined> {
		const scope: Scope =
			projectId === undefined ? { kind: 'all' } : { kind: 'project', id: projectId };
		const judged = await this.network(scope);
		if (!judged) return undefined;
		const { network } = judged;
		const key = `${network.revision} ${network.day} ${projectId ?? ''}`;
		const { suggester, nodes } = await this.#ready.get(key, () =>
			Promise.resolve({
				suggester: suggesterFor(network),
				nodes: new Map(network.nodes.map((node) => [node.id, node]))
			})
		);
		if (!nodes.has(actorId)) return undefined;
		const refused = refusalsIn(await this.repository.claimsAbout([actorId]));
		const aside = new Set(refused.map(({ partnerId }) => partnerId));
		// As many are looked for as were set aside, so that others come in their place.
		const found = suggester.for(actorId, MOST_SUGGESTED + aside.size);
		const suggestions = found.filter((one) => !aside.has(one.actorId)).slice(0, MOST_SUGGESTED);
		return { suggestions, refused, nodes: namedIn([actorId, suggestions, refused], nodes) };
	}
}
