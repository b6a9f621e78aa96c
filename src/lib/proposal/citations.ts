import type { ClaimView, SourceRef } from '#lib/domain/views.ts';

/** Numbers sources in the order they are first cited, as a reader meets them. */
export class Citations {
	readonly #numbers = new Map<string, number>();
	readonly #sources: SourceRef[] = [];

	get sources(): readonly SourceRef[] {
		return this.#sources;
	}

	/** Numbers of the sources these claims rest on, ascending, each once. */
	of(claims: readonly ClaimView[]): number[] {
		const cited = claims.flatMap(({ source }) => (source ? [this.#number(source)] : []));
		return [...new Set(cited)].sort((a, b) => a - b);
	}

	#number(source: SourceRef): number {
		const known = this.#numbers.get(source.id);
		if (known !== undefined) return known;
		const number = this.#sources.push(source);
		this.#numbers.set(source.id, number);
		return number;
	}
}
