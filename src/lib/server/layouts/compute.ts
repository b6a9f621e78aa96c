import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { computeLayout, encodeLayout } from '#lib/network/layout/layout.ts';
import type { IsolationRow, Network } from '#lib/network/model.ts';
import { threadBundle } from '#lib/threads/bundle.ts';

export interface LayoutInput {
	network: Network;
	isolated: IsolationRow[];
	/** A network with its halo is another picture: it has its own place in the store. */
	halo?: boolean | undefined;
}
export interface LayoutRequest {
	id: number;
	input: LayoutInput;
}

/** Answers the encoded layout of a network. */
export interface LayoutComputer {
	compute(input: LayoutInput): Promise<string>;
	close(): Promise<void>;
}

/** Computes here, between two turns of the event loop: for tests and `npm run dev`. */
export const inProcess: LayoutComputer = {
	async compute({ network, isolated }) {
		await new Promise(setImmediate);
		return encodeLayout(computeLayout(network, isolated));
	},
	close: () => Promise.resolve()
};

const Reply = v.union([
	v.object({ id: v.number(), data: v.string() }),
	v.object({ id: v.number(), error: v.string() })
]);

interface Waiting {
	resolve: (data: string) => void;
	reject: (error: Error) => void;
}

/** Computes in one thread of its own, started when needed and let go when nothing waits for it. */
export class WorkerComputer implements LayoutComputer {
	#worker: Worker | undefined;
	#waiting = new Map<number, Waiting>();
	#next = 0;

	constructor(private readonly entry: URL) {}

	compute(input: LayoutInput): Promise<string> {
		const worker = (this.#worker ??= this.#start());
		const id = this.#next++;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			worker.postMessage({ id, input } satisfies LayoutRequest);
		});
	}

	async close(): Promise<void> {
		const worker = this.#worker;
		this.#fail(new Error('layouts are no longer computed'));
		await worker?.terminate();
	}

	#start(): Worker {
		const worker = new Worker(this.entry);
		worker.on('message', (message: unknown) => this.#answer(v.parse(Reply, message)));
		worker.on('error', (error) =>
			this.#fail(error instanceof Error ? error : new Error(String(error)))
		);
		return worker;
	}

	#answer(reply: v.InferOutput<typeof Reply>): void {
		const waiting = this.#waiting.get(reply.id);
		this.#waiting.delete(reply.id);
		if ('data' in reply) waiting?.resolve(reply.data);
		else waiting?.reject(new Error(reply.error));
		if (this.#waiting.size > 0) return;
		// Its memory goes back to the system: layouts are computed once in a long while.
		void this.#worker?.terminate();
		this.#worker = undefined;
	}

	#fail(error: Error): void {
		for (const { reject } of this.#waiting.values()) reject(error);
		this.#waiting.clear();
		this.#worker = undefined;
	}
}

/** In a thread of its own where the build has made one. */
export function layoutComputer(): LayoutComputer {
	const entry = threadBundle('layout-worker', import.meta.url);
	return entry ? new WorkerComputer(entry) : inProcess;
}
