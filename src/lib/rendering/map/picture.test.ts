import { describe, expect, it } from 'vitest';
import { readPalette } from '../palette.ts';
import type { Ground } from './ground.ts';
import { groundLayers } from './picture.ts';
import { projection, worldOf } from './view.ts';

type Feature = Ground['land']['features'][number];
const square = (west: number, south: number, side: number): [number, number][] => [
	[west, south],
	[west + side, south],
	[west + side, south + side],
	[west, south + side]
];
const area = (kind: 'france' | 'around', ...rings: [number, number][][]): Feature => ({
	type: 'Feature',
	properties: { kind },
	geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }
});
const PARIS = { lon: 2.35, lat: 48.85 };
const frameAt = (zoom: number) => {
	const size = { width: 800, height: 600 };
	return {
		...{ ...size, zoom, palette: readPalette(() => '') },
		toScreen: projection({ centre: worldOf(PARIS), zoom, ...size })
	};
};
const groundOf = (...features: Feature[]): Ground => ({
	land: { type: 'FeatureCollection', features },
	towns: []
});
const border: Feature = {
	type: 'Feature',
	properties: { kind: 'border' },
	geometry: { type: 'MultiLineString', coordinates: [[...square(2, 48.5, 0.7)]] }
};

describe('the ground of a picture of the map', () => {
	it('holds what is in the frame and nothing beyond', () => {
		const layers = groundLayers(
			groundOf(area('france', square(2, 48, 1), square(55, -21, 1))),
			frameAt(8)
		);
		expect(layers.map(({ paths }) => paths.length)).toEqual([1, 1]);
		expect(layers.map(({ fill, stroke }) => [fill !== undefined, stroke !== undefined])).toEqual([
			[true, false],
			[false, true]
		]);
	});

	it('leaves out points nearer than a screen can show', () => {
		const fine = Array.from({ length: 2000 }, (_, at): [number, number] => [2 + at / 2000, 48.5]);
		const [layer] = groundLayers(groundOf(area('around', [...fine, [3, 49]])), frameAt(5));
		const points = layer?.paths[0]?.points ?? [];
		expect(points.length).toBeGreaterThan(10);
		expect(points.length).toBeLessThan(90);
	});

	it('has borders only where the map shows them', () => {
		const lines = (zoom: number) => groundLayers(groundOf(border), frameAt(zoom));
		expect(lines(8)).toMatchObject([{ opacity: 1, paths: [{ closed: false }] }]);
		expect(lines(11)).toEqual([]);
	});
});
