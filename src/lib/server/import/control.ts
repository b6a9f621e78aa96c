import type { ImportStep } from '#lib/import/pace.ts';

/** How an import is followed and stopped. */
export interface Control {
	/** Aborted with an `ImportCancelledError`: nothing is written. */
	signal?: AbortSignal | undefined;
	onProgress?: ((step: ImportStep) => void) | undefined;
}

/** Somebody stopped it; nothing was written. */
export class ImportCancelledError extends Error {
	override name = 'ImportCancelledError';
}

/** Longest work between two looks at what others ask. */
const TURN_MS = 20;

/** Long work in turns: between two of them others are answered, progress is told, a stop is heard. */
export class Turns {
	#since = performance.now();

	constructor(private readonly control: Control = {}) {}

	/** True when this turn has lasted long enough. */
	get isOver(): boolean {
		return performance.now() - this.#since >= TURN_MS;
	}

	/** Ends a turn. @throws the reason of the signal */
	async end(step: ImportStep): Promise<void> {
		const { signal, onProgress } = this.control;
		onProgress?.(step);
		await new Promise(setImmediate);
		signal?.throwIfAborted();
		this.#since = performance.now();
	}
}
