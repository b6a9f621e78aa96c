import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, countAreas, extentOf } from './areas.ts';
import { groundRadius, spreadOut } from './spread.ts';
import { stacksAt, type Spot } from './stacks.ts';
import { projection, worldOf, worldSize } from './view.ts';
import { pointToward } from './walk.ts';

const PARIS = { lon: 2.3488, lat: 48.8534 };
const SAINT_DENIS = { lon: 2.3539, lat: 48.9356 };
const LILLE = { lon: 3.0586, lat: 50.633 };

const spotOf = (key: string, place: { lon: number; lat: number }, ...ids: string[]): Spot => ({
	key,
	...worldOf(place),
	ids
});

describe('the world', () => {
	it('puts a place where Web Mercator does', () => {
		expect(worldOf({ lon: 0, lat: 0 })).toEqual({ x: 0.5, y: 0.5 });
		const { x, y } = worldOf(PARIS);
		// Tile 8/129/88 holds Paris.
		expect([Math.floor(x * 256), Math.floor(y * 256)]).toEqual([129, 88]);
	});

	it('puts the centre of the frame in its middle, whatever the zoom', () => {
		for (const zoom of [3, 7.25, 12]) {
			const toScreen = projection({ centre: worldOf(PARIS), zoom, width: 800, height: 600 });
			expect(toScreen(worldOf(PARIS))).toEqual({ x: 400, y: 300 });
			expect(toScreen(worldOf(LILLE)).y).toBeLessThan(300);
		}
	});
});

describe('stacks', () => {
	const spots = [
		spotOf('paris', PARIS, 'a', 'b', 'c'),
		spotOf('saint-denis', SAINT_DENIS, 'd'),
		spotOf('lille', LILLE, 'e')
	];
	const keys = (zoom: number): string[][] =>
		stacksAt(spots, zoom).map(({ ids }) => [...ids].sort());

	it('gather what cannot be told apart, and only that', () => {
		expect(keys(5)).toEqual([['a', 'b', 'c', 'd'], ['e']]);
		expect(keys(11)).toEqual([['a', 'b', 'c'], ['e'], ['d']]);
		expect(keys(14)).toEqual([['a', 'b', 'c'], ['e'], ['d']]);
	});

	it('stand at the fullest of their spots', () => {
		expect(stacksAt(spots, 4)[0]).toMatchObject({ key: 'paris', ...worldOf(PARIS) });
	});

	it('hold everything once, and nothing empty, at any zoom', () => {
		const some = fc.array(
			fc.record({
				lon: fc.double({ min: -5, max: 9, noNaN: true }),
				lat: fc.double({ min: 42, max: 51, noNaN: true }),
				count: fc.integer({ min: 0, max: 4 })
			}),
			{ maxLength: 60 }
		);
		fc.assert(
			fc.property(some, fc.double({ min: 2, max: 15, noNaN: true }), (places, zoom) => {
				const given = places.map(({ count, ...place }, at) =>
					spotOf(`${at}`, place, ...Array.from({ length: count }, (_, i) => `${at}-${i}`))
				);
				const stacks = stacksAt(given, zoom);
				expect(stacks.flatMap(({ ids }) => ids).sort()).toEqual(
					given.flatMap(({ ids }) => ids).sort()
				);
				const reach = 24 / worldSize(Math.floor(zoom * 2) / 2);
				const isFar = stacks.every((a, i) =>
					stacks.every((b, j) => i === j || zoom >= 13 || Math.hypot(a.x - b.x, a.y - b.y) >= reach)
				);
				expect(isFar).toBe(true);
			})
		);
	});
});

describe('what is spread', () => {
	it.each([2, 3, 12, 26, 27, 60, 120])('%i things are a finger apart', (count) => {
		const points = spreadOut(count);
		expect(points).toHaveLength(count);
		const least = Math.min(
			...points.flatMap((a, i) => points.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)))
		);
		expect(least).toBeGreaterThan(24);
		expect(groundRadius(points)).toBeLessThan(250);
	});

	it('leaves one thing where it is', () => {
		expect(spreadOut(1)).toEqual([{ x: 0, y: 0 }]);
	});
});

describe('areas', () => {
	it('knows the mainland, the five overseas regions and the rest', () => {
		expect(areaOf(PARIS)).toBe('metropole');
		expect(areaOf({ lon: 8.74, lat: 41.92 })).toBe('metropole');
		expect(areaOf({ lon: -61.53, lat: 16.24 })).toBe('guadeloupe');
		expect(areaOf({ lon: -61.06, lat: 14.61 })).toBe('martinique');
		expect(areaOf({ lon: -52.33, lat: 4.93 })).toBe('guyane');
		expect(areaOf({ lon: 55.45, lat: -20.88 })).toBe('reunion');
		expect(areaOf({ lon: 45.23, lat: -12.78 })).toBe('mayotte');
		expect(areaOf({ lon: -11.4, lat: 47.2 })).toBe('elsewhere');
	});

	it('counts what stands in each, and leaves out the empty ones', () => {
		const counts = countAreas([
			{ ...PARIS, count: 2 },
			{ ...LILLE, count: 1 },
			{ lon: 45.23, lat: -12.78, count: 0 }
		]);
		expect(counts).toEqual([{ area: 'metropole', count: 3 }]);
	});

	it('has no extent without a place', () => {
		expect(extentOf([])).toBeUndefined();
		expect(extentOf([PARIS, LILLE])).toEqual([2.3488, 48.8534, 3.0586, 50.633]);
	});
});

describe('walking over the map', () => {
	const points = [
		{ id: 'near', x: 10, y: 2 },
		{ id: 'far', x: 90, y: 0 },
		{ id: 'aside', x: 5, y: -40 }
	];
	const toward = (x: number, y: number) => pointToward({ x: 0, y: 0 }, { x, y }, points)?.id;

	it('takes the nearest point ahead', () => {
		expect(toward(1, 0)).toBe('near');
		expect(toward(0, -1)).toBe('aside');
		expect(toward(-1, 0)).toBeUndefined();
	});
});
