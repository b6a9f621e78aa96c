import { expect, it } from 'vitest';
import { LABEL_DENSITIES } from '#lib/domain/view-state/state.ts';
import { quotaFor } from './density.ts';

it.each([3, 40, 300, 10_000])('each step writes at least as many names of %i nodes', (order) => {
	const most = LABEL_DENSITIES.map((density) => Math.min(quotaFor(density, order).most, order));
	expect(most).toEqual([...most].sort((a, b) => a - b));
	expect(most[0]).toBeGreaterThan(0);
	expect(most[0]).toBeLessThan(most[2] ?? 0);
});
