import { nextTurn } from '#lib/network/steps.ts';

/** In the order a reader looks for them. */
const PARTS = ['legend', 'panel', 'years', 'access'] as const;

/** What stands around the drawing, once it is there: each part in a turn of its own, so that none holds the page. */
export class Arrival {
	#count = $state(0);

	/** Lets them come; what it returns stops it. */
	begin(): () => void {
		let gone = false;
		const next = async (): Promise<void> => {
			while (this.#count < PARTS.length) {
				await nextTurn();
				if (gone) return;
				this.#count++;
			}
		};
		void next();
		return () => (gone = true);
	}

	has(part: (typeof PARTS)[number]): boolean {
		return this.#count > PARTS.indexOf(part);
	}
}
