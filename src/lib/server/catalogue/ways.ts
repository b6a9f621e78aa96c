import type { Scope } from '#lib/domain/scope.ts';
import type { Network, NetworkNode } from '#lib/network/model.ts';
import {
	areTied,
	pathsBetween,
	stopsOf,
	waysEver,
	waysOf,
	type Path,
	type Ways
} from '#lib/network/paths.ts';
import type { JudgedNetwork } from '../catalogue.ts';
import { LruCache } from './lru.ts';

/** The ways between two nodes, and every node they pass. */
export interface WaysBetween {
	from: NetworkNode;
	to: NetworkNode;
	/** The shortest first. */
	paths: readonly Path[];
	/** Why there is no way: they are one; there was or will be one; they are in two groups. */
	none?: 'same' | 'past' | 'apart' | undefined;
	/** By id. */
	nodes: ReadonlyMap<string, NetworkNode>;
}

interface Ready {
	network: Network;
	ways: Ways;
	nodes: ReadonlyMap<string, NetworkNode>;
}

/** Ways between nodes, each network made ready once per revision and day. */
export class WaysKept {
	readonly #ready = new LruCache<Ready>(4, () => 1);

	constructor(
		private readonly network: (
			scope: Scope,
			asked: { day?: string | undefined }
		) => Promise<JudgedNetwork | undefined>
	) {}

	/** Among everything, or in one project's network. What has no such id there is told by its id. */
	async between(
		from: string,
		to: string,
		{ projectId, day }: { projectId?: string | undefined; day?: string | undefined } = {}
	): Promise<WaysBetween | { missing: string }> {
		const scope: Scope =
			projectId === undefined ? { kind: 'all' } : { kind: 'project', id: projectId };
		const judged = await this.network(scope, { day });
		if (!judged) return { missing: projectId ?? 'all' };
		const { network } = judged;
		const key = `${network.revision} ${network.day} ${projectId ?? ''}`;
		const ready = await this.#ready.get(key, () =>
			Promise.resolve({
				network,
				ways: waysOf(network.edges),
				nodes: new Map(network.nodes.map((node) => [node.id, node]))
			})
		);
		const ends = [ready.nodes.get(from), ready.nodes.get(to)] as const;
		if (!ends[0]) return { missing: from };
		if (!ends[1]) return { missing: to };
		const paths = pathsBetween(ready.ways, from, to);
		const passed = new Set([from, to, ...paths.flatMap(stopsOf)]);
		return {
			...{ from: ends[0], to: ends[1], paths },
			none: paths.length > 0 ? undefined : whyNone(ready, from, to),
			nodes: new Map(
				[...passed].flatMap((id) => {
					const node = ready.nodes.get(id);
					return node ? [[id, node] as const] : [];
				})
			)
		};
	}
}

function whyNone({ network }: Ready, from: string, to: string): 'same' | 'past' | 'apart' {
	if (from === to) return 'same';
	return areTied(waysEver(network.edges), from, to) ? 'past' : 'apart';
}
