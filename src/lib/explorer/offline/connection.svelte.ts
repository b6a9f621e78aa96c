import { browser } from '$app/environment';

/** Milliseconds between two questions while nobody answers. */
const PATIENCE = 4000;

/**
 * Whether the server can be reached. Believed to be, until the browser loses its network or a request
 * fails: then it is asked, and asked again until it answers. A server on the same machine answers
 * without any network, so what the browser says of itself is only a reason to ask.
 */
export class Connection {
	away = $state(false);
	/** Counts the times it came back: what failed meanwhile tries again. */
	returns = $state(0);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#asking = false;

	constructor(private readonly ask: () => Promise<boolean>) {}

	/** Something did not answer: finds out whether anything does. */
	doubt(): void {
		if (!this.#asking) void this.#find();
	}

	async #find(): Promise<void> {
		this.#asking = true;
		clearTimeout(this.#timer);
		const answers = await this.ask().catch(() => false);
		this.#asking = false;
		if (answers && this.away) this.returns++;
		this.away = !answers;
		if (this.away) this.#timer = setTimeout(() => this.doubt(), PATIENCE);
	}
}

export const connection = new Connection(async () => {
	const { ok } = await fetch('/readyz', { cache: 'no-store' });
	return ok;
});

if (browser)
	for (const event of ['online', 'offline']) addEventListener(event, () => connection.doubt());
