import { xml } from '#lib/export/xml.ts';
import type { Point, Shape } from '#lib/rendering/model.ts';
import type { Palette } from '#lib/rendering/palette.ts';
import type { Picture } from '#lib/rendering/picture.ts';
import { edgeSvg, namesSvg, nodeSvg, placed, rounded, shapeSvg } from './svg-marks.ts';

/** One line of the legend under the picture. */
export interface LegendItem {
	mark:
		| { shape: Shape; color: string; apart?: boolean }
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
	/** A font file as a data address, so that the image needs nothing else. */
	font?: string | undefined;
}

const MARGIN = 24;
const TITLE_ROW = 28;
const HEAD = 46;
const LEGEND_COLUMN = 215;
const LEGEND_ROW = 22;
const NOTE_ROW = 16;
const FAMILY = 'Atkinson Hyperlegible Next, Verdana, sans-serif';

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

function legendMark(mark: LegendItem['mark'], x: number, y: number, palette: Palette): string {
	const [left, middle, across] = [x, x + 10, y].map(rounded);
	if ('line' in mark) {
		const dash = mark.dashed ? ' stroke-dasharray="5 4"' : '';
		return `<path d="M${left} ${across}h20" stroke="${xml(mark.line)}" stroke-width="2"${dash}/>`;
	}
	const disc = `<circle cx="${middle}" cy="${across}" r="8" fill="none" stroke-width="2" stroke`;
	if ('figure' in mark)
		return `${disc}="${xml(mark.color)}"/><text x="${middle}" y="${rounded(y + 4)}" text-anchor="middle" font-size="11" font-weight="650">${xml(mark.figure)}</text>`;
	const ring = mark.apart ? `${disc}="${xml(palette.coral)}"/>` : '';
	return `${ring}${shapeSvg(mark.shape, x + 10, y, mark.apart ? 4.5 : 6)} fill="${xml(mark.color)}"/>`;
}

function legendItem({ mark, text }: LegendItem, x: number, y: number, palette: Palette): string {
	const drawn = legendMark(mark, x, y, palette);
	return `${drawn}<text x="${rounded(x + 28)}" y="${rounded(y + 4.5)}">${xml(text)}</text>`;
}

/** An image to be framed: its size, its colours, and what is inside as elements of an SVG. */
export interface Framed {
	width: number;
	height: number;
	palette: Palette;
	inside: string;
}

/** The network as it is drawn. */
export function pictureSvg(picture: Picture): Framed {
	const { width, height, palette, margin } = picture;
	const rule = margin
		? `<path d="M${placed(margin.rule[0])}L${placed(margin.rule[1])}" stroke="${xml(palette.line)}" stroke-dasharray="2 4"/><text x="${rounded(margin.at.x)}" y="${rounded(margin.at.y)}" font-size="17" font-weight="700" fill="${xml(palette.coral)}" stroke="none">${xml(margin.title)}</text>`
		: '';
	const inside = `<g fill="${xml(palette.hull)}">${picture.hulls.map((hull) => `<path d="${hullPath(hull)}"/>`).join('')}</g>
<g>${picture.edges.map(edgeSvg).join('\n')}</g>
${rule}<g>${picture.nodes.map((one) => nodeSvg(one, palette)).join('\n')}</g>
${namesSvg(picture.names, palette)}`;
	return { width, height, palette, inside };
}

/** A picture with its title, legend, date and sources, as one SVG that needs nothing else. */
export function framedSvg(
	picture: Framed,
	frame: PictureFrame
): { svg: string; width: number; height: number } {
	const { palette } = picture;
	const width = Math.max(picture.width, 480);
	const columns = Math.max(1, Math.floor((width - 2 * MARGIN) / LEGEND_COLUMN));
	const rows = Math.ceil(frame.legend.length / columns);
	const foot = rows * LEGEND_ROW + frame.notes.length * NOTE_ROW + 2 * MARGIN + 8;
	const head = HEAD + frame.titleLines.length * TITLE_ROW;
	const height = head + picture.height + foot;
	const legendTop = head + picture.height + MARGIN;
	const notesTop = legendTop + rows * LEGEND_ROW + 12;
	const face = frame.font
		? `<style>@font-face{font-family:'Atkinson Hyperlegible Next';src:url(${frame.font}) format('woff2');font-weight:200 800}</style>`
		: '';
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${xml(frame.language)}" role="img" aria-labelledby="t d" font-family="${FAMILY}" font-size="13" fill="${xml(palette.ink)}">
<title id="t">${xml(frame.title)}</title>
<desc id="d">${xml([frame.subtitle, ...frame.notes].join(' '))}</desc>
${face}<rect width="${width}" height="${height}" fill="${xml(palette.paper)}"/>
${frame.titleLines.map((line, index) => `<text x="${MARGIN}" y="${38 + index * TITLE_ROW}" font-size="22" font-weight="700">${xml(line)}</text>`).join('')}
<text x="${MARGIN}" y="${head - 14}" font-size="14" fill="${xml(palette.soft)}">${xml(frame.subtitle)}</text>
<svg x="0" y="${head}" width="${picture.width}" height="${picture.height}">
${picture.inside}
</svg>
<path d="M${MARGIN} ${legendTop - 16}H${width - MARGIN}" stroke="${xml(palette.line)}"/>
<g>${frame.legend.map((item, index) => legendItem(item, MARGIN + (index % columns) * LEGEND_COLUMN, legendTop + Math.floor(index / columns) * LEGEND_ROW, palette)).join('\n')}</g>
<g font-size="11.5" fill="${xml(palette.soft)}">${frame.notes.map((note, index) => `<text x="${MARGIN}" y="${rounded(notesTop + index * NOTE_ROW)}">${xml(note)}</text>`).join('')}</g>
</svg>
`;
	return { svg, width, height };
}
