import type { NetworkNode } from '#lib/network/model.ts';
import { inTurns } from '#lib/network/steps.ts';
import { foldSteps, type FoldedNode } from './search.ts';

/** Names of a network as search reads them. */
export class Folded {
	/** Nothing until they are made. */
	all = $state.raw<readonly FoldedNode[]>();
	#nodes: readonly NetworkNode[] | undefined;

	/** Makes them, once, in turns: the page answers meanwhile. */
	prepare(nodes: readonly NetworkNode[]): void {
		if (nodes === this.#nodes) return;
		this.#nodes = nodes;
		this.all = undefined;
		void inTurns(foldSteps(nodes)).then((made) => {
			if (nodes === this.#nodes) this.all = made;
		});
	}
}
