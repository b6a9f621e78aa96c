import { scopeKey } from '#lib/domain/scope.ts';
import { decodeLayout, LAYOUT_VERSION, layoutFingerprint } from '#lib/network/layout/layout.ts';
import type { Layout } from '#lib/network/model.ts';
import type { Repository } from '../repository.ts';
import { inProcess, type LayoutComputer, type LayoutInput } from './compute.ts';

/** Up to this many nodes a layout takes less time than its reader would notice. */
const INLINE_NODES = 600;

const keyOf = ({ network, halo }: LayoutInput): string =>
	scopeKey(network.scope) + (halo ? '+halo' : '');

/** Positions of networks: the stored ones while they hold, else computed and stored. */
export class LayoutKeeper {
	/** Layouts being computed, so that two readers wait for one computation. */
	readonly #underway = new Map<string, Promise<Layout>>();

	constructor(
		private readonly repository: Repository,
		private readonly computer: LayoutComputer,
		private readonly onError?: (error: unknown) => void
	) {}

	/** The layout of a network. One that could not be stored is answered all the same, unless nobody listens. */
	async of(input: LayoutInput): Promise<Layout> {
		return (await this.stored(input)) ?? this.#computeOnce(input);
	}

	/** Makes sure the store has the layout of this network; true when it had to be computed. */
	async refresh(input: LayoutInput): Promise<boolean> {
		if (await this.stored(input)) return false;
		await this.#computeOnce(input);
		return true;
	}

	/** The layout kept for this network while it holds; nothing is computed. */
	async stored(input: LayoutInput): Promise<Layout | undefined> {
		const stored = await this.repository.layout(keyOf(input));
		if (!stored || stored.version !== LAYOUT_VERSION) return undefined;
		if (stored.fingerprint !== layoutFingerprint(input.network, input.isolated)) return undefined;
		return decodeLayout(stored.data);
	}

	#computeOnce(input: LayoutInput): Promise<Layout> {
		const fingerprint = layoutFingerprint(input.network, input.isolated);
		const task = `${keyOf(input)} ${fingerprint}`;
		const known = this.#underway.get(task);
		if (known) return known;
		const computing = this.#compute(fingerprint, input).finally(() => this.#underway.delete(task));
		this.#underway.set(task, computing);
		return computing;
	}

	async #compute(fingerprint: string, input: LayoutInput): Promise<Layout> {
		const { network } = input;
		const here = network.nodes.length < INLINE_NODES;
		const data = await (here ? inProcess : this.computer).compute(input);
		const { revision } = network;
		const record = { key: keyOf(input), version: LAYOUT_VERSION, revision, fingerprint, data };
		try {
			await this.repository.saveLayout(record);
		} catch (error) {
			if (!this.onError) throw error;
			this.onError(error);
		}
		const layout = decodeLayout(data);
		if (!layout) throw new Error(`the layout of ${record.key} cannot be read back`);
		return layout;
	}
}
