/** Values said once and pointed at by their place: what repeats thousands of times costs one number. */
export class Interned<T> {
	readonly values: T[] = [];
	readonly #places = new Map<string | number, number>();

	/** Place of `value`, equal values having equal keys. */
	place(key: string | number, value: () => T): number {
		const known = this.#places.get(key);
		if (known !== undefined) return known;
		this.#places.set(key, this.values.length);
		return this.values.push(value()) - 1;
	}
}
