import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlap } from './boxes.ts';
import {
	MOST_NAMED,
	NAME_AT,
	planMargin,
	type MarginItem,
	type MarginRoom
} from './margin-plan.ts';

const RESOURCE = 0.2;
const items = (most: number) =>
	fc
		.array(
			fc.record({
				width: fc.integer({ min: 20, max: 150 }),
				height: fc.constantFrom(15.5, 31, 46.5),
				held: fc.double({ min: 0, max: 1, noNaN: true })
			}),
			{ minLength: 1, maxLength: most }
		)
		.map((list) =>
			list.map(({ width, height, held }, i): MarginItem => ({
				id: `n${i}`,
				apart: i === 0 || held > RESOURCE,
				x: i % 3,
				y: Math.floor(i / 3) * 2.7,
				width,
				height
			}))
		);
const room = fc.record({
	side: fc.constantFrom('beside' as const, 'under' as const),
	width: fc.integer({ min: 300, max: 700 }),
	height: fc.integer({ min: 150, max: 800 })
});

it('gives every item one place inside the margin, and the margin stays in its room', () => {
	fc.assert(
		fc.property(items(120), room, (list, given: MarginRoom) => {
			const plan = planMargin(list, given);
			expect(new Set(plan?.seats.map(({ id }) => id))).toEqual(new Set(list.map(({ id }) => id)));
			for (const { x, y } of plan?.seats ?? []) {
				expect(x).toBeGreaterThan(0);
				expect(x).toBeLessThan(plan?.width ?? 0);
				expect(y).toBeLessThan(plan?.height ?? 0);
			}
			if (plan?.named) {
				expect(plan.width).toBeLessThanOrEqual(given.width);
				expect(plan.height).toBeLessThanOrEqual(given.height);
			}
		})
	);
});

it('names level with their nodes never touch one another, nor the node of another', () => {
	fc.assert(
		fc.property(items(MOST_NAMED), room, (list, given: MarginRoom) => {
			const plan = planMargin(list, given);
			if (!plan?.named) return;
			const boxes = list.map(({ id, width, height }) => {
				const { x, y } = plan.seats.find((seat) => seat.id === id) ?? { x: 0, y: 0 };
				return {
					name: { x: x + NAME_AT - 14, y: y - height / 2, width, height },
					node: { x: x - 12, y: y - 12, width: 24, height: 24 }
				};
			});
			boxes.forEach((a, i) => {
				for (const b of boxes.slice(i + 1)) {
					expect(overlap(a.name, b.name)).toBe(false);
					expect(overlap(a.name, b.node)).toBe(false);
					expect(overlap(a.node, b.name)).toBe(false);
					expect(overlap(a.node, b.node)).toBe(false);
				}
			});
		})
	);
});

it('keeps what a structure alone holds in its column, right after it', () => {
	const seats = planMargin(
		['a', 'b', 'c', 'd'].map((id, i) => ({
			id,
			apart: id !== 'b',
			x: i === 1 ? 2.4 : 0,
			y: [0, 0, 2.7, 5.4][i] ?? 0,
			width: 100,
			height: 16
		})),
		{ side: 'under', width: 400, height: 300 }
	)?.seats;
	const [a, b] = ['a', 'b'].map((id) => seats?.find((seat) => seat.id === id));
	expect(b?.y).toBeGreaterThan(a?.y ?? Infinity);
	expect(Math.abs((b?.x ?? 0) - (a?.x ?? 0))).toBeLessThan(30);
});

it('beside a network that leaves the height, a few names are one column', () => {
	const few = Array.from({ length: 8 }, (_, i) => ({
		id: `n${i}`,
		apart: true,
		x: (i % 2) * 7,
		y: Math.floor(i / 2) * 2.7,
		width: 140,
		height: 31
	}));
	const plan = planMargin(few, { side: 'beside', width: 360, height: 600 });
	expect(new Set(plan?.seats.map(({ x }) => x)).size).toBe(1);
});
