/** Web Mercator, as MapLibre draws it: the world is a square whose sides go from 0 to 1. */
import type { Point } from '../model.ts';

/** Pixels of the world's side at zoom 0. */
const WORLD = 512;

/** A place of the world, from degrees. */
export function worldOf({ lon, lat }: { lon: number; lat: number }): Point {
	const angle = (Math.min(Math.max(lat, -85), 85) * Math.PI) / 180;
	return {
		x: (lon + 180) / 360,
		y: (1 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / Math.PI) / 2
	};
}

/** What is in the frame: its centre in the world, a zoom, and its size in pixels. */
export interface MapFrame {
	centre: Point;
	zoom: number;
	width: number;
	height: number;
}

/** Pixels of the world's side at a zoom. */
export const worldSize = (zoom: number): number => WORLD * 2 ** zoom;

/** From the world to the element, in pixels. */
export function projection({ centre, zoom, width, height }: MapFrame): (point: Point) => Point {
	const size = worldSize(zoom);
	return ({ x, y }) => ({
		x: (x - centre.x) * size + width / 2,
		y: (y - centre.y) * size + height / 2
	});
}
