import { nextTurn } from '#lib/network/steps.ts';

/** A view in two turns: what it says is worked out in the first, and made into lines in the next. */
export class Worked {
	/** Its lines may be made. */
	done: boolean = $state(true);

	/**
	 * To be made while a component is set up.
	 * @param here whether it is worked out here: what the server wrote is there at once
	 * @param work reads what the lines are made of
	 */
	constructor(here: boolean, work: () => unknown) {
		this.done = !here;
		$effect(() => {
			if (this.done) return undefined;
			work();
			let gone = false;
			void nextTurn().then(() => {
				if (!gone) this.done = true;
			});
			return () => (gone = true);
		});
	}
}
