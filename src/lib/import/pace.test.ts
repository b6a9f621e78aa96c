import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

it('tells what is left once enough is done to tell', () => {
	let now = 1000;
	const pace = new Pace(() => now);
	expect(pace.remaining(0, 1000)).toBeUndefined();
	now = 1500;
	expect(pace.remaining(10, 1000)).toBeUndefined();
	expect(pace.remaining(250, 1000)).toBe(1500);
	now = 3000;
	expect(pace.remaining(1000, 1000)).toBe(0);
	expect(pace.remaining(0, 0)).toBeUndefined();
});
