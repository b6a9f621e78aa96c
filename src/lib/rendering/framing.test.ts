import { expect, it } from 'vitest';
import { boundsOf, frameFor } from './framing.ts';

const none = { left: 0, right: 0, top: 0, bottom: 0 };

it('bounds hold every point, and nothing has bounds all the same', () => {
	expect(
		boundsOf([
			{ x: 3, y: -2 },
			{ x: -1, y: 5 }
		])
	).toEqual({ minX: -1, minY: -2, maxX: 3, maxY: 5 });
	const empty = boundsOf([]);
	expect(empty.maxX).toBeGreaterThan(empty.minX);
});

it('fits inside the insets with one scale for both axes', () => {
	const frame = frameFor({ minX: 0, minY: 0, maxX: 100, maxY: 10 }, 1000, 500, {
		...none,
		left: 100,
		right: 300
	});
	expect(frame.pixelsPerUnit).toBe(6);
	expect((0 - frame.x[0]) * frame.pixelsPerUnit).toBeCloseTo(100);
	expect((100 - frame.x[0]) * frame.pixelsPerUnit).toBeCloseTo(700);
	expect((frame.y[1] - frame.y[0]) * frame.pixelsPerUnit).toBeCloseTo(500);
});

it('draws a small network small', () => {
	const one = frameFor({ minX: 0, minY: 0, maxX: 1, maxY: 1 }, 1000, 1000, none);
	const two = frameFor({ minX: 0, minY: 0, maxX: 2, maxY: 2 }, 1000, 1000, none);
	expect(one.pixelsPerUnit).toBe(two.pixelsPerUnit);
});

it('leaves room for what stands beside or under, and puts it outside the bounds', () => {
	const bounds = { minX: 0, minY: 0, maxX: 50, maxY: 50 };
	for (const side of ['beside', 'under'] as const) {
		const companion = { side, width: 200, height: 200, gap: 30 };
		const { x, y, pixelsPerUnit, corner } = frameFor(bounds, 800, 800, none, companion);
		const right = (50 - x[0]) * pixelsPerUnit;
		const bottom = (y[1] - 0) * pixelsPerUnit;
		if (side === 'beside') expect(corner.x).toBeCloseTo(right + 30);
		else expect(corner.y).toBeCloseTo(bottom + 30);
		expect(corner.x + 200).toBeLessThanOrEqual(800.01);
		expect(corner.y + 200).toBeLessThanOrEqual(800.01);
	}
});
