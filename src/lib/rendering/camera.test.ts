import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cameraIn, stateAround, stateIn, WHOLE } from './camera.ts';

const bounds = { minX: -20, maxX: 30, minY: -12, maxY: 8 };
const wide = { x: [-40, 50] as [number, number], y: [-20, 25] as [number, number] };
const tall = { x: [-22, 33] as [number, number], y: [-60, 50] as [number, number] };
const size = { width: 900, height: 450, closest: 0.2 };

it('says nothing of a camera that sees everything, and nothing brings everything back', () => {
	expect(cameraIn(bounds, wide, WHOLE)).toBeUndefined();
	expect(stateIn(bounds, wide, undefined)).toEqual(WHOLE);
});

it('gives back the place it was written from, to the address’s three decimals', () => {
	const part = fc.double({ min: -1, max: 2, noNaN: true });
	const ratio = fc.double({ min: 0.02, max: 3, noNaN: true });
	fc.assert(
		fc.property(part, part, ratio, (x, y, zoom) => {
			const state = { x, y, ratio: zoom, angle: 0 };
			const back = stateIn(bounds, wide, cameraIn(bounds, wide, state));
			for (const key of ['x', 'y', 'ratio'] as const)
				expect(Math.abs(back[key] - state[key])).toBeLessThan(0.0011);
		})
	);
});

it('shows the same part of the network on a screen of another shape', () => {
	const camera = cameraIn(bounds, wide, { x: 0.3, y: 0.6, ratio: 0.4, angle: 0 });
	const there = cameraIn(bounds, tall, stateIn(bounds, tall, camera));
	expect(there).toEqual(camera);
});

it('looks at the middle of what it is asked to show, from no nearer than told', () => {
	const corner = (x: number, y: number) => ({ x, y });
	const both = stateAround([corner(-40, -20), corner(50, 25)], wide, size);
	expect(both).toEqual(WHOLE);
	const one = stateAround([corner(5, 2.5)], wide, size);
	expect(one).toMatchObject({ x: 0.5, y: 0.5, ratio: 0.2 });
});
