import type { ClaimView, SourceRef } from '#lib/domain/views.ts';

/** Numbers sources in the order they are first cited, as a reader meets them. */
export class Citations {
	readonly #numbers = new Map<string, number>();
	readonly #sources: SourceRef[] = [];
	readonly #known: ReadonlyMap<string, SourceRef>;

	/** @param known sources that words may cite by their id */
	constructor(known: Iterable<SourceRef> = []) {
		this.#known = new Map([...known].map((source) => [source.id, source]));
	}

	get sources(): readonly SourceRef[] {
		return this.#sources;
	}

	/** Numbers of the sources these claims rest on, ascending, each once. */
	of(claims: readonly ClaimView[]): number[] {
		const cited = claims.flatMap(({ source }) => (source ? [this.#number(source)] : []));
		return [...new Set(cited)].sort((a, b) => a - b);
	}

	/** Id of the source a number stands for. */
	idOf(number: number): string {
		return this.#sources[number - 1]?.id ?? '';
	}

	/** The number of a source that may be cited; none for anything else. */
	numberOf(id: string): number | undefined {
		const source = this.#known.get(id);
		return source && this.#number(source);
	}

	#number(source: SourceRef): number {
		const known = this.#numbers.get(source.id);
		if (known !== undefined) return known;
		const number = this.#sources.push(source);
		this.#numbers.set(source.id, number);
		return number;
	}
}
