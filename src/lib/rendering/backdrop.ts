import type { Box } from './boxes.ts';
import type { Point } from './model.ts';
import type { Palette } from './palette.ts';

const TITLE_FONT = "'Source Serif 4 Variable', 'Source Serif 4', serif";

/** From the line that begins the margin to the margin itself, in pixels. */
const RULE = 18;

/** The margin of those apart, in layout units. */
export interface MarginMark {
	side: 'beside' | 'under';
	corner: Point;
	/** Its first node, and the pixels from there up to the title's foot. */
	first: Point;
	above: number;
	title: string;
}

export interface Projection {
	/** Layout units to pixels. */
	toScreen(point: Point): Point;
	width: number;
	height: number;
}

/** Closed smooth curve through the middles of an outline's sides (quadratic B-spline). */
function smooth(context: CanvasRenderingContext2D, points: readonly Point[]): void {
	const last = points.at(-1);
	const first = points[0];
	if (!last || !first) return;
	context.moveTo((last.x + first.x) / 2, (last.y + first.y) / 2);
	points.forEach((point, index) => {
		const next = points[(index + 1) % points.length] ?? point;
		context.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2);
	});
	context.closePath();
}

/** The ground behind the network: the hull of members and the line that begins the margin. */
export function drawBackdrop(
	context: CanvasRenderingContext2D,
	hulls: readonly (readonly Point[])[],
	margin: MarginMark | undefined,
	projection: Projection,
	palette: Palette
): void {
	context.clearRect(0, 0, projection.width, projection.height);
	context.fillStyle = palette.hull;
	for (const hull of hulls) {
		context.beginPath();
		smooth(
			context,
			hull.map((point) => projection.toScreen(point))
		);
		context.fill();
		// Where nothing may be pale, a ground has an edge.
		if (!palette.contrast) continue;
		context.strokeStyle = palette.line;
		context.lineWidth = 1;
		context.stroke();
	}
	if (!margin) return;
	const { at, rule } = markOnScreen(margin, projection);
	context.strokeStyle = palette.line;
	context.lineWidth = 1;
	context.setLineDash([2, 4]);
	context.beginPath();
	context.moveTo(rule[0].x, rule[0].y);
	context.lineTo(rule[1].x, rule[1].y);
	context.stroke();
	context.setLineDash([]);
	context.fillStyle = palette.coral;
	context.font = `600 17px ${TITLE_FONT}`;
	context.textAlign = 'left';
	context.textBaseline = 'alphabetic';
	context.fillText(margin.title, at.x, at.y);
}

/** Where the margin's title begins, on its foot line, and the dotted rule before the margin. */
export function markOnScreen(
	margin: MarginMark,
	{ toScreen, width, height }: Projection
): { at: Point; rule: readonly [Point, Point] } {
	const { x, y } = toScreen(margin.corner);
	const box = titleBox(toScreen(margin.first), margin, width);
	const line = Math.round(margin.side === 'beside' ? x - RULE : y - RULE) + 0.5;
	return {
		at: { x: box.x + 4, y: box.y + 18 },
		rule:
			margin.side === 'beside'
				? [
						{ x: line, y: 0 },
						{ x: line, y: height }
					]
				: [
						{ x: 0, y: line },
						{ x: width, y: line }
					]
	};
}

/** Room the title takes above the first row of the margin, which no name may enter. */
function titleBox({ x, y }: Point, { title, above }: MarginMark, width: number): Box {
	const length = title.length * 9 + 8;
	// A narrow margin: the title keeps whole for as long as the margin is on screen.
	const left = x < width ? Math.min(x - 18, width - length) : x - 18;
	return { x: left, y: y - above - 24, width: length, height: 24 };
}

/** What no name may touch: the title of the margin and the line that begins it. */
export function marginBoxes(
	margin: MarginMark,
	{ toScreen, width, height }: Projection
): [Box, Box] {
	const corner = toScreen(margin.corner);
	const rule =
		margin.side === 'beside'
			? { x: corner.x - RULE - 1, y: 0, width: 2, height }
			: { x: 0, y: corner.y - RULE - 1, width, height: 2 };
	return [titleBox(toScreen(margin.first), margin, width), rule];
}
