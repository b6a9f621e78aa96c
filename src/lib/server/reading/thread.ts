import { Worker } from 'node:worker_threads';
import { threadBundle } from '#lib/threads/bundle.ts';
import type { Config } from '../config.ts';
import { errorOf } from './failures.ts';
import { Assembly } from './pieces.ts';
import type { Answered, Asked, FromThread, Question, ToThread } from './questions.ts';

/** What the thread starts with. */
export interface ThreadData {
	database: Pick<Config, 'neo4j' | 'data'>;
	fictional: boolean;
}

/** The thread over a database, where the build has made one; there is none in `npm run dev` and in tests. */
export function readingThread(
	database: ThreadData['database'] | undefined,
	fictional: () => boolean,
	onError: (error: unknown) => void
): ReadingThread | undefined {
	const entry = database && threadBundle('reading-worker', import.meta.url);
	if (!entry) return undefined;
	return new ReadingThread(entry, () => ({ database, fictional: fictional() }), onError);
}

interface Waiting {
	assembly: Assembly;
	resolve: (value: unknown) => void;
	reject: (error: Error) => void;
}

/**
 * One thread that reads the graph over its own connection, parses it and computes on it: whatever that
 * takes, the program goes on answering. Started when it is first asked, and again after it failed.
 */
export class ReadingThread {
	#worker: Worker | undefined;
	readonly #waiting = new Map<number, Waiting>();
	#next = 0;
	#isClosed = false;

	/** @param data asked when the thread starts */
	constructor(
		private readonly entry: URL,
		private readonly data: () => ThreadData,
		private readonly onError: (error: unknown) => void
	) {}

	/** Asks the catalogue in there. @throws what it threw, or why the thread ended */
	async ask<Q extends Question>(question: Q, ...args: Asked<Q>): Promise<Answered<Q>> {
		if (this.#isClosed) throw new Error('the reading thread is closed');
		const id = this.#next++;
		const found = await new Promise<unknown>((resolve, reject) => {
			this.#waiting.set(id, { assembly: new Assembly(), resolve, reject });
			this.#tell({ say: 'ask', id, question, args });
		});
		// `answer` in the worker asked a `Catalogue` this very question.
		return found as Answered<Q>;
	}

	/** Tells the newest revision seen, so that layouts are brought up to it. Answers at once. */
	notice(revision: number): void {
		if (!this.#isClosed) this.#tell({ say: 'revision', revision });
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		const worker = this.#worker;
		if (!worker) return;
		const ended = new Promise((resolve) => worker.once('exit', resolve));
		// Cut short by the end of the program, its connection would not be closed but torn down.
		worker.ref();
		this.#tell({ say: 'close' });
		await ended;
	}

	#tell(message: ToThread): void {
		(this.#worker ??= this.#start()).postMessage(message);
	}

	#start(): Worker {
		const worker = new Worker(this.entry, { workerData: this.data() });
		worker.on('message', (message: FromThread) => this.#hear(message));
		worker.on('error', (error) => this.#end(worker, error));
		worker.on('exit', () => this.#end(worker, new Error('the reading thread ended')));
		// Nobody waits for it once everything else is over.
		worker.unref();
		return worker;
	}

	#hear(message: FromThread): void {
		if (message.say === 'error') return this.onError(errorOf(message.failure));
		const waiting = this.#waiting.get(message.id);
		if (!waiting) return;
		if (message.say === 'failed') {
			this.#waiting.delete(message.id);
			return waiting.reject(errorOf(message.failure));
		}
		waiting.assembly.add(message.piece);
		if (message.isLast) {
			this.#waiting.delete(message.id);
			return waiting.resolve(waiting.assembly.value);
		}
		// Others pass between two pieces.
		setImmediate(() =>
			this.#worker?.postMessage({ say: 'next', id: message.id } satisfies ToThread)
		);
	}

	#end(worker: Worker, error: unknown): void {
		if (this.#worker !== worker) return;
		this.#worker = undefined;
		const reason = error instanceof Error ? error : new Error(String(error));
		for (const { reject } of this.#waiting.values()) reject(reason);
		this.#waiting.clear();
	}
}
