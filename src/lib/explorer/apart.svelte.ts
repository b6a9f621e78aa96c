import { m } from '#lib/i18n/paraglide/messages.js';
import { marginIn, standingIn, yearOf, type Apartness } from '#lib/network/isolation-year.ts';
import type { Visibility } from '#lib/rendering/model.ts';
import { apartIds } from './data.ts';
import type { Explorer } from './explorer.svelte.ts';

/**
 * Who stands apart: in the year looked at, or on the network's day. The drawing keeps the margin of
 * that day whatever the year, so that nothing moves, and rings those apart in the year.
 */
export class Apart {
	readonly #explorer: Explorer;
	/** The later of two years compared. */
	readonly year = $derived.by(() => yearOf(this.#explorer.view));
	readonly #onDay = $derived.by(() => this.#in(undefined));
	/** Classes and reasons: found only where they are read. */
	readonly #now = $derived.by(() => (this.year === undefined ? this.#onDay : this.#in(this.year)));
	readonly #then = $derived.by(() => {
		const { data } = this.#explorer;
		return data && this.year !== undefined ? marginIn(data.network, this.year) : undefined;
	});
	readonly idsOnDay = $derived.by(() => apartIds(this.#onDay));
	readonly ids = $derived.by(() => this.#then?.ids ?? this.idsOnDay);

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** False where no cooperation is known then: nobody is called apart. */
	get documented(): boolean {
		return (this.#then ?? this.#onDay).documented;
	}

	/** Everyone a class has been found for. */
	get rows(): Apartness['rows'] {
		return this.#now.rows;
	}

	/** Title of the margin, which keeps the rows of the network's day and says so in another year. */
	get title(): string {
		const { data } = this.#explorer;
		const count = this.#inMargin();
		if (this.ids === this.idsOnDay || !data) return m.explorer_margin_title({ count });
		return m.explorer_margin_title_day({ year: data.network.day.slice(0, 4), count });
	}

	/** What the drawing rings in another year. */
	get then(): Visibility['then'] {
		return this.ids === this.idsOnDay ? undefined : this.ids;
	}

	#in(year: number | undefined): Apartness {
		const { data } = this.#explorer;
		return data
			? standingIn(data.network, data.isolated, { year })
			: { documented: false, rows: [] };
	}

	#inMargin(): number {
		const { data, shown } = this.#explorer;
		const seats = data?.layout.positions;
		let count = 0;
		for (const { id } of shown.nodes)
			if (this.idsOnDay.has(id) && seats?.get(id)?.zone === 'margin') count++;
		return count;
	}
}
