import { describe, expect, it } from 'vitest';
import { contours, convexHull } from './contours.ts';
import { toPath } from './hull.ts';
import type { Polygon } from './model.ts';

const dot = (x: number, y: number) => ({ ax: x, ay: y, bx: x, by: y });

/** Is a point inside a closed polygon (even–odd rule). */
function holds(polygon: Polygon, x: number, y: number): boolean {
	let inside = false;
	polygon.forEach(([ax, ay], i) => {
		const [bx, by] = polygon[(i + 1) % polygon.length] ?? [ax, ay];
		if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
	});
	return inside;
}

describe('contours', () => {
	it('draws a disc of the radius around a lone point', () => {
		const [disc, ...others] = contours([dot(5, -3)], 2);
		expect(others).toEqual([]);
		for (const [x, y] of disc ?? []) expect(Math.hypot(x - 5, y + 3)).toBeCloseTo(2, 0);
		expect(disc?.length).toBeGreaterThan(12);
	});

	it('makes one outline along a tie, two of far points', () => {
		expect(contours([{ ax: 0, ay: 0, bx: 12, by: 0 }], 1.5)).toHaveLength(1);
		expect(contours([dot(0, 0), dot(12, 0)], 1.5)).toHaveLength(2);
	});

	it('holds every point, and fills what a ring encloses', () => {
		const ring = Array.from({ length: 12 }, (_, i) => {
			const at = (k: number): [number, number] => [
				8 * Math.cos((k * Math.PI) / 6),
				8 * Math.sin((k * Math.PI) / 6)
			];
			const [ax, ay] = at(i);
			const [bx, by] = at(i + 1);
			return { ax, ay, bx, by };
		});
		const [outline, ...others] = contours(ring, 1.5);
		expect(others).toEqual([]);
		for (const { ax, ay } of ring) expect(holds(outline ?? [], ax, ay)).toBe(true);
		expect(holds(outline ?? [], 0, 0)).toBe(true);
		expect(holds(outline ?? [], 10.5, 0)).toBe(false);
	});

	it('is nothing of nothing', () => {
		expect(contours([], 1)).toEqual([]);
	});
});

describe('convexHull', () => {
	it('keeps the corners of a square and drops its middle', () => {
		const square = [
			[0, 0],
			[2, 0],
			[2, 2],
			[0, 2]
		] as const;
		expect(new Set(convexHull([...square, [1, 1]]).map(String))).toEqual(
			new Set(square.map(String))
		);
	});
});

describe('toPath', () => {
	it('closes a polygon through the middles of its sides', () => {
		expect(
			toPath([
				[0, 0],
				[2, 0],
				[2, 2]
			])
		).toBe('M1 1Q0 0 1 0Q2 0 2 1Q2 2 1 1Z');
	});
});
