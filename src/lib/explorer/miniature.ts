import type { Family } from '#lib/domain/vocabulary/relation-types.ts';
import { isAlive } from '#lib/domain/status.ts';
import { toPath } from '#lib/network/hull.ts';
import type { Layout, Network, NetworkNode } from '#lib/network/model.ts';

/** A network small enough for a card, ready to draw: one path per colour. */
export interface MiniatureData {
	viewBox: string;
	hulls: string[];
	edges: { family: Family; d: string }[];
	/** `dots`: zero-length strokes with round caps; `squares` with square caps; `diamonds` filled. */
	nodes: { group: NetworkNode['group']; dots: string; squares: string; diamonds: string }[];
	/** Rings around the structures of the margin. */
	apart: string;
	margin: string;
}

/** Layout units of a card at the common scale: a small network stays small, a large one is fitted. */
const WIDTH = 32;
const HEIGHT = 16.5;
/** Both sides together: the hull's own width around its nodes, and as much paper. */
const AIR = 7.5;
const SHOWN: readonly Family[] = ['funding', 'cooperation', 'sharing'];

const short = (value: number): number => Math.round(value * 10) / 10;

/** The picture of the stored layout, coordinates to a tenth of a node. */
export function miniature(network: Network, layout: Layout): MiniatureData {
	const drawn = network.nodes.flatMap((node) => {
		const at = layout.positions.get(node.id);
		const hidden = !node.member || node.group === 'ars' || node.group === 'project';
		return at && !hidden ? [{ node, at }] : [];
	});
	const places = new Map(drawn.map(({ node, at }) => [node.id, at]));
	const groups = new Map<NetworkNode['group'], MiniatureData['nodes'][number]>();
	let apart = '';
	for (const { node, at } of drawn) {
		const entry = groups.get(node.group) ?? {
			group: node.group,
			dots: '',
			squares: '',
			diamonds: ''
		};
		groups.set(node.group, entry);
		const [x, y] = [short(at.x), short(at.y)];
		if (node.label === 'SharedResource') entry.squares += `M${x} ${y}h0`;
		else if (node.label === 'Funder')
			entry.diamonds += `M${x} ${short(y - 0.6)}l.6 .6-.6 .6-.6-.6z`;
		else entry.dots += `M${x} ${y}h0`;
		if (at.zone === 'margin' && node.label === 'Actor')
			apart += `M${short(x - 0.8)} ${y}a.8.8 0 1 0 1.6 0a.8.8 0 1 0-1.6 0`;
	}
	const edges = SHOWN.flatMap((family) => {
		let d = '';
		for (const edge of network.edges) {
			const a = places.get(edge.source);
			const b = places.get(edge.target);
			const shown = edge.family === family && isAlive(edge.status) && a && b;
			if (shown) d += `M${short(a.x)} ${short(a.y)}L${short(b.x)} ${short(b.y)}`;
		}
		return d ? [{ family, d }] : [];
	});
	const xs = drawn.map(({ at }) => at.x);
	const ys = drawn.map(({ at }) => at.y);
	const box = frame(xs, ys);
	const { marginX } = layout;
	return {
		viewBox: box.join(' '),
		hulls: layout.hulls.map(toPath),
		edges,
		nodes: [...groups.values()],
		apart,
		margin:
			marginX === undefined || apart === ''
				? ''
				: `M${short(marginX)} ${short(box[1] + 1)}v${short(box[3] - 2)}`
	};
}

/** View box that holds every point with air around it, never closer than the common scale. */
function frame(xs: readonly number[], ys: readonly number[]): [number, number, number, number] {
	if (xs.length === 0) return [0, 0, WIDTH, HEIGHT];
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	const scale = Math.max(1, (right - left + AIR) / WIDTH, (bottom - top + AIR) / HEIGHT);
	const [w, h] = [WIDTH * scale, HEIGHT * scale];
	return [short((left + right - w) / 2), short((top + bottom - h) / 2), short(w), short(h)];
}
