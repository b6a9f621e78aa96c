import { isAlive } from '#lib/domain/status.ts';
import type { Network, NetworkNode } from '#lib/network/model.ts';
import { nearestAmong, type Nearest, type NearestOf } from '#lib/network/nearest.ts';
import { horizontalTies } from '#lib/network/ties.ts';
import type { JudgedNetwork } from '../catalogue.ts';
import { LruCache } from './lru.ts';

/** Structures looked at before others may pass. */
const TURN = 100;

/** What is known around a structure that stands apart. */
export interface Around {
	node: NetworkNode;
	/** Names of the resources it holds. */
	offers: readonly string[];
	/** The nearest structure that cooperates or shares. */
	nearest?: (Nearest & { node: NetworkNode }) | undefined;
}

/** Everything, made ready to be asked about one structure after another. */
class Surroundings {
	readonly #nodes: ReadonlyMap<string, NetworkNode>;
	readonly #nearestTo: NearestOf;
	readonly #offers = new Map<string, string[]>();
	readonly #nearest = new Map<string, Nearest | undefined>();

	/** As long as sorting the network by place. */
	constructor(network: Network) {
		this.#nodes = new Map(network.nodes.map((node) => [node.id, node]));
		const ends = new Set(horizontalTies(network).flatMap(({ a, b }) => [a, b]));
		this.#nearestTo = nearestAmong(
			network.nodes.filter(({ id, label }) => label === 'Actor' && ends.has(id))
		);
		for (const { type, source, target, status } of network.edges) {
			if (type !== 'HOLDS' || !isAlive(status)) continue;
			const name = this.#nodes.get(target)?.name ?? target;
			const held = this.#offers.get(source);
			if (held) held.push(name);
			else this.#offers.set(source, [name]);
		}
	}

	/** `given` when it is in no network. */
	around(id: string, given?: NetworkNode): Around | undefined {
		const node = this.#nodes.get(id) ?? given;
		if (!node) return undefined;
		if (!this.#nearest.has(id)) this.#nearest.set(id, this.#nearestTo(node));
		const nearest = this.#nearest.get(id);
		const nearestNode = nearest && this.#nodes.get(nearest.id);
		return {
			node,
			offers: this.#offers.get(id) ?? [],
			nearest: nearest && nearestNode && { ...nearest, node: nearestNode }
		};
	}
}

/** The surroundings of the newest revision, made once for each revision and day. */
export class SurroundingsOfToday {
	readonly #ready = new LruCache<Surroundings>(2, () => 1);

	constructor(private readonly everything: () => Promise<JudgedNetwork | undefined>) {}

	/** What is around these, by id. `given` are those of them that are in no network. Gives way to other requests. */
	async around(
		ids: readonly string[],
		given: ReadonlyMap<string, NetworkNode> = new Map()
	): Promise<ReadonlyMap<string, Around>> {
		const found = new Map<string, Around>();
		const surroundings = await this.#now();
		for (const [at, id] of ids.entries()) {
			const around = surroundings?.around(id, given.get(id));
			if (around) found.set(id, around);
			if (at % TURN === TURN - 1) await new Promise(setImmediate);
		}
		return found;
	}

	async #now(): Promise<Surroundings | undefined> {
		const judged = await this.everything();
		if (!judged) return undefined;
		const { network } = judged;
		return this.#ready.get(`${network.revision} ${network.day}`, () =>
			Promise.resolve(new Surroundings(network))
		);
	}
}
