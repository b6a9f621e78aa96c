/**
 * A small deterministic generator of numbers: the same seed gives the same territory on every
 * machine. Method: mulberry32 (Tommy Ettinger, 2017, public domain), 32 bits of state.
 */
export interface Random {
	/** In [0, 1). */
	next(): number;
	/** Whole number in [0, bound). */
	below(bound: number): number;
	/** True with this probability. */
	chance(probability: number): boolean;
	/** Throws a `RangeError` on an empty list. */
	pick<T extends NonNullable<unknown>>(items: readonly T[]): T;
	/** One of the keys, in proportion to its weight; weights are positive. */
	weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
	/** A shuffled copy. */
	shuffled<T>(items: readonly T[]): T[];
}

export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	const below = (bound: number): number => Math.floor(next() * bound);
	const pick = <T extends NonNullable<unknown>>(items: readonly T[]): T => {
		const item = items[below(items.length)];
		if (item === undefined) throw new RangeError('pick: empty list');
		return item;
	};
	return {
		next,
		below,
		pick,
		chance: (probability) => next() < probability,
		weighted(weights) {
			let total = 0;
			for (const key in weights) total += weights[key];
			let left = next() * total;
			let chosen: Extract<keyof typeof weights, string> | undefined;
			for (const key in weights) {
				chosen = key;
				left -= weights[key];
				if (left < 0) break;
			}
			if (chosen === undefined) throw new RangeError('weighted: no weights');
			return chosen;
		},
		shuffled: (items) =>
			items
				.map((item) => ({ item, rank: next() }))
				.sort((a, b) => a.rank - b.rank)
				.map(({ item }) => item)
	};
}
