import type { StyleSpecification } from 'maplibre-gl';
import { LABEL_FONT } from '../label-layer.ts';
import { overlap, type Box } from '../boxes.ts';
import type { Point } from '../model.ts';
import type { Palette } from '../palette.ts';
import { worldOf } from './view.ts';

/** Degrees, east then north. */
type Line = [number, number][];
interface Land {
	type: 'FeatureCollection';
	features: {
		type: 'Feature';
		properties: { kind: LandKind };
		geometry:
			| { type: 'MultiPolygon'; coordinates: Line[][] }
			| { type: 'MultiLineString'; coordinates: Line[] };
	}[];
}
/** France, what is around it, the borders of its départements. */
export type LandKind = 'france' | 'around' | 'border';

/** What the bundled ground holds, as `npm run places` writes it. */
export interface Ground {
	land: Land;
	/** Name, longitude, latitude, inhabitants; the largest first. */
	towns: readonly (readonly [string, number, number, number])[];
}

/** Share of its colour that what is around France keeps. */
export const AROUND_OPACITY = 0.38;

/** Between two zooms, what goes evenly from one value to another. */
const between = (
	zoom: number,
	[z0, v0, z1, v1]: readonly [number, number, number, number]
): number => v0 + (v1 - v0) * Math.min(Math.max((zoom - z0) / (z1 - z0), 0), 1);

const BORDER_WIDTH = [4, 0.6, 8, 1.2] as const;
/** Laid to within a kilometre: gone where a kilometre is more than a few pixels. */
const BORDER_OPACITY = [9, 1, 10.4, 0] as const;
const COAST_WIDTH = [4, 0.7, 9, 1.2] as const;
const COAST_OPACITY = 0.45;

/** Looks of borders and coasts at a zoom, for an image of the ground made elsewhere. */
export const borderLook = (zoom: number): { width: number; opacity: number } => ({
	width: between(zoom, BORDER_WIDTH),
	opacity: between(zoom, BORDER_OPACITY)
});
export const coastLook = (
	zoom: number,
	{ contrast }: Pick<Palette, 'contrast'>
): { width: number; opacity: number } => ({
	width: between(zoom, COAST_WIDTH),
	opacity: contrast ? 1 : COAST_OPACITY
});

/** The bundled ground as a style: sea, land, coasts and the borders of départements. */
export function groundStyle(land: Land, palette: Palette): StyleSpecification {
	const only = (kind: string): ['==', 'kind', string] => ['==', 'kind', kind];
	return {
		version: 8,
		sources: { land: { type: 'geojson', data: land, tolerance: 0.2 } },
		layers: [
			{ id: 'sea', type: 'background', paint: { 'background-color': palette.paper } },
			{
				id: 'around',
				type: 'fill',
				source: 'land',
				filter: only('around'),
				paint: { 'fill-color': palette.hull, 'fill-opacity': AROUND_OPACITY }
			},
			{
				id: 'france',
				type: 'fill',
				source: 'land',
				filter: only('france'),
				paint: { 'fill-color': palette.hull }
			},
			{
				id: 'borders',
				type: 'line',
				source: 'land',
				filter: only('border'),
				maxzoom: 10.5,
				layout: { 'line-join': 'round' },
				paint: {
					'line-color': palette.line,
					'line-width': ['interpolate', ['linear'], ['zoom'], ...BORDER_WIDTH],
					'line-opacity': ['interpolate', ['linear'], ['zoom'], ...BORDER_OPACITY]
				}
			},
			{
				id: 'coast',
				type: 'line',
				source: 'land',
				filter: only('france'),
				layout: { 'line-join': 'round' },
				paint: {
					'line-color': palette.soft,
					'line-opacity': palette.contrast ? 1 : COAST_OPACITY,
					'line-width': ['interpolate', ['linear'], ['zoom'], ...COAST_WIDTH]
				}
			}
		]
	};
}

/** A town is written from the zoom at which it matters. */
const leastZoom = (inhabitants: number): number =>
	inhabitants > 200_000 ? 4.4 : inhabitants > 90_000 ? 6 : inhabitants > 40_000 ? 7 : 8;

/** Pixels kept free around a town's name. */
const CLEAR = 6;
const MOST_TOWNS = 60;

/** The name of a town, and the middle of where it stands. */
export interface Town extends Point {
	name: string;
}

/** Writes the names of towns where nothing else is, as they only say where one is; answers those written. */
export function drawTowns(
	canvas: CanvasRenderingContext2D,
	towns: Ground['towns'],
	zoom: number,
	toScreen: (point: Point) => Point,
	{ width, height, taken }: { width: number; height: number; taken: readonly Box[] },
	palette: Palette
): Town[] {
	canvas.font = `400 12px ${LABEL_FONT}`;
	canvas.textAlign = 'center';
	canvas.textBaseline = 'middle';
	canvas.lineJoin = 'round';
	canvas.globalAlpha = palette.contrast ? 1 : 0.85;
	const boxes: Box[] = [];
	const written: Town[] = [];
	for (const [name, lon, lat, inhabitants] of towns) {
		if (written.length >= MOST_TOWNS) break;
		if (leastZoom(inhabitants) > zoom) continue;
		const { x, y } = toScreen(worldOf({ lon, lat }));
		if (x < 0 || y < 10 || x > width || y > height - 10) continue;
		const wide = canvas.measureText(name).width;
		if (x < wide / 2 + 4 || x > width - wide / 2 - 4) continue;
		const box: Box = {
			x: x - wide / 2 - CLEAR,
			y: y - 8 - CLEAR,
			width: wide + 2 * CLEAR,
			height: 16 + 2 * CLEAR
		};
		if ([...taken, ...boxes].some((other) => overlap(box, other))) continue;
		boxes.push(box);
		written.push({ name, x, y });
		canvas.strokeStyle = palette.hull;
		canvas.lineWidth = 3;
		canvas.strokeText(name, x, y);
		canvas.fillStyle = palette.soft;
		canvas.fillText(name, x, y);
	}
	canvas.globalAlpha = 1;
	return written;
}
