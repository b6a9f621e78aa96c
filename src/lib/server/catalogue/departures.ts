import { departuresIn, type Departure } from '#lib/network/departure.ts';
import type { NetworkNode } from '#lib/network/model.ts';
import { namedIn } from './named.ts';
import { ReadyNetworks, type JudgedOf, type Within } from './ready.ts';

/** What one departure would cost, and the nodes it speaks of. */
export interface DepartureOf {
	departure: Departure;
	node: NetworkNode;
	/** By id. */
	nodes: ReadonlyMap<string, NetworkNode>;
}

/** Departures, each network made ready once per revision and day. */
export class Departures {
	readonly #ready: ReadyNetworks<ReturnType<typeof departuresIn>>;

	constructor(network: JudgedOf) {
		this.#ready = new ReadyNetworks(network, departuresIn);
	}

	/** Among everything, or in one project's network; `undefined` for what is none of its structures or resources. */
	async of(id: string, within: Within = {}): Promise<DepartureOf | undefined> {
		const ready = await this.#ready.get(within);
		if (!ready) return undefined;
		const departure = ready.of(id);
		const node = ready.nodes.get(id);
		return departure && node && { departure, node, nodes: namedIn(departure, ready.nodes) };
	}
}
