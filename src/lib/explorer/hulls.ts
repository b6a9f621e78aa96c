import type { Point } from '#lib/rendering/model.ts';
import type { ExplorerData } from './data.ts';

const REACH = 1.8;
const CORNERS = Array.from({ length: 12 }, (_, i) => ({
	x: REACH * Math.cos((i * Math.PI) / 6),
	y: REACH * Math.sin((i * Math.PI) / 6)
}));

/** Outline of the members, in layout units: the convex hull of the room around each (Andrew's chains). */
export function networkHulls({ network, layout }: ExplorerData): Point[][] {
	const points = network.nodes
		.flatMap((node) => {
			const at = layout.positions.get(node.id);
			const isHub = node.group === 'ars' || node.group === 'project';
			if (!at || at.zone === 'margin' || !node.member || isHub) return [];
			return CORNERS.map(({ x, y }) => ({ x: at.x + x, y: at.y + y }));
		})
		.sort((a, b) => a.x - b.x || a.y - b.y);
	return points.length === 0 ? [] : [[...chain(points), ...chain(points.reverse())]];
}

function chain(points: readonly Point[]): Point[] {
	const kept: Point[] = [];
	for (const point of points) {
		while (kept.length > 1 && !turnsLeft(kept.at(-2), kept.at(-1), point)) kept.pop();
		kept.push(point);
	}
	return kept.slice(0, -1);
}

const turnsLeft = (a: Point | undefined, b: Point | undefined, c: Point): boolean =>
	!!a && !!b && (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
