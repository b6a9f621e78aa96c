/** Lists that come a part at a time: a view shows at once, is whole soon after, and never holds the page. */

/** Lines made together: a list that grows by less makes none of its lines twice. */
export const CHUNK = 40;

/** Milliseconds a part may take: under the 50 that a hand feels, on a page that does other things too. */
const PART = 30;

/** Of each list in turn, how many items a common limit leaves it: all, or whole chunks. Pure. */
export function portions(limit: number, lengths: readonly number[]): number[] {
	let left = limit;
	return lengths.map((length) => {
		const taken = length <= left ? length : Math.max(0, Math.min(length, left - (left % CHUNK)));
		left = length <= left ? left - length : 0;
		return taken;
	});
}

interface Unrolling {
	/** Lines there at once: what a screen shows. */
	first: number;
	/** Fewest lines worth a part. */
	least: number;
	/** How many there will be. */
	total: () => number;
}

/** How many lines are there yet: some at first, then more at each frame, as many as this machine can. */
export class Unrolled {
	limit: number = $state(0);
	readonly #total: () => number;
	readonly busy = $derived.by(() => this.limit < this.#total());

	/** To be made while a component is set up. */
	constructor({ first, least, total }: Unrolling) {
		this.limit = first;
		this.#total = total;
		let step = least;
		$effect(() => {
			if (!this.busy) return;
			const frame = requestAnimationFrame(() => {
				const start = performance.now();
				this.limit += step;
				// Lines are made when this turn is over, before what a timer runs.
				setTimeout(() => {
					const pace = PART / Math.max(performance.now() - start, 1);
					step = least * Math.min(16, Math.max(1, Math.round((step / least) * pace)));
				});
			});
			void this.limit;
			return () => cancelAnimationFrame(frame);
		});
	}
}
