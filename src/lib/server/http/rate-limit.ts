/** Who is told apart at once; the one not heard of for longest is forgotten first. */
const MOST_CALLERS = 10_000;

/** One caller's addresses are one: networks are given IPv6 by prefixes of 64 bits. */
function callerOf(address: string): string {
	const bare = address.replace(/^::ffff:(?=\d+\.)/i, '');
	if (!bare.includes(':')) return bare;
	const [head = '', tail] = bare.split('::');
	const groups = head.split(':');
	if (tail === undefined) return groups.slice(0, 4).join(':');
	const given = tail === '' ? [] : tail.split(':');
	const missing = Math.max(0, 8 - (head === '' ? 0 : groups.length) - given.length);
	const whole = [...(head === '' ? [] : groups), ...Array<string>(missing).fill('0'), ...given];
	return whole.slice(0, 4).join(':');
}

/**
 * How many requests one caller may make: so many at once, then as many a minute (a token bucket). What
 * it remembers is bounded, whatever the number of callers.
 */
export class RateLimit {
	readonly #callers = new Map<string, { tokens: number; at: number }>();

	/** @param perMinute requests a minute, and at once; none is refused when it is 0 */
	constructor(
		private readonly perMinute: number,
		private readonly now: () => number = Date.now,
		private readonly mostCallers = MOST_CALLERS
	) {}

	/** Counts one request. Answers 0 when it may pass, else in how many seconds the next one may. */
	take(address: string): number {
		if (this.perMinute === 0) return 0;
		const caller = callerOf(address);
		const now = this.now();
		const known = this.#callers.get(caller) ?? { tokens: this.perMinute, at: now };
		const gained = (Math.max(0, now - known.at) / 60_000) * this.perMinute;
		const tokens = Math.min(this.perMinute, known.tokens + gained);
		const passes = tokens >= 1;
		// Written again at the end: a map keeps the order of insertion.
		this.#callers.delete(caller);
		this.#callers.set(caller, { tokens: passes ? tokens - 1 : tokens, at: now });
		const [oldest] = this.#callers.keys();
		if (this.#callers.size > this.mostCallers && oldest !== undefined) this.#callers.delete(oldest);
		return passes ? 0 : Math.max(1, Math.ceil(((1 - tokens) / this.perMinute) * 60));
	}

	/** How many callers are remembered. */
	get size(): number {
		return this.#callers.size;
	}
}
