import { untrack } from 'svelte';
import { inNextTurn } from '#lib/network/steps.ts';
import type { Explorer } from '../explorer.svelte.ts';

/** A view in two turns: what it says is worked out in the first, and made into lines in the next. */
export class Worked {
	/** Its lines may be made. */
	done: boolean = $state(true);

	/**
	 * To be made while a component is set up. What the server wrote is there at once.
	 * @param work reads what the lines are made of
	 */
	constructor(explorer: Pick<Explorer, 'data'>, work: () => unknown) {
		this.done = untrack(() => explorer.data === undefined);
		$effect(() => {
			if (this.done) return undefined;
			work();
			return inNextTurn(() => (this.done = true));
		});
	}
}
