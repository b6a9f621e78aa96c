/**
 * A bounded cache of promises: what is asked for twice at the same time is made once, what failed is
 * forgotten, and the least recently used leave when the sizes of what is kept exceed `capacity`.
 */
export class LruCache<T> {
	readonly #entries = new Map<string, { promise: Promise<T>; size: number }>();
	#size = 0;

	constructor(
		private readonly capacity: number,
		private readonly sizeOf: (value: T) => number
	) {}

	get(key: string, make: () => Promise<T>): Promise<T> {
		const known = this.#entries.get(key);
		if (known) {
			this.#entries.delete(key);
			this.#entries.set(key, known);
			return known.promise;
		}
		const entry = { promise: make(), size: 0 };
		this.#entries.set(key, entry);
		entry.promise.then(
			(value) => this.#measure(key, entry, this.sizeOf(value)),
			() => this.#drop(key, entry)
		);
		return entry.promise;
	}

	clear(): void {
		this.#entries.clear();
		this.#size = 0;
	}

	#measure(key: string, entry: { size: number }, size: number): void {
		if (this.#entries.get(key) !== entry) return;
		entry.size = size;
		this.#size += size;
		for (const [oldest, old] of this.#entries) {
			if (this.#size <= this.capacity || old === entry) break;
			this.#drop(oldest, old);
		}
	}

	#drop(key: string, entry: { size: number }): void {
		if (this.#entries.get(key) !== entry) return;
		this.#entries.delete(key);
		this.#size -= entry.size;
	}
}
