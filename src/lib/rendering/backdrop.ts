import type { Point } from './model.ts';
import type { Palette } from './palette.ts';

const TITLE_FONT = "'Source Serif 4 Variable', 'Source Serif 4', serif";

interface Projection {
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
	margin: { x: number; top: number; title: string } | undefined,
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
	const { x, y } = projection.toScreen({ x: margin.x, y: margin.top });
	if (x < -200 || x > projection.width) return;
	context.strokeStyle = palette.line;
	context.lineWidth = 1;
	context.setLineDash([2, 4]);
	context.beginPath();
	context.moveTo(Math.round(x) + 0.5, 0);
	context.lineTo(Math.round(x) + 0.5, projection.height);
	context.stroke();
	context.setLineDash([]);
	context.fillStyle = palette.coral;
	context.font = `600 17px ${TITLE_FONT}`;
	context.textAlign = 'left';
	context.textBaseline = 'alphabetic';
	const at = titlePlace({ x, y }, margin.title, projection.width);
	context.fillText(margin.title, at.x, at.y);
}

const titleWidth = (title: string): number => title.length * 9;

/** Where the margin's title begins: its baseline, above its first node and inside the frame, in pixels. */
const titlePlace = ({ x, y }: Point, title: string, width: number): Point => ({
	x: Math.min(x + 10, Math.max(width - titleWidth(title) - 8, x - 120)),
	y: Math.max(y - 30, 24)
});

/** Room the title takes, which no name may enter. */
export function titleBox(corner: Point, title: string, width: number) {
	const { x, y } = titlePlace(corner, title, width);
	return { x: x - 4, y: y - 18, width: titleWidth(title) + 8, height: 24 };
}
