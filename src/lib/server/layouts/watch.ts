import type { Slices } from '../catalogue/slices.ts';
import { ensureLayouts } from '../layouts.ts';
import type { Repository } from '../repository.ts';
import type { LayoutKeeper } from './keeper.ts';

/** Brings layouts up to date behind the readers' backs, once per data revision seen. */
export class LayoutWatch {
	#seen = -1;
	#running: Promise<void> | undefined;
	readonly #stop = new AbortController();

	constructor(
		private readonly repository: Repository,
		private readonly slices: Slices,
		private readonly keeper: LayoutKeeper,
		private readonly onError: (error: unknown) => void
	) {}

	/** To be told the data revision each time one is read. Answers at once. */
	notice(revision: number): void {
		if (revision === this.#seen || this.#running || this.#stop.signal.aborted) return;
		this.#seen = revision;
		this.#running = this.bringUpToDate()
			.catch((error: unknown) => {
				// To be tried again at the next reading.
				this.#seen = -1;
				this.onError(error);
			})
			.finally(() => (this.#running = undefined));
	}

	async bringUpToDate(): Promise<void> {
		const { signal } = this.#stop;
		await ensureLayouts(this.repository, { keeper: this.keeper, slices: this.slices, signal });
	}

	async close(): Promise<void> {
		this.#stop.abort();
		await this.#running;
	}
}
