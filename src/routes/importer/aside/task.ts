import { importStepSentence } from '#lib/i18n/import-progress.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { Pace, type ImportStep } from '#lib/import/pace.ts';
import { ImportCancelledError } from '#lib/server/import/control.ts';
import type { Following } from './aside.server.ts';

/** What a page tells of work under way. */
export interface Told {
	sentence: string;
	/** Rows done of so many; absent while that says nothing. */
	rows?: { done: number; total: number };
	isStopping: boolean;
}

export type End<T> = { value: T } | { stopped: true } | { error: unknown };

/** Work that goes on between the requests that follow it. */
export class Task<T> {
	readonly #stopping = new AbortController();
	readonly #pace = new Pace();
	/** How it ends; never rejected. */
	readonly end: Promise<End<T>>;
	#step: ImportStep = { phase: 'reading', done: 0, total: 1 };
	#left: number | undefined;
	#waits = false;

	constructor(work: (following: Following) => Promise<T>) {
		const following: Following = {
			signal: this.#stopping.signal,
			onProgress: (step) => {
				this.#waits = false;
				this.#step = step;
				this.#left = this.#pace.remaining(step.done, step.total);
			},
			onWait: () => (this.#waits = true)
		};
		this.end = work(following).then(
			(value) => ({ value }),
			(error: unknown) => (error instanceof ImportCancelledError ? { stopped: true } : { error })
		);
	}

	/** Nothing is written from here on, unless everything already is. */
	stop(): void {
		if (!this.#stopping.signal.aborted) this.#stopping.abort(new ImportCancelledError());
	}

	/** How it ended, when it has within so many milliseconds. */
	async within(ms: number): Promise<End<T> | undefined> {
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, ms, undefined)));
		const end = await Promise.race([this.end, late]);
		clearTimeout(timer);
		return end;
	}

	/** What it is at, in the current language. */
	told(): Told {
		const isStopping = this.#stopping.signal.aborted;
		if (isStopping) return { sentence: m.import_stopping(), isStopping };
		if (this.#waits) return { sentence: m.import_waiting(), isStopping };
		const { phase, done, total } = this.#step;
		return {
			sentence: importStepSentence(this.#step, this.#left),
			...(phase === 'rows' && { rows: { done, total } }),
			isStopping
		};
	}
}
