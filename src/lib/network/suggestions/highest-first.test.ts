import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highestFirst } from './highest-first.ts';

it('gives all in the order sorting would, and the first without the others', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (scores) => {
			const numbers = scores.map((_, i) => i);
			const sorted = numbers.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
			expect([...highestFirst(numbers, scores)]).toEqual(sorted);
			expect(highestFirst(numbers, scores).next().value).toBe(sorted[0]);
		})
	);
});
