import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, type LabelCandidate } from './labels.ts';
import { MOST_IN_MARGIN, stackMargin } from './margin-labels.ts';

const frame = { x: 0, y: 0, width: 800, height: 600 };
const name = (key: string, y: number, more: Partial<LabelCandidate> = {}): LabelCandidate => ({
	key,
	x: 600,
	y,
	radius: 8,
	width: 120,
	height: 32,
	priority: 1,
	required: false,
	...more
});

describe('names of the margin', () => {
	it('stand in order, inside the frame, on nothing', () => {
		const rows = fc.array(fc.tuple(fc.integer({ min: 60, max: 560 }), fc.constantFrom(16, 32)), {
			minLength: 1,
			maxLength: 14
		});
		fc.assert(
			fc.property(rows, (list) => {
				const given = list.map(([y, height], i) => name(`n${i}`, y, { height }));
				const placed = stackMargin(given, frame, 40);
				for (const [i, a] of (placed ?? []).entries()) {
					expect(a.y).toBeGreaterThanOrEqual(40);
					expect(a.y + a.height).toBeLessThanOrEqual(600);
					for (const b of placed?.slice(i + 1) ?? []) {
						expect(overlap(a, b)).toBe(false);
						expect(b.y).toBeGreaterThan(a.y);
					}
				}
			})
		);
	});

	it('are level with their nodes when nothing is in the way, and tied to them otherwise', () => {
		const free = stackMargin([name('a', 100), name('b', 200)], frame, 0);
		expect(free?.map(({ y, away }) => [y + 16, away])).toEqual([
			[100, false],
			[200, false]
		]);
		const tight = stackMargin([name('a', 100), name('b', 104)], frame, 0);
		expect(tight?.every(({ away }) => away)).toBe(true);
	});

	it('give way when they are too many, too wide or too far from their nodes', () => {
		const crowd = Array.from({ length: MOST_IN_MARGIN + 1 }, (_, i) => name(`n${i}`, 100 + i));
		expect(stackMargin(crowd, frame, 0)).toBeUndefined();
		expect(stackMargin([name('a', 100, { width: 300 })], frame, 0)).toBeUndefined();
		expect(stackMargin(crowd.slice(0, 9), frame, 0)).toBeUndefined();
	});
});
