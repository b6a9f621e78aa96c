import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHUNK, portions } from './unrolled.svelte.ts';

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
