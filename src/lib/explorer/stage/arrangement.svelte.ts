import { pinsText } from '#lib/domain/view-state/parameters.ts';
import { MOST_PINS, type ViewState } from '#lib/domain/view-state/state.ts';
import type { Drawing } from '#lib/rendering/drawing.ts';
import type { Point } from '#lib/rendering/model.ts';
import type { ExplorerData } from '../data.ts';
import type { RunningLayout } from '../layout.ts';

/** Milliseconds without a move after which the places set by hand are written in the address. */
const REST = 250;

interface Arranged {
	readonly data: ExplorerData | undefined;
	readonly drawing: Drawing | undefined;
	adjust(change: Pick<ViewState, 'pins'>): void;
}

/** Where nodes stand: what the layout in progress says, and what is held by hand. */
export class Arrangement {
	/** `settled` when the layout stopped by itself. */
	state = $state<'idle' | 'running' | 'settled' | 'stopped'>('idle');
	/** Nodes held by hand and their places, in the layout's units. */
	pins = $state.raw<ReadonlyMap<string, Point>>(new Map());
	/** Places an address has no room for. */
	readonly unwritten = $derived(Math.max(this.pins.size - MOST_PINS, 0));
	readonly #on: Arranged;
	#runner: RunningLayout | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What the address says, read or written. */
	#told = '';

	constructor(on: Arranged) {
		this.#on = on;
	}

	/** Computes the layout again in a worker, or stops it where it is. */
	toggle(): void {
		if (this.#runner) this.#runner.stop();
		else if (this.state !== 'running') void this.#run();
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#runner?.stop();
	}

	/** Takes the places an address says, unless they were written there by us. */
	follow(pins: ReadonlyMap<string, Point>): void {
		const told = pinsText(pins);
		if (told === this.#told) return;
		this.#told = told;
		clearTimeout(this.#timer);
		const before = this.pins;
		this.pins = pins;
		this.#on.drawing?.setPins(pins);
		for (const id of before.keys()) if (!pins.has(id)) this.#runner?.pin(id, null);
		for (const [id, at] of pins) this.#runner?.pin(id, at);
	}

	/** A node is held at a place or, with `null`, let go: the layout in progress follows. */
	held(id: string, at: Point | null): void {
		const pins = new Map(this.pins);
		if (at) pins.set(id, at);
		else pins.delete(id);
		this.pins = pins;
		this.#runner?.pin(id, at);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#tell(), REST);
	}

	releaseAll(): void {
		this.#on.drawing?.release([...this.pins.keys()]);
	}

	#tell(): void {
		const told = pinsText(this.pins);
		if (told === this.#told) return;
		this.#told = told;
		this.#on.adjust({ pins: this.pins });
	}

	async #run(): Promise<void> {
		const { data } = this.#on;
		if (!data || !this.#on.drawing) return;
		this.state = 'running';
		const { startLayout } = await import('../layout.ts');
		this.#runner = startLayout(data, this.pins, {
			positions: (positions) => this.#on.drawing?.setPositions(positions),
			end: (settled) => {
				this.#runner = undefined;
				this.state = settled ? 'settled' : 'stopped';
			}
		});
	}
}
