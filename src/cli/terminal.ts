/** Where a command speaks: a terminal, a pipe, or a test. */
export interface Channel {
	write(text: string): unknown;
	isTTY?: boolean | undefined;
	columns?: number | undefined;
}

/** Exit codes, a promise of the command line. */
export const EXIT = { done: 0, refused: 1, wrongCall: 2, database: 3, stopped: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with sentences for people and, for programs, the same as data. */
export class Refusal extends Error {
	override name = 'Refusal';
	constructor(
		readonly exit: ExitCode,
		readonly sentences: readonly string[],
		readonly data: Readonly<Record<string, unknown>> = {}
	) {
		super(sentences.join('\n'));
	}
}

const BAR = 24;
const CLEAR_LINE = '\r\x1b[K';

/**
 * What commands write through: results on the standard output, progress and refusals on the standard
 * error. On a terminal progress is one line redrawn; in a pipe, plain lines; with `--json`, nothing
 * but the result.
 */
export class Terminal {
	#drawn = false;

	constructor(
		private readonly out: Channel,
		private readonly err: Channel,
		readonly json: boolean
	) {}

	get interactive(): boolean {
		return this.out.isTTY === true;
	}

	/** The result: `sentences` for people, `data` for programs. */
	result(sentences: readonly string[], data: Readonly<Record<string, unknown>>): void {
		this.#clear();
		if (this.json) this.out.write(`${JSON.stringify(data)}\n`);
		else for (const sentence of sentences) this.out.write(`${sentence}\n`);
	}

	/** Something under way. */
	step(sentence: string): void {
		if (this.json) return;
		if (this.err.isTTY) this.#draw(sentence);
		else this.err.write(`${sentence}\n`);
	}

	/** The same, told again and again: one line redrawn on a terminal, nothing in a pipe. */
	underway(done: number, total: number, sentence: string): void {
		if (this.err.isTTY) this.progress(done, total, sentence);
	}

	/** `done` of `total`, with a bar on a terminal. */
	progress(done: number, total: number, sentence: string): void {
		if (this.json) return;
		if (!this.err.isTTY) {
			this.err.write(`${sentence}\n`);
			return;
		}
		const full = Math.round((done / Math.max(1, total)) * BAR);
		this.#draw(`${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${sentence}`);
	}

	refuse({ sentences, data }: Refusal): void {
		this.#clear();
		if (this.json) this.out.write(`${JSON.stringify({ error: { sentences, ...data } })}\n`);
		else for (const sentence of sentences) this.err.write(`${sentence}\n`);
	}

	#draw(sentence: string): void {
		const width = (this.err.columns ?? 80) - 1;
		this.err.write(`${CLEAR_LINE}${sentence.slice(0, width)}`);
		this.#drawn = true;
	}

	#clear(): void {
		if (this.#drawn) this.err.write(CLEAR_LINE);
		this.#drawn = false;
	}
}
