import type { Box } from './labels.ts';
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
	}
	if (!margin) return;
	const { x, y } = projection.toScreen(margin.corner);
	context.strokeStyle = palette.line;
	context.lineWidth = 1;
	context.setLineDash([2, 4]);
	context.beginPath();
	const at = Math.round(margin.side === 'beside' ? x - RULE : y - RULE) + 0.5;
	if (margin.side === 'beside') {
		context.moveTo(at, 0);
		context.lineTo(at, projection.height);
	} else {
		context.moveTo(0, at);
		context.lineTo(projection.width, at);
	}
	context.stroke();
	context.setLineDash([]);
	context.fillStyle = palette.coral;
	context.font = `600 17px ${TITLE_FONT}`;
	context.textAlign = 'left';
	context.textBaseline = 'alphabetic';
	const box = titleBox(projection.toScreen(margin.first), margin);
	context.fillText(margin.title, box.x + 4, box.y + 18);
}

/** Room the title takes above the first row of the margin, which no name may enter. */
function titleBox({ x, y }: Point, { title, above }: MarginMark): Box {
	return { x: x - 18, y: y - above - 24, width: title.length * 9 + 8, height: 24 };
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
	return [titleBox(toScreen(margin.first), margin), rule];
}
