import { untrack } from 'svelte';
import { aliveByYear, firstYear, spanOf, type YearCount } from '#lib/network/years.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { filterKey } from '../filters.ts';
import { countChanges, countShown, datable } from './counts.ts';

/** Milliseconds a year stays when the years are played; longer where motion is unwelcome. */
const PACE = 1000;
const CALM_PACE = 2000;

/** The years of the network shown, and the one looked at. The year itself lives in the address. */
export class Timeline {
	readonly #explorer: Explorer;
	playing = $state(false);

	/** The same whatever passes, so that a year keeps its place under the hand. */
	readonly #begin = $derived.by(() => firstYear(this.#explorer.data?.network.edges ?? []));
	/** Changes with every filter but the years: these only move along the columns. */
	readonly #key = $derived.by(() => filterKey({ ...this.#explorer.view, ...ANY_YEAR }));
	/** Oldest first; empty when nothing in the network is dated. */
	readonly columns: readonly YearCount[] = $derived.by(() => {
		void this.#key;
		const { data } = this.#explorer;
		const first = this.#begin;
		if (!data || first === undefined) return [];
		const last = Number(data.network.day.slice(0, 4));
		return untrack(() => {
			const { faceted, view } = this.#explorer;
			return faceted
				? aliveByYear(datable(data.network.edges, faceted, view), { first, last })
				: [];
		});
	});
	readonly first = $derived.by(() => this.columns[0]?.year ?? 0);
	readonly last = $derived.by(() => this.columns.at(-1)?.year ?? 0);
	readonly year = $derived.by(() => this.#explorer.view.year);
	readonly span = $derived.by(() => spanOf(this.#explorer.view));
	readonly count = $derived.by(() => countShown(this.#explorer.shown.edges));
	readonly changes = $derived.by(() => {
		const { changes, faceted } = this.#explorer;
		return changes && faceted ? countChanges(changes, faceted.edges) : undefined;
	});

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** Looks at a year; at all of them without one, and then nothing is compared. */
	choose(year: number | undefined): void {
		this.playing = false;
		this.#explorer.filter(year === undefined ? ANY_YEAR : { year });
	}

	/** Compares the year looked at, or the last one, with another. */
	compare(comparedYear: number | undefined): void {
		this.playing = false;
		const year = comparedYear === undefined ? this.year : (this.year ?? this.last);
		this.#explorer.filter({ year, comparedYear });
	}

	/** From the year looked at, or from the first when there is none after it. */
	play(): void {
		const { year } = this;
		if (year === undefined || year >= this.last || year < this.first)
			this.#explorer.filter({ year: this.first });
		this.playing = true;
	}

	/** One year at a time until the last; what it returns stops it. */
	run(isStill: boolean): () => void {
		const timer = setInterval(
			() => {
				const next = (this.year ?? this.first) + 1;
				if (next <= this.last) this.#explorer.filter({ year: next });
				if (next >= this.last) this.playing = false;
			},
			isStill ? CALM_PACE : PACE
		);
		return () => clearInterval(timer);
	}
}

const ANY_YEAR = { year: undefined, comparedYear: undefined };
