/** A picture with all that surrounds it, as marks. Pure. */
import { hollowOf, type Point, type Shape } from '#lib/rendering/model.ts';
import type { Palette } from '#lib/rendering/palette.ts';
import type { Picture } from '#lib/rendering/picture.ts';
import {
	DASHES,
	DROP,
	edgeMarks,
	nameMarks,
	nodeMarks,
	placed,
	rounded,
	shapeMark,
	TEXT,
	type Framed,
	type Mark
} from './marks.ts';

/** One line of the legend under the picture. */
export interface LegendItem {
	mark:
		| { shape: Shape; color: string; apart?: boolean; hollow?: boolean }
		| { line: string; dashed: boolean }
		/** A figure that stands for several things. */
		| { figure: string; color: string };
	text: string;
}

/** What surrounds the drawing: an image that travels alone must still say what it is. */
export interface PictureFrame {
	title: string;
	/** The title cut in lines that fit the width. */
	titleLines: readonly string[];
	/** Under the title: date, what is counted. */
	subtitle: string;
	legend: readonly LegendItem[];
	/** Sources and licence, already cut in lines. */
	notes: readonly string[];
	/** Language of the words, `fr` or `en`. */
	language: string;
}

export interface PictureSheet {
	width: number;
	height: number;
	paper: string;
	/** Words for who does not see it. */
	title: string;
	description: string;
	language: string;
	/** Above and below the drawing. */
	around: readonly Mark[];
	/** Cut at its edges, its own corner at (0, `top`). */
	drawing: Framed & { top: number };
}

const DOTS = [2, 4];
const MARGIN = 24;
const TITLE_ROW = 28;
const HEAD = 46;
const LEGEND_COLUMN = 215;
const LEGEND_ROW = 22;
const NOTE_ROW = 16;

function hullPath(points: readonly Point[]): string {
	const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
	const last = points.at(-1);
	const [first] = points;
	if (!first || !last) return '';
	const curves = points.map((point, index) => {
		const next = points[(index + 1) % points.length] ?? point;
		return `Q${placed(point)} ${placed(middle(point, next))}`;
	});
	return `M${placed(middle(last, first))}${curves.join('')}Z`;
}

function* drawingMarks(picture: Picture): Iterable<Mark> {
	const { palette, margin } = picture;
	const edge = palette.contrast ? { stroke: palette.line, width: 1 } : {};
	for (const hull of picture.hulls) yield { path: hullPath(hull), fill: palette.hull, ...edge };
	for (const tie of picture.edges) yield* edgeMarks(tie);
	if (margin) {
		const [from, to] = margin.rule;
		const path = `M${placed(from)}L${placed(to)}`;
		yield { path, stroke: palette.line, width: 1, dashes: DOTS };
		const { x, y } = margin.at;
		yield { lines: [margin.title], x, ys: [y], size: 17, weight: 700, fill: palette.coral };
	}
	for (const node of picture.nodes) yield* nodeMarks(node, palette);
	for (const name of picture.names) yield* nameMarks(name, palette);
}

/** The network as it is drawn. */
export const framedPicture = (picture: Picture): Framed => ({
	width: picture.width,
	height: picture.height,
	palette: picture.palette,
	marks: [...drawingMarks(picture)]
});

function* legendMark(mark: LegendItem['mark'], at: Point, palette: Palette): Iterable<Mark> {
	const [left, middle] = [rounded(at.x), { x: at.x + 10, y: at.y }];
	const disc = (stroke: string): Mark => ({ circle: { ...middle, r: 8 }, stroke, width: 2 });
	if ('line' in mark) {
		const dashes = mark.dashed ? DASHES : undefined;
		yield { path: `M${left} ${rounded(at.y)}h20`, stroke: mark.line, width: 2, dashes };
	} else if ('figure' in mark) {
		yield disc(mark.color);
		const look = { size: 11, weight: 650, fill: palette.ink };
		yield { lines: [mark.figure], x: middle.x, ys: [at.y + 4], align: 'center', ...look };
	} else {
		if (mark.apart) yield disc(palette.coral);
		yield shapeMark(mark.shape, middle, mark.apart ? 4.5 : 6, { fill: mark.color });
		if (mark.hollow) yield shapeMark(mark.shape, middle, hollowOf(6), { fill: palette.paper });
	}
}

/** A picture with its title, legend, date and sources. */
export function pictureSheet(picture: Framed, frame: PictureFrame): PictureSheet {
	const { palette } = picture;
	const width = Math.max(picture.width, 480);
	const columns = Math.max(1, Math.floor((width - 2 * MARGIN) / LEGEND_COLUMN));
	const rows = Math.ceil(frame.legend.length / columns);
	const foot = rows * LEGEND_ROW + frame.notes.length * NOTE_ROW + 2 * MARGIN + 8;
	const top = HEAD + frame.titleLines.length * TITLE_ROW;
	const legendTop = top + picture.height + MARGIN;
	const notesTop = legendTop + rows * LEGEND_ROW + 12;
	const words = (line: string, y: number, size: number, fill: string, weight?: number): Mark => ({
		lines: [line],
		x: MARGIN,
		ys: [y],
		...{ size, fill, weight }
	});
	const legendOf = ({ mark, text }: LegendItem, place: number): Mark[] => {
		const x = MARGIN + (place % columns) * LEGEND_COLUMN;
		const y = legendTop + Math.floor(place / columns) * LEGEND_ROW;
		const look = { size: TEXT, fill: palette.ink };
		return [
			...legendMark(mark, { x, y }, palette),
			{ lines: [text], x: x + 28, ys: [y + DROP], ...look }
		];
	};
	const rule = `M${MARGIN} ${legendTop - 16}H${width - MARGIN}`;
	return {
		width,
		height: top + picture.height + foot,
		paper: palette.paper,
		title: frame.title,
		description: [frame.subtitle, ...frame.notes].join(' '),
		language: frame.language,
		around: [
			...frame.titleLines.map((line, row) =>
				words(line, 38 + row * TITLE_ROW, 22, palette.ink, 700)
			),
			words(frame.subtitle, top - 14, 14, palette.soft),
			{ path: rule, stroke: palette.line, width: 1 },
			...frame.legend.flatMap(legendOf),
			...frame.notes.map((note, row) => words(note, notesTop + row * NOTE_ROW, 11.5, palette.soft))
		],
		drawing: { ...picture, top }
	};
}
