import { describe, expect, it } from 'vitest';
import { differencesBetween } from './compare.ts';
import { measured, notKnown, type Figure } from './model.ts';

const partners = (value: number, low: number, high: number, base = 40): Figure =>
	measured('partners', value, { base, range: { low, high, kind: 'error' } });

describe('what differs between networks', () => {
	it('is told only where no range reaches the other', () => {
		const [clear] = differencesBetween([[partners(3, 2.5, 3.5)], [partners(1, 0.5, 1.5)]]);
		expect(clear).toMatchObject({ highest: 0, lowest: 1, verdict: 'clear', unknown: [] });
		const [within] = differencesBetween([[partners(2, 1, 3)], [partners(3, 2, 4)]]);
		expect(within).toMatchObject({ highest: 1, lowest: 0, verdict: 'within' });
	});

	it('is not told of what was measured on a few, nor of what reads the same', () => {
		const few = differencesBetween([[partners(3, 2.9, 3.1, 5)], [partners(1, 0.9, 1.1)]]);
		expect(few[0]?.verdict).toBe('small');
		const alike = differencesBetween([[partners(1.04, 1, 1.1)], [partners(1, 0.9, 1.1)]]);
		expect(alike[0]?.verdict).toBe('same');
	});

	it('leaves out what is known in one only, and says where it is not', () => {
		const without = notKnown('partners', 'undocumented', 12);
		expect(differencesBetween([[partners(1, 0, 2)], [without]])).toEqual([]);
		const three = differencesBetween([[partners(3, 2.5, 3.5)], [without], [partners(1, 0, 2)]]);
		expect(three[0]).toMatchObject({ highest: 0, lowest: 2, unknown: [1] });
		expect(differencesBetween([])).toEqual([]);
	});
});
