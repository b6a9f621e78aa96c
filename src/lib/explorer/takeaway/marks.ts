/** Marks of a picture, to be written as SVG or painted. Pure. */
import { hollowOf, type Point, type Shape } from '#lib/rendering/model.ts';
import { nameInk, type Palette } from '#lib/rendering/palette.ts';
import type { PictureEdge, PictureNode, WrittenName } from '#lib/rendering/picture.ts';

interface Look {
	fill?: string | undefined;
	/** What lies in two rings of a path, one in the other, is left out. */
	evenOdd?: boolean | undefined;
	stroke?: string | undefined;
	/** Of the stroke, in pixels. */
	width?: number | undefined;
	/** Lengths drawn and left out, in turn. */
	dashes?: readonly number[] | undefined;
	/** Corners of the stroke are round. */
	round?: boolean | undefined;
	opacity?: number | undefined;
}
/** Lines of words from the same edge, or around the same middle. */
export interface WordsMark {
	lines: readonly string[];
	x: number;
	/** Of each line's baseline. */
	ys: readonly number[];
	align?: 'left' | 'center' | 'right' | undefined;
	size: number;
	/** 400 without it. */
	weight?: number | undefined;
	fill: string;
	opacity?: number | undefined;
	/** Around the letters, which keeps them apart from what they stand on. */
	halo?: { color: string; width: number } | undefined;
}
/** An image under everything, by its address. */
export interface ImageMark {
	image: string;
	width: number;
	height: number;
}
/** `path` as SVG writes it. */
export type Mark =
	({ path: string } & Look) | ({ circle: Point & { r: number } } & Look) | WordsMark | ImageMark;

/** An image to be framed: its size, its colours, and what is inside. */
export interface Framed {
	width: number;
	height: number;
	palette: Palette;
	marks: Mark[];
}

export const DASHES = [5, 4];
/** Of what is over, where nothing may be pale. */
const DOTTED = [1.8, 3.2];
/** Size of names, in pixels. */
export const TEXT = 13;
/** From the middle of a line of words to where it stands. */
export const DROP = 4.5;

/** A number to the hundredth: finer than a screen. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100);
export const placed = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;

/** A tie and its arrow. */
export function* edgeMarks({ from, bend, to, color, ...look }: PictureEdge): Iterable<Mark> {
	const { width, opacity, dashed, dotted, arrow } = look;
	const path = `M${placed(from)}Q${placed(bend)} ${placed(to)}`;
	yield {
		path,
		stroke: color,
		width,
		dashes: dotted ? DOTTED : dashed ? DASHES : undefined,
		opacity
	};
	if (!arrow) return;
	const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
	const side = (turn: number): Point => ({
		x: to.x - 8 * Math.cos(angle + turn),
		y: to.y - 8 * Math.sin(angle + turn)
	});
	const head = [to, side(0.47), side(-0.47)].map(placed);
	yield { path: `M${head.join('L')}Z`, fill: color, opacity };
}

const turned = (degrees: readonly number[], far: number): Point[] =>
	degrees.map((degree) => {
		const angle = (degree * Math.PI) / 180;
		return { x: far * Math.cos(angle), y: far * Math.sin(angle) };
	});
/** Corners around the middle, for a radius of one. */
const CORNERS: Record<Exclude<Shape, 'circle'>, readonly Point[]> = {
	square: turned([225, 315, 45, 135], 0.9 * Math.SQRT2),
	diamond: turned([0, 90, 180, 270], 1.15),
	hexagon: turned([30, 90, 150, 210, 270, 330], 1.05)
};

/** A thing by its nature. */
export function shapeMark(kind: Shape, { x, y }: Point, r: number, look: Look): Mark {
	if (kind === 'circle') return { circle: { x, y, r }, ...look };
	const corners = CORNERS[kind].map((corner) =>
		placed({ x: x + corner.x * r, y: y + corner.y * r })
	);
	return { path: `M${corners.join('L')}Z`, ...look };
}

/** A thing with its rings. */
export function* nodeMarks(given: PictureNode, palette: Palette): Iterable<Mark> {
	const { x, y, radius, color, opacity, apart, selected } = given;
	const ring = (r: number, stroke: string): Mark => ({
		circle: { x, y, r },
		...{ fill: palette.paper, stroke, width: 2, opacity }
	});
	if (selected) yield ring(radius + (apart ? 7 : 4), palette.ink);
	if (apart) yield ring(radius + 3.5, palette.coral);
	const look = { fill: color, stroke: palette.paper, width: 1.5, opacity };
	yield shapeMark(given.shape, { x, y }, radius, look);
	if (given.hollow)
		yield shapeMark(given.shape, { x, y }, hollowOf(radius), { fill: palette.paper, opacity });
}

/** A name over what it names, on its own halo. */
export function* nameMarks(given: WrittenName, palette: Palette): Iterable<Mark> {
	const { lines, x, ys, align, bold, strength, leader } = given;
	if (leader) {
		const path = `M${placed(leader[0])}L${placed(leader[1])}`;
		yield { path, stroke: palette.soft, width: 0.75 };
	}
	const { color: fill, opacity } = nameInk(strength, palette);
	const look = { align, size: TEXT, fill, opacity };
	yield {
		lines,
		x,
		ys: ys.map((y) => y + DROP),
		...look,
		weight: bold ? 700 : undefined,
		halo: { color: palette.paper, width: 4 }
	};
}
