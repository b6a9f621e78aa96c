import type { Layout } from '../model.ts';

/** The smallest frame around points; a point at 0, 0 when there is none. */
export function boundsOf(points: readonly { x: number; y: number }[]): Layout['bounds'] {
	if (points.length === 0) return { minX: 0, minY: 0, maxX: 0, maxY: 0 };
	let minX = Infinity;
	let minY = Infinity;
	let maxX = -Infinity;
	let maxY = -Infinity;
	for (const { x, y } of points) {
		minX = Math.min(minX, x);
		minY = Math.min(minY, y);
		maxX = Math.max(maxX, x);
		maxY = Math.max(maxY, y);
	}
	return { minX, minY, maxX, maxY };
}
