import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isInside, rectangle } from './area.ts';

it('a rectangle holds what lies between its corners, whichever was drawn first', () => {
	const at = fc.record({
		x: fc.integer({ max: 500, min: 0 }),
		y: fc.integer({ max: 500, min: 0 })
	});
	fc.assert(
		fc.property(at, at, at, (a, b, point) => {
			const middle = { x: point.x + 0.5, y: point.y + 0.5 };
			const between =
				Math.abs(middle.x - a.x) + Math.abs(middle.x - b.x) === Math.abs(a.x - b.x) &&
				Math.abs(middle.y - a.y) + Math.abs(middle.y - b.y) === Math.abs(a.y - b.y);
			expect(isInside(middle, rectangle(a, b))).toBe(between);
		})
	);
});

it('a lasso leaves out what its hollow does not hold', () => {
	const horseshoe = [
		{ x: 0, y: 0 },
		{ x: 90, y: 0 },
		{ x: 90, y: 90 },
		{ x: 60, y: 90 },
		{ x: 60, y: 30 },
		{ x: 30, y: 30 },
		{ x: 30, y: 90 },
		{ x: 0, y: 90 }
	];
	expect(isInside({ x: 45, y: 60 }, horseshoe)).toBe(false);
	expect(isInside({ x: 15, y: 60 }, horseshoe)).toBe(true);
	expect(isInside({ x: 45, y: 15 }, horseshoe)).toBe(true);
	expect(isInside({ x: 200, y: 15 }, horseshoe)).toBe(false);
	expect(isInside({ x: 5, y: 5 }, [])).toBe(false);
});
