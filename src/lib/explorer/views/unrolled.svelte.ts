/** Lists that come a part at a time: a view shows at once, is whole soon after, and never holds the page. */

/** Lines made together: a list that grows by less makes none of its lines twice. */
export const CHUNK = 40;

/** Milliseconds a part may take: half of the 50 that a hand feels, on a page that does other things too. */
const PART = 25;
/** Most smallest parts at once. */
const MOST = 16;

/** Of each list in turn, how many items a common limit leaves it: all, or whole chunks. Pure. */
export function portions(limit: number, lengths: readonly number[]): number[] {
	let left = limit;
	return lengths.map((length) => {
		const taken = length <= left ? length : Math.max(0, Math.min(length, left - (left % CHUNK)));
		left = length <= left ? left - length : 0;
		return taken;
	});
}

/** A list cut into parts of a size, each the same from one asking to the next. Pure. */
export const inChunks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
	Array.from({ length: Math.ceil(list.length / size) }, (_none, at) =>
		list.slice(at * size, (at + 1) * size)
	);

/**
 * How many smallest parts to make next, after so many took so long: towards what a frame bears, and
 * never more than twice as many, since what is laid out already weighs on what comes. Pure.
 */
export const nextStep = (step: number, took: number): number =>
	Math.max(1, Math.min(MOST, 2 * step, Math.floor((step * PART) / Math.max(took, 1))));

/**
 * How many lines come next: so many smallest parts, and never less than a twentieth of what is there. What
 * is there is looked at again by the browser with each part: equal parts would cost the square of a long
 * list on a machine too slow for more than the smallest. Pure.
 */
export const grownBy = (there: number, least: number, parts: number): number =>
	least * Math.max(parts, Math.ceil(there / least / 20));

/** Lists of the page that still grow, in the order they stand: one grows at a time. */
const growing = new Set<(step: number) => void>();
let step = 1;

function turn(): void {
	requestAnimationFrame(() => {
		const [grow] = growing;
		if (!grow) return;
		const start = performance.now();
		grow(step);
		// Lines are made and laid out when this turn is over, before what a timer runs.
		setTimeout(() => {
			step = nextStep(step, performance.now() - start);
			if (growing.size > 0) turn();
		});
	});
}

/** Lets a list grow when its turn comes; what it returns takes it out. */
function join(grow: (step: number) => void): () => void {
	const alone = growing.size === 0;
	growing.add(grow);
	if (alone) {
		step = 1;
		turn();
	}
	return () => growing.delete(grow);
}

interface Unrolling {
	/** Lines there at once. */
	first: number;
	/** Lines of the smallest part. */
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
		$effect(() =>
			this.busy ? join((parts) => (this.limit += grownBy(this.limit, least, parts))) : undefined
		);
	}
}
