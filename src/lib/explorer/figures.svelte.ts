import { yearOf } from '#lib/network/isolation-year.ts';
import { inNextTurn } from '#lib/network/steps.ts';
import { summarise, type NetworkSummary } from '#lib/network/summary.ts';
import { isStructure } from './data.ts';
import type { Explorer } from './explorer.svelte.ts';
import { inYear } from './views/model.ts';

/** How many pass the filters, in the year looked at: counted once for all that say it. */
export class Figures {
	readonly #explorer: Explorer;
	readonly structures = $derived.by(() => this.#explorer.shown.nodes.filter(isStructure).length);
	/** Of those « à part ». */
	readonly apart = $derived.by(() => {
		const { shown, apart } = this.#explorer;
		return shown.nodes.filter(({ id }) => apart.has(id)).length;
	});
	/** The figures of a card; nothing without a filter, when they are the card's own. */
	filtered = $state.raw<NetworkSummary>();

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** Keeps a card's figures to what passes, a turn after it is drawn: the hand that filters comes first. */
	follow(): () => void {
		const { faceted, isFiltered } = this.#explorer;
		if (isFiltered && faceted) return inNextTurn(() => (this.filtered = this.#ofShown()));
		this.filtered = undefined;
		return () => undefined;
	}

	#ofShown(): NetworkSummary {
		const { shown, view, standing } = this.#explorer;
		const network = { ...inYear(shown, yearOf(view)), documented: standing.documented };
		return { ...summarise(network, []), apart: this.apart };
	}
}
