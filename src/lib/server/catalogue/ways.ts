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
import { ReadyNetworks, type JudgedOf, type Within } from './ready.ts';

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

interface Prepared {
	network: Network;
	ways: Ways;
}

/** Ways between nodes, each network made ready once per revision and day. */
export class WaysKept {
	readonly #ready: ReadyNetworks<Prepared>;

	constructor(network: JudgedOf) {
		this.#ready = new ReadyNetworks(network, (given) => ({
			network: given,
			ways: waysOf(given.edges)
		}));
	}

	/** Among everything, or in one project's network. What has no such id there is told by its id. */
	async between(
		from: string,
		to: string,
		within: Within = {}
	): Promise<WaysBetween | { missing: string }> {
		const ready = await this.#ready.get(within);
		if (!ready) return { missing: within.projectId ?? 'all' };
		const { of, nodes } = ready;
		const ends = [nodes.get(from), nodes.get(to)] as const;
		if (!ends[0]) return { missing: from };
		if (!ends[1]) return { missing: to };
		const paths = pathsBetween(of.ways, from, to);
		const passed = new Set([from, to, ...paths.flatMap(stopsOf)]);
		return {
			...{ from: ends[0], to: ends[1], paths },
			none: paths.length > 0 ? undefined : whyNone(of, from, to),
			nodes: new Map(
				[...passed].flatMap((id) => {
					const node = nodes.get(id);
					return node ? [[id, node] as const] : [];
				})
			)
		};
	}
}

function whyNone({ network }: Prepared, from: string, to: string): 'same' | 'past' | 'apart' {
	if (from === to) return 'same';
	return areTied(waysEver(network.edges), from, to) ? 'past' : 'apart';
}
