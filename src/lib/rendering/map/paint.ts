import { LABEL_FONT } from '../label-layer.ts';
import { hollowOf, type Point, type Shape } from '../model.ts';
import type { Palette } from '../palette.ts';
import {
	isAway,
	isNode,
	type Seen,
	type SeenLine,
	type SeenNode,
	type SeenStack
} from './scene.ts';

type Canvas = CanvasRenderingContext2D;

/** Draws ties, nodes and stacks, then what is spread over its own ground. */
export function paint(canvas: Canvas, { marks, lines, spread }: Seen, palette: Palette): void {
	canvas.lineCap = 'round';
	for (const line of lines) if (!line.above) drawLine(canvas, line);
	for (const seen of marks)
		if (!isNode(seen)) drawStack(canvas, seen, palette);
		else if (!isAway(seen)) drawNode(canvas, seen, palette);
	if (spread) {
		drawPlate(canvas, spread, palette);
		for (const seen of marks) if (isAway(seen)) drawLeader(canvas, seen, spread.at, palette);
		for (const line of lines) if (line.above) drawLine(canvas, line);
		drawHub(canvas, spread.at, palette);
		for (const seen of marks) if (isAway(seen)) drawNode(canvas, seen, palette);
	}
	canvas.globalAlpha = 1;
}

function disc(canvas: Canvas, { x, y }: Point, radius: number): void {
	canvas.beginPath();
	canvas.arc(x, y, radius, 0, 2 * Math.PI);
}

function drawLine(canvas: Canvas, line: SeenLine): void {
	const { from, to, bend } = line;
	canvas.globalAlpha = line.alpha;
	canvas.strokeStyle = line.color;
	canvas.lineWidth = line.width;
	canvas.setLineDash(line.dotted ? [1, 5] : line.dashed ? [6, 5] : []);
	canvas.beginPath();
	canvas.moveTo(from.x, from.y);
	canvas.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
	canvas.stroke();
	canvas.setLineDash([]);
	if (!line.arrow) return;
	const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
	const tip = { x: to.x - Math.cos(angle) * line.reach, y: to.y - Math.sin(angle) * line.reach };
	const size = 5 + line.width * 1.6;
	canvas.fillStyle = line.color;
	canvas.beginPath();
	canvas.moveTo(tip.x, tip.y);
	for (const side of [0.42, -0.42])
		canvas.lineTo(tip.x - size * Math.cos(angle + side), tip.y - size * Math.sin(angle + side));
	canvas.closePath();
	canvas.fill();
}

/** Corners of a shape around its centre, at its radius: those of the drawing. */
const CORNERS: Readonly<Record<Exclude<Shape, 'circle'>, readonly Point[]>> = {
	square: corners(4, 0.9 * Math.SQRT2, Math.PI / 4),
	diamond: corners(4, 1.18, 0),
	hexagon: corners(6, 1.085, Math.PI / 6)
};
function corners(count: number, far: number, turn: number): Point[] {
	return Array.from({ length: count }, (_, index) => {
		const angle = turn + (index / count) * 2 * Math.PI;
		return { x: Math.cos(angle) * far, y: Math.sin(angle) * far };
	});
}

function outline(canvas: Canvas, shape: Shape, at: Point, radius: number): void {
	if (shape === 'circle') {
		disc(canvas, at, radius);
		return;
	}
	canvas.beginPath();
	for (const { x, y } of CORNERS[shape]) canvas.lineTo(at.x + x * radius, at.y + y * radius);
	canvas.closePath();
}

function drawNode(canvas: Canvas, seen: SeenNode, palette: Palette): void {
	const { radius, shape, apart, on } = seen;
	canvas.globalAlpha = seen.alpha;
	const ring = (grown: number, color: string, width: number): void => {
		outline(canvas, shape, seen, radius + grown);
		canvas.fillStyle = palette.paper;
		canvas.fill();
		canvas.strokeStyle = color;
		canvas.lineWidth = width;
		canvas.stroke();
	};
	if (on) ring(apart ? 7 : 5, palette.ink, 1.8);
	if (apart) ring(3.4, palette.coral, 2.2);
	outline(canvas, shape, seen, radius);
	canvas.lineWidth = 3.2;
	canvas.strokeStyle = palette.paper;
	canvas.lineJoin = 'round';
	canvas.stroke();
	canvas.fillStyle = seen.color;
	canvas.fill();
	if (!seen.hollow) return;
	outline(canvas, shape, seen, hollowOf(radius));
	canvas.fillStyle = palette.paper;
	canvas.fill();
}

/** Thickness of the ring that says what a stack is made of. */
const RING = 5;

function drawStack(canvas: Canvas, seen: SeenStack, palette: Palette): void {
	const { mark, radius, on } = seen;
	canvas.globalAlpha = seen.alpha;
	disc(canvas, seen, radius + (on ? 4 : 1.6));
	canvas.fillStyle = on ? palette.ink : palette.paper;
	canvas.fill();
	disc(canvas, seen, radius + 1.6);
	canvas.fillStyle = palette.paper;
	canvas.fill();
	let from = -Math.PI / 2;
	canvas.lineWidth = RING;
	canvas.lineCap = 'butt';
	for (const { group, count } of mark.parts) {
		const to = from + (count / mark.count) * 2 * Math.PI;
		canvas.beginPath();
		canvas.arc(seen.x, seen.y, radius - RING / 2, from, to);
		canvas.strokeStyle = seen.faint ? palette.faint : palette.groups[group];
		canvas.stroke();
		from = to;
	}
	canvas.lineCap = 'round';
	if (seen.ghost) {
		disc(canvas, seen, radius - RING / 2);
		canvas.strokeStyle = palette.soft;
		canvas.stroke();
		return;
	}
	canvas.fillStyle = seen.faint ? palette.soft : palette.ink;
	canvas.font = `650 ${radius > 20 ? 15 : 13}px ${LABEL_FONT}`;
	canvas.textAlign = 'center';
	canvas.textBaseline = 'middle';
	canvas.fillText(String(mark.count), seen.x, seen.y + 0.5);
}

function drawPlate(
	canvas: Canvas,
	{ at, radius }: { at: Point; radius: number },
	palette: Palette
): void {
	disc(canvas, at, radius);
	canvas.globalAlpha = 0.94;
	canvas.fillStyle = palette.paper;
	canvas.fill();
	canvas.globalAlpha = 1;
	canvas.strokeStyle = palette.line;
	canvas.lineWidth = 1;
	canvas.stroke();
}

function drawLeader(canvas: Canvas, seen: SeenNode, from: Point, palette: Palette): void {
	canvas.globalAlpha = palette.contrast ? 1 : 0.4 * seen.alpha;
	canvas.strokeStyle = palette.soft;
	canvas.lineWidth = 0.75;
	canvas.beginPath();
	canvas.moveTo(from.x, from.y);
	canvas.lineTo(seen.x, seen.y);
	canvas.stroke();
}

/** The place itself, that everything spread comes from. */
function drawHub(canvas: Canvas, at: Point, palette: Palette): void {
	canvas.globalAlpha = 1;
	disc(canvas, at, 3.5);
	canvas.fillStyle = palette.soft;
	canvas.fill();
}
