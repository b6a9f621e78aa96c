import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { LABEL_FONT } from '../label-layer.ts';
import { overlap, type Box } from '../labels.ts';
import type { Point } from '../model.ts';
import type { Palette } from '../palette.ts';
import { worldOf } from './view.ts';

type Land = Exclude<GeoJSONSourceSpecification['data'], string>;

/** What the bundled ground holds, as `npm run places` writes it. */
export interface Ground {
	land: Land;
	/** Name, longitude, latitude, inhabitants; the largest first. */
	towns: readonly (readonly [string, number, number, number])[];
}

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
				paint: { 'fill-color': palette.hull, 'fill-opacity': 0.38 }
			},
			{
				id: 'france',
				type: 'fill',
				source: 'land',
				filter: only('france'),
				paint: { 'fill-color': palette.hull }
			},
			{
				// Laid to within a kilometre: shown while a kilometre is a few pixels.
				id: 'borders',
				type: 'line',
				source: 'land',
				filter: only('border'),
				maxzoom: 10.5,
				layout: { 'line-join': 'round' },
				paint: {
					'line-color': palette.line,
					'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 8, 1.2],
					'line-opacity': ['interpolate', ['linear'], ['zoom'], 9, 1, 10.4, 0]
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
					'line-opacity': 0.45,
					'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.7, 9, 1.2]
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

/** Writes the names of towns where nothing else is: they only say where one is. */
export function drawTowns(
	canvas: CanvasRenderingContext2D,
	towns: Ground['towns'],
	zoom: number,
	toScreen: (point: Point) => Point,
	{ width, height, taken }: { width: number; height: number; taken: readonly Box[] },
	palette: Palette
): void {
	canvas.font = `400 12px ${LABEL_FONT}`;
	canvas.textAlign = 'center';
	canvas.textBaseline = 'middle';
	canvas.lineJoin = 'round';
	canvas.globalAlpha = 0.85;
	const written: Box[] = [];
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
		if ([...taken, ...written].some((other) => overlap(box, other))) continue;
		written.push(box);
		canvas.strokeStyle = palette.hull;
		canvas.lineWidth = 3;
		canvas.strokeText(name, x, y);
		canvas.fillStyle = palette.soft;
		canvas.fillText(name, x, y);
	}
	canvas.globalAlpha = 1;
}
