import { neighboursHidden } from '#lib/network/expansion.ts';
import { facet } from '#lib/network/facets.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** Neighbours that the legend keeps out of sight: how many, shown on demand, put back. */
export class Expansion {
	readonly #explorer: Explorer;
	/** Of the node whose sheet is open: what expanding it would bring. */
	readonly hidden = $derived.by(() => this.hiddenAround(this.#explorer.selectedNode?.id));
	/** Of the node whose sheet is open, when it is expanded: what is shown for that alone. */
	readonly brought = $derived.by(() => {
		const id = this.#explorer.selectedNode?.id;
		const { data, view } = this.#explorer;
		if (!data || id === undefined || !view.expanded.has(id)) return 0;
		const filters = { ...view, expanded: without(view.expanded, id) };
		const { edges } = facet(data.network, filters);
		return neighboursHidden(data.network, filters, edges, id).size;
	});
	/** The node expanded last. */
	readonly last = $derived.by(() => [...this.#explorer.view.expanded].at(-1));

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** How many neighbours of a node are not shown as such. */
	hiddenAround(id: string | undefined): number {
		const { data, faceted, view } = this.#explorer;
		if (!data || !faceted || id === undefined) return 0;
		return neighboursHidden(data.network, view, faceted.edges, id).size;
	}

	/** Shows them around their node, which is selected: one step that Back undoes. */
	show(id: string): void {
		const { expanded } = this.#explorer.view;
		this.#explorer.go({
			expanded: new Set([...without(expanded, id), id]),
			selection: { kind: 'node', id },
			others: new Set()
		});
	}

	/** As before they were shown. */
	undo(id: string): void {
		const { view } = this.#explorer;
		this.#explorer.filter({ expanded: without(view.expanded, id) });
	}
}

const without = (set: ReadonlySet<string>, id: string): Set<string> =>
	new Set([...set].filter((other) => other !== id));
