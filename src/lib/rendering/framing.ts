/** What part of the plane the fitted view shows. Pure. */
import type { Point } from './model.ts';

export interface Bounds {
	minX: number;
	minY: number;
	maxX: number;
	maxY: number;
}

/** A small network is drawn small: a layout unit never takes more than this many pixels when fitted. */
const MOST_PIXELS_PER_UNIT = 34;

/** Smallest box around the points; a unit box around nothing. */
export function boundsOf(points: Iterable<Point>): Bounds {
	const bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
	for (const { x, y } of points) {
		bounds.minX = Math.min(bounds.minX, x);
		bounds.minY = Math.min(bounds.minY, y);
		bounds.maxX = Math.max(bounds.maxX, x);
		bounds.maxY = Math.max(bounds.maxY, y);
	}
	return Number.isFinite(bounds.minX) ? bounds : { minX: -1, minY: -1, maxX: 1, maxY: 1 };
}

/** Pixels kept free on each side of the frame: names, title, buttons. */
export interface Insets {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/**
 * The box, in layout units, that exactly fills a frame of `width` by `height` pixels and shows the
 * bounds inside the insets. Nothing is stretched: both axes share one scale, at most
 * `MOST_PIXELS_PER_UNIT`.
 */
export function frameFor(
	bounds: Bounds,
	width: number,
	height: number,
	insets: Insets
): { x: [number, number]; y: [number, number]; pixelsPerUnit: number } {
	const roomX = Math.max(width - insets.left - insets.right, 40);
	const roomY = Math.max(height - insets.top - insets.bottom, 40);
	const spanX = Math.max(bounds.maxX - bounds.minX, 0.001);
	const spanY = Math.max(bounds.maxY - bounds.minY, 0.001);
	const pixelsPerUnit = Math.min(roomX / spanX, roomY / spanY, MOST_PIXELS_PER_UNIT);
	const cx = (bounds.minX + bounds.maxX) / 2 + (insets.right - insets.left) / 2 / pixelsPerUnit;
	// Layout ordinates go up, pixels go down.
	const cy = (bounds.minY + bounds.maxY) / 2 + (insets.top - insets.bottom) / 2 / pixelsPerUnit;
	const halfX = width / pixelsPerUnit / 2;
	const halfY = height / pixelsPerUnit / 2;
	return { x: [cx - halfX, cx + halfX], y: [cy - halfY, cy + halfY], pixelsPerUnit };
}
