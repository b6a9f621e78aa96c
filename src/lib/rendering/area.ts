/** Rectangles and lassos drawn by hand over a network. */
import type { Point } from './model.ts';
import type { Palette } from './palette.ts';

/** The four corners of a rectangle between two points. */
export const rectangle = (a: Point, b: Point): Point[] => [
	a,
	{ x: b.x, y: a.y },
	b,
	{ x: a.x, y: b.y }
];

/** True when a point lies inside a closed outline, by the even-odd rule. */
export function isInside({ x, y }: Point, outline: readonly Point[]): boolean {
	let inside = false;
	let before = outline.at(-1);
	for (const at of outline) {
		if (before && at.y > y !== before.y > y) {
			const cross = ((before.x - at.x) * (y - at.y)) / (before.y - at.y) + at.x;
			if (x < cross) inside = !inside;
		}
		before = at;
	}
	return inside;
}

/** Draws an outline on an empty canvas; an empty outline leaves it empty. */
export function drawOutline(
	context: CanvasRenderingContext2D,
	outline: readonly Point[],
	palette: Palette
): void {
	const { canvas } = context;
	context.clearRect(0, 0, canvas.width, canvas.height);
	const [first, ...rest] = outline;
	if (!first) return;
	context.beginPath();
	context.moveTo(first.x, first.y);
	for (const { x, y } of rest) context.lineTo(x, y);
	context.closePath();
	context.fillStyle = palette.ink;
	context.globalAlpha = 0.07;
	context.fill();
	context.globalAlpha = 1;
	context.strokeStyle = palette.ink;
	context.lineWidth = 1.25;
	context.setLineDash([4, 3]);
	context.stroke();
	context.setLineDash([]);
}
