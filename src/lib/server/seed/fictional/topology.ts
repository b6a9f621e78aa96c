import type { Random } from '#lib/network/random.ts';

export interface Tie {
	a: number;
	b: number;
	/** Holds a group together: must be alive whatever the day. */
	firm: boolean;
}

/** One project's structures, as indices, by role. */
export interface Block {
	/** Core structures in neighbourhoods ("bassins") of about eighteen. */
	bassins: number[][];
	leaves: number[];
	smallGroups: number[][];
	vertical: number[];
	alone: number[];
}

const BASSIN = 18;
/** Shares of the structures of a block that has at least `SMALLEST` of them. */
const SHARES = { alone: 0.04, vertical: 0.08, smallGroup: 0.045, leaf: 0.1 };
const SMALLEST = 12;

/** Cuts `from … to - 1` into roles; small blocks are all core. */
export function planBlock(random: Random, from: number, to: number): Block {
	const size = to - from;
	const order = random.shuffled(Array.from({ length: size }, (_, i) => from + i));
	const take = (share: number, least: number): number[] =>
		size < SMALLEST ? [] : order.splice(0, Math.max(least, Math.round(size * share)));
	const alone = take(SHARES.alone, 1);
	const vertical = take(SHARES.vertical, 1);
	const grouped = take(SHARES.smallGroup, 2);
	const leaves = take(SHARES.leaf, 1);
	const smallGroups: number[][] = [];
	for (let rest = grouped; rest.length > 0;) {
		const length = rest.length === 4 || rest.length === 2 ? 2 : 3;
		const group = rest.slice(0, length);
		rest = rest.slice(length);
		// One left over cannot be a group by itself.
		if (group.length > 1) smallGroups.push(group);
		else leaves.push(...group);
	}
	order.sort((a, b) => a - b);
	const bassins: number[][] = [];
	const count = Math.max(1, Math.round(order.length / BASSIN));
	for (let i = 0; i < count; i++) {
		const start = Math.floor((i * order.length) / count);
		bassins.push(order.slice(start, Math.floor(((i + 1) * order.length) / count)));
	}
	return { bassins: bassins.filter((b) => b.length > 0), leaves, smallGroups, vertical, alone };
}

/** Pairs of structures that are tied, each once, whichever way round. */
export class TieSet {
	readonly ties: Tie[] = [];
	readonly #seen = new Set<number>();

	constructor(readonly structures: number) {}

	/** False when they are the same or tied already. */
	add(a: number, b: number, firm: boolean): boolean {
		if (a === b) return false;
		const key = Math.min(a, b) * this.structures + Math.max(a, b);
		if (this.#seen.has(key)) return false;
		this.#seen.add(key);
		this.ties.push({ a, b, firm });
		return true;
	}
}

/** How often a structure is chosen: most meet a few others, a few meet many. */
const ATTENTION = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 6, 9] as const;

/** The ties that make every group one piece: without them roles would be a matter of luck. */
function tieGroups(random: Random, blocks: readonly Block[], set: TieSet): void {
	let before: readonly number[] | undefined;
	for (const block of blocks) {
		for (const bassin of block.bassins) {
			bassin.forEach((member, i) => {
				const known = i > 0 ? bassin.slice(0, i) : before;
				if (known) set.add(random.pick(known), member, true);
			});
			before = bassin;
		}
		for (const leaf of block.leaves)
			if (before) set.add(random.pick(random.pick(block.bassins)), leaf, true);
		for (const group of block.smallGroups)
			group.forEach((member, i) => {
				const first = group[0];
				const last = group[i - 1];
				if (last !== undefined) set.add(last, member, true);
				if (i === 2 && first !== undefined && random.chance(0.5)) set.add(first, member, false);
			});
	}
}

/**
 * Direct ties: everyone in one piece first, then working groups of three to five in a neighbourhood
 * (they give the clustering of real networks, as shared events do) and ties between neighbourhoods,
 * until there are `wanted`; with fewer than the pieces need, the pieces win unless `exact`.
 * Throws a `RangeError` when `exact` and `wanted` cannot be met.
 */
export function drawTies(
	random: Random,
	blocks: readonly Block[],
	structures: number,
	wanted: number,
	exact: boolean
): Tie[] {
	const set = new TieSet(structures);
	tieGroups(random, blocks, set);
	const bassins = blocks.flatMap((b) => b.bassins);
	const tickets = bassins.map((members) =>
		members.flatMap((m) => new Array<number>(random.pick(ATTENTION)).fill(m))
	);
	const near = (at: number): number =>
		random.chance(0.6) ? at + (random.chance(0.5) ? 1 : -1) : random.below(bassins.length);

	for (let tries = wanted * 6; set.ties.length < wanted && tries > 0; tries--) {
		const at = random.below(bassins.length);
		const here = tickets[at];
		if (!here) break;
		if (random.chance(0.2)) {
			const there = tickets[near(at)];
			if (there) set.add(random.pick(here), random.pick(there), false);
			continue;
		}
		const table = [
			...new Set(Array.from({ length: 3 + random.below(4) }, () => random.pick(here)))
		];
		for (const [i, a] of table.entries())
			for (const b of table.slice(i + 1))
				if (set.ties.length < wanted && random.chance(0.9)) set.add(a, b, false);
	}
	if (exact) fill(bassins.flat(), set, wanted);
	if (exact && set.ties.length !== wanted)
		throw new RangeError(`cannot draw ${wanted} ties between ${structures} structures`);
	return set.ties;
}

/** Completes with the nearest pairs not tied yet, when chance alone would take too long. */
function fill(core: readonly number[], set: TieSet, wanted: number): void {
	for (let step = 1; step < core.length && set.ties.length < wanted; step++)
		for (const [i, a] of core.entries()) {
			const b = core[i + step];
			if (b !== undefined && set.ties.length < wanted) set.add(a, b, false);
		}
}
