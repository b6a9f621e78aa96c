import { describe, expect, it } from 'vitest';
import { nearestToward } from './toward.ts';

const places = [
	{ id: 'near', at: { x: 30, y: 5 } },
	{ id: 'far', at: { x: 200, y: 0 } },
	{ id: 'aside', at: { x: 20, y: 18 } },
	{ id: 'below', at: { x: 3, y: 40 } },
	{ id: 'behind', at: { x: -10, y: 0 } }
];
const from = { x: 0, y: 0 };

describe('an arrow while the end of a tie is chosen', () => {
	it('points at the nearest of its quarter, straight ahead before aside', () => {
		expect(nearestToward(from, 'ArrowRight', places)).toBe('near');
		expect(nearestToward(from, 'ArrowDown', places)).toBe('below');
		expect(nearestToward(from, 'ArrowLeft', places)).toBe('behind');
		expect(nearestToward(from, 'ArrowUp', places)).toBeUndefined();
	});
	it('never answers where it is', () =>
		expect(nearestToward(from, 'ArrowRight', [{ id: 'here', at: from }])).toBeUndefined());
});
