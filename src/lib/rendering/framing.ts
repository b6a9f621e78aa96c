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

/** What stands beside the bounds or under them, in pixels, the gap between them included apart. */
export interface Companion {
	side: 'beside' | 'under';
	width: number;
	height: number;
	gap: number;
}

export interface Frame {
	/** Layout units the whole element shows. */
	x: [number, number];
	y: [number, number];
	pixelsPerUnit: number;
	/** Top left corner of the companion, in pixels. */
	corner: Point;
}

/**
 * The box, in layout units, that exactly fills a frame of `width` by `height` pixels and shows the
 * bounds and their companion in the middle of what the insets leave. Nothing is stretched: both
 * axes share one scale, at most `MOST_PIXELS_PER_UNIT`.
 */
export function frameFor(
	bounds: Bounds,
	width: number,
	height: number,
	insets: Insets,
	companion?: Companion
): Frame {
	const beside = companion?.side === 'beside' ? companion.width + companion.gap : 0;
	const under = companion?.side === 'under' ? companion.height + companion.gap : 0;
	const roomX = Math.max(width - insets.left - insets.right, 40);
	const roomY = Math.max(height - insets.top - insets.bottom, 40);
	const spanX = Math.max(bounds.maxX - bounds.minX, 0.001);
	const spanY = Math.max(bounds.maxY - bounds.minY, 0.001);
	const pixelsPerUnit = Math.min(
		Math.max(roomX - beside, 40) / spanX,
		Math.max(roomY - under, 40) / spanY,
		MOST_PIXELS_PER_UNIT
	);
	const [wide, tall] = [spanX * pixelsPerUnit, spanY * pixelsPerUnit];
	// Middle of the bounds, in pixels.
	const x = insets.left + (roomX - beside) / 2;
	const y = insets.top + (roomY - under) / 2;
	const left = (bounds.minX + bounds.maxX) / 2 - x / pixelsPerUnit;
	// Layout ordinates go up, pixels go down.
	const top = (bounds.minY + bounds.maxY) / 2 + y / pixelsPerUnit;
	const corner =
		companion?.side === 'under'
			? {
					x: insets.left + Math.max(0, (roomX - companion.width) / 2),
					y: y + tall / 2 + companion.gap
				}
			: {
					x: x + wide / 2 + (companion?.gap ?? 0),
					y: insets.top + Math.max(0, (roomY - (companion?.height ?? 0)) / 2)
				};
	return {
		x: [left, left + width / pixelsPerUnit],
		y: [top - height / pixelsPerUnit, top],
		pixelsPerUnit,
		corner
	};
}
