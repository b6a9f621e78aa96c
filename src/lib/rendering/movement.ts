import type { Point } from './model.ts';

/** Milliseconds of a frame that a layout may take without being felt. */
const LIGHT = 8;
/** Milliseconds a hand must be still before a frame that is felt. */
const STILL = 150;

/**
 * When the positions of a layout in progress are shown: the latest ones, in a frame of their own. Where a
 * frame is long the hand comes first, and the page is left as long to itself between two of them.
 */
export class Movement {
	#latest: ReadonlyMap<string, Point> | undefined;
	#frame: number | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Milliseconds the last one took, and when it was over. */
	#took = 0;
	#shown = 0;
	#touched = -Infinity;

	/** Listens to hands on `element`, and ends, with `signal`. */
	constructor(
		element: HTMLElement,
		signal: AbortSignal,
		private readonly show: (positions: ReadonlyMap<string, Point>) => void
	) {
		const touched = (): void => void (this.#touched = performance.now());
		for (const type of ['pointermove', 'pointerdown', 'wheel'])
			element.addEventListener(type, touched, { signal, passive: true, capture: true });
		signal.addEventListener('abort', () => this.#forget());
	}

	take(positions: ReadonlyMap<string, Point>): void {
		this.#latest = positions;
		if (this.#frame === undefined && this.#timer === undefined) this.#plan();
	}

	#plan(): void {
		const from = Math.max(this.#touched + STILL, this.#shown + this.#took);
		const wait = this.#took > LIGHT ? from - performance.now() : 0;
		if (wait <= 0) this.#frame = requestAnimationFrame(() => this.#draw());
		else
			this.#timer = setTimeout(() => {
				this.#timer = undefined;
				this.#plan();
			}, wait);
	}

	#draw(): void {
		this.#frame = undefined;
		const positions = this.#latest;
		if (!positions) return;
		this.#latest = undefined;
		const start = performance.now();
		this.show(positions);
		this.#shown = performance.now();
		this.#took = this.#shown - start;
	}

	#forget(): void {
		clearTimeout(this.#timer);
		if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		this.#latest = undefined;
	}
}
