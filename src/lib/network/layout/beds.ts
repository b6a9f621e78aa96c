import type { NetworkNode } from '../model.ts';
import { KIND_GROUPS } from '#lib/domain/vocabulary/actor-kinds.ts';

export interface Placed {
	node: NetworkNode;
	x: number;
	y: number;
}

const rankOf = (node: NetworkNode): number =>
	KIND_GROUPS.findIndex((group) => group === node.group);

/** Nodes side by side with their like: by colour group, then kind, then name. */
export const byNature = (a: NetworkNode, b: NetworkNode): number =>
	rankOf(a) - rankOf(b) ||
	(a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
	(a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Room between members of a bed: labels are long, and few nodes leave room for them. */
export const bedSteps = (count: number): { dx: number; dy: number } =>
	count <= 40 ? { dx: 5, dy: 3.2 } : count <= 300 ? { dx: 2.6, dy: 1.9 } : { dx: 1.6, dy: 1.4 };

/** Things that stay together in a bed, a structure and what it holds, in the order they stand. */
export type Clump = readonly NetworkNode[];

/** Rows of at most `perRow`: a nature too large for one row has its own, of even lengths. */
function rowsOf(bands: readonly (readonly Clump[])[], perRow: number): NetworkNode[][] {
	const rows: NetworkNode[][] = [];
	for (const band of bands) {
		const count = band.reduce((sum, clump) => sum + clump.length, 0);
		const last = rows.at(-1);
		if (last && last.length + count <= perRow) {
			last.push(...band.flat());
			continue;
		}
		const even = Math.ceil(count / Math.ceil(count / perRow));
		let row: NetworkNode[] | undefined;
		for (const clump of band) {
			if (!row || (row.length > 0 && row.length + clump.length > Math.max(even, clump.length))) {
				row = [];
				rows.push(row);
			}
			row.push(...clump);
		}
	}
	return rows;
}

/**
 * Members without documented cooperations, planted like a bed: rows of one nature, neighbouring natures
 * sharing a row where they fit, as close as can be to `ratio` (width over height). Centred on 0, 0.
 */
export function plantBed(clumps: readonly Clump[], ratio: number): Placed[] {
	const n = clumps.reduce((sum, clump) => sum + clump.length, 0);
	const { dx, dy } = bedSteps(n);
	const headed = clumps.flatMap((clump) => (clump[0] ? [{ head: clump[0], clump }] : []));
	headed.sort((a, b) => byNature(a.head, b.head));
	const bands = KIND_GROUPS.map((group) =>
		headed.filter(({ head }) => head.group === group).map(({ clump }) => clump)
	).filter((band) => band.length > 0);
	let best: NetworkNode[][] = [];
	let bestCost = Infinity;
	const ideal = Math.sqrt((n * dy * ratio) / dx);
	for (let perRow = Math.max(1, Math.floor(ideal * 0.6)); perRow <= ideal * 2 + 1; perRow++) {
		const rows = rowsOf(bands, perRow);
		const widest = Math.max(0, ...rows.map((row) => row.length));
		const cost = Math.max(widest * dx, rows.length * dy * ratio) + rows.length * 0.01;
		if (cost >= bestCost) continue;
		best = rows;
		bestCost = cost;
	}
	return best.flatMap((row, r) =>
		row.map((node, c) => ({
			node,
			x: (c - (row.length - 1) / 2) * dx,
			y: (r - (best.length - 1) / 2) * dy
		}))
	);
}

/** A few even rows of members without ties, to be set down beside the network. */
export function seatBench(nodes: readonly NetworkNode[]): Placed[] {
	// Closer than in a bed: its ground must flow into one, beside the network it belongs to.
	const { dx, dy } = nodes.length <= 40 ? { dx: 4, dy: 2.7 } : bedSteps(nodes.length);
	const sorted = [...nodes].sort(byNature);
	const rows = Math.max(1, Math.round(Math.sqrt((nodes.length * dx) / dy / 4)));
	const size = Math.ceil(sorted.length / rows);
	return sorted.map((node, i) => ({ node, x: (i % size) * dx, y: Math.floor(i / size) * dy }));
}
