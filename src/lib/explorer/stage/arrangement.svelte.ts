import type { Drawing } from '#lib/rendering/drawing.ts';
import type { Point } from '#lib/rendering/model.ts';
import type { ExplorerData } from '../data.ts';
import type { RunningLayout } from '../layout.ts';

/** Where nodes stand: what the layout in progress says, and what is held by hand. */
export class Arrangement {
	/** `settled` when the layout stopped by itself. */
	state = $state<'idle' | 'running' | 'settled' | 'stopped'>('idle');
	/** Nodes held by hand and their places, in the layout's units. */
	pins = $state.raw<ReadonlyMap<string, Point>>(new Map());
	readonly #on: { data: ExplorerData | undefined; drawing: Drawing | undefined };
	#runner: RunningLayout | undefined;

	constructor(on: { data: ExplorerData | undefined; drawing: Drawing | undefined }) {
		this.#on = on;
	}

	/** Computes the layout again in a worker, or stops it where it is. */
	toggle(): void {
		if (this.#runner) this.#runner.stop();
		else if (this.state !== 'running') void this.#run();
	}

	stop(): void {
		this.#runner?.stop();
	}

	/** A node is held at a place or, with `null`, let go: the layout in progress follows. */
	held(id: string, at: Point | null): void {
		const pins = new Map(this.pins);
		if (at) pins.set(id, at);
		else pins.delete(id);
		this.pins = pins;
		this.#runner?.pin(id, at);
	}

	releaseAll(): void {
		this.#on.drawing?.release([...this.pins.keys()]);
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
