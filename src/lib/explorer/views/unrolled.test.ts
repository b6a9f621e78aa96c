import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHUNK, grownBy, inChunks, nextStep, portions } from './unrolled.svelte.ts';

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
const lengths = fc.array(fc.nat({ max: 5 * CHUNK }), { maxLength: 8 });

it('lists fill in turn, by whole chunks, and none has more than it holds', () => {
	fc.assert(
		fc.property(fc.nat({ max: 30 * CHUNK }), lengths, (limit, all) => {
			const taken = portions(limit, all);
			expect(sum(taken)).toBeLessThanOrEqual(limit);
			const first = taken.findIndex((count, at) => count < (all[at] ?? 0));
			if (first === -1) {
				expect(taken).toEqual(all);
				return;
			}
			expect(taken.slice(0, first)).toEqual(all.slice(0, first));
			expect((taken[first] ?? 0) % CHUNK).toBe(0);
			expect(limit - sum(taken)).toBeLessThan(CHUNK);
			expect(sum(taken.slice(first + 1))).toBe(0);
		})
	);
	expect(portions(Infinity, [3, 500])).toEqual([3, 500]);
});

it('a list in parts holds each of its items once, in order', () => {
	fc.assert(
		fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 30 }), (list, size) => {
			const parts = inChunks(list, size);
			expect(parts.flat()).toEqual(list);
			expect(parts.slice(0, -1).every(({ length }) => length === size)).toBe(true);
			expect(parts.every(({ length }) => length > 0)).toBe(true);
		})
	);
});

it('a slow part is followed by a smaller one, a quick one by at most twice as much', () => {
	expect(nextStep(8, 100)).toBe(2);
	expect(nextStep(1, 400)).toBe(1);
	expect(nextStep(4, 1)).toBe(8);
	expect(nextStep(16, 1)).toBe(16);
});

it('the slowest machine makes a long list in parts that grow with it, by the logarithm of its length', () => {
	const partsOf = (total: number): number => {
		let parts = 0;
		for (let there = 0; there < total; parts++) there += grownBy(there, CHUNK, 1);
		return parts;
	};
	expect(partsOf(20 * CHUNK)).toBe(20);
	expect(partsOf(100_000) - partsOf(50_000)).toBeLessThanOrEqual(15);
});
