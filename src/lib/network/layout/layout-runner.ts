import type { Layout, Network } from '../model.ts';
import { liveInput } from './live.ts';
import type { LiveAnswer, LiveRequest } from './live-messages.ts';

export interface LayoutListener {
	/** Positions of the moving nodes, some thirty times a second while it runs. */
	moved(positions: ReadonlyMap<string, { x: number; y: number }>): void;
	/** It came to rest by itself, was stopped, or its worker failed. */
	done(reason: 'converged' | 'stopped' | 'failed'): void;
}

/** Runs the layout live in a worker of its own, made when first started. Browser only. */
export class LayoutRunner {
	#worker: Worker | undefined;
	#ids: string[] = [];
	#index = new Map<string, number>();
	#running = false;

	constructor(private readonly listener: LayoutListener) {}

	get running(): boolean {
		return this.#running;
	}

	/** Starts from the positions of a layout; only the network moves, never margin, bench or hubs. */
	start(network: Network, layout: Layout): void {
		const { ids, input } = liveInput(network, layout);
		this.#ids = ids;
		this.#index = new Map(ids.map((id, i) => [id, i]));
		this.#worker?.terminate();
		this.#worker = this.#spawn();
		this.#running = true;
		this.#send({ type: 'start', input });
	}

	/** Stops; `done('stopped')` follows with the positions reached. */
	stop(): void {
		this.#send({ type: 'stop' });
	}

	resume(): void {
		if (!this.#worker) return;
		this.#running = true;
		this.#send({ type: 'resume' });
	}

	/** Holds a node at a place, or releases it with `null`; resume to see the others follow. */
	pin(id: string, at: { x: number; y: number } | null): void {
		const index = this.#index.get(id);
		if (index !== undefined) this.#send({ type: 'pin', index, at });
	}

	/** Lets the worker go; the runner may be started again. */
	close(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#running = false;
	}

	#send(request: LiveRequest): void {
		this.#worker?.postMessage(request);
	}

	#spawn(): Worker {
		const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<LiveAnswer>) => {
			this.listener.moved(
				new Map(
					this.#ids.map((id, i) => [
						id,
						{ x: data.positions[2 * i] ?? 0, y: data.positions[2 * i + 1] ?? 0 }
					])
				)
			);
			if (data.type !== 'done') return;
			this.#running = false;
			this.listener.done(data.reason);
		});
		worker.addEventListener('error', () => {
			this.close();
			this.listener.done('failed');
		});
		return worker;
	}
}
