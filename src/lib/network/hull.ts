import type { Network, Polygon, Position } from './model.ts';
import { drawnPairs } from './layout/drawn.ts';
import { contours, convexHull, type Capsule } from './contours.ts';

/** Above this a hull says nothing: draw none. */
export const HULL_LIMIT = 2000;

/** Distance from a node's centre to the edge of the hull, in node diameters. */
const RADIUS = 1.8;

/**
 * The soft ground members stand on, as closed polygons in the layout's units: discs around nodes and
 * bands along drawn ties, flowing into one another. Only the network and the bench stand on it, never
 * the margin nor the hubs. Empty above `HULL_LIMIT` nodes.
 */
export function hullPolygons(
	network: Pick<Network, 'nodes' | 'edges' | 'documented'>,
	positions: ReadonlyMap<string, Position>
): Polygon[] {
	const members = network.nodes.filter((node) => {
		const zone = positions.get(node.id)?.zone;
		return node.member && node.group !== 'ars' && node.group !== 'project' && zone !== 'margin';
	});
	if (members.length === 0 || members.length > HULL_LIMIT) return [];
	const capsules: Capsule[] = [];
	const points = members.flatMap(({ id }) => positions.get(id) ?? []);
	for (const { x, y } of points) capsules.push({ ax: x, ay: y, bx: x, by: y });
	for (const [a, b] of drawnPairs(members, network)) {
		const p = points[a];
		const q = points[b];
		if (p && q) capsules.push({ ax: p.x, ay: p.y, bx: q.x, by: q.y });
	}
	// Members without drawn ties would stand on separate islands: a belt around them makes one ground.
	if (!network.documented) {
		const belt = convexHull(points.map(({ x, y }) => [x, y] as const));
		belt.forEach(([ax, ay], i) => {
			const [bx, by] = belt[(i + 1) % belt.length] ?? [ax, ay];
			capsules.push({ ax, ay, bx, by });
		});
	}
	return contours(capsules, RADIUS);
}

/** A closed polygon as an SVG path through the middles of its sides: no corner is left. */
export function toPath(polygon: Polygon): string {
	const n = polygon.length;
	if (n < 3) return '';
	const text = (value: number): string => String(Math.round(value * 100) / 100);
	const middle = (i: number): string => {
		const [px, py] = polygon[i % n] ?? [0, 0];
		const [qx, qy] = polygon[(i + 1) % n] ?? [0, 0];
		return `${text((px + qx) / 2)} ${text((py + qy) / 2)}`;
	};
	let path = `M${middle(n - 1)}`;
	polygon.forEach(([x, y], i) => {
		path += `Q${text(x)} ${text(y)} ${middle(i)}`;
	});
	return `${path}Z`;
}
