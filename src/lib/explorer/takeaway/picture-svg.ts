import { xml } from '#lib/export/xml.ts';
import type { Point, Shape } from '#lib/rendering/model.ts';
import type { Picture, PictureEdge, PictureNode, WrittenName } from '#lib/rendering/picture.ts';

/** One line of the legend under the picture. */
export interface LegendItem {
	mark: { shape: Shape; color: string; apart?: boolean } | { line: string; dashed: boolean };
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

const n = (value: number): string => String(Math.round(value * 100) / 100);
const at = ({ x, y }: Point): string => `${n(x)} ${n(y)}`;

function hullPath(points: readonly Point[]): string {
	const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
	const last = points.at(-1);
	const [first] = points;
	if (!first || !last) return '';
	const curves = points.map((point, index) => {
		const next = points[(index + 1) % points.length] ?? point;
		return `Q${at(point)} ${at(middle(point, next))}`;
	});
	return `M${at(middle(last, first))}${curves.join('')}Z`;
}

function edge({ from, bend, to, color, width, opacity, dashed, arrow }: PictureEdge): string {
	const dash = dashed ? ' stroke-dasharray="5 4"' : '';
	const line = `<path d="M${at(from)}Q${at(bend)} ${at(to)}" fill="none" stroke="${xml(color)}" stroke-width="${n(width)}"${dash} opacity="${n(opacity)}"/>`;
	if (!arrow) return line;
	const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
	const side = (turn: number): Point => ({
		x: to.x - 8 * Math.cos(angle + turn),
		y: to.y - 8 * Math.sin(angle + turn)
	});
	return `${line}<path d="M${at(to)}L${at(side(0.47))}L${at(side(-0.47))}Z" fill="${xml(color)}" opacity="${n(opacity)}"/>`;
}

function shape(kind: Shape, x: number, y: number, r: number): string {
	if (kind === 'circle') return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"`;
	if (kind === 'square')
		return `<rect x="${n(x - r * 0.9)}" y="${n(y - r * 0.9)}" width="${n(r * 1.8)}" height="${n(r * 1.8)}" rx="${n(r * 0.2)}"`;
	const corners =
		kind === 'diamond'
			? [0, 90, 180, 270].map((degrees) => [degrees, 1.15] as const)
			: [30, 90, 150, 210, 270, 330].map((degrees) => [degrees, 1.05] as const);
	const points = corners.map(([degrees, far]) => {
		const angle = (degrees * Math.PI) / 180;
		return `${n(x + r * far * Math.cos(angle))},${n(y + r * far * Math.sin(angle))}`;
	});
	return `<polygon points="${points.join(' ')}"`;
}

function node(given: PictureNode, { palette }: Picture): string {
	const { x, y, radius, color, opacity, apart, selected } = given;
	const ring = (r: number, stroke: string): string =>
		`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${xml(palette.paper)}" stroke="${xml(stroke)}" stroke-width="2" opacity="${n(opacity)}"/>`;
	const mark = `${shape(given.shape, x, y, radius)} fill="${xml(color)}" stroke="${xml(palette.paper)}" stroke-width="1.5" opacity="${n(opacity)}"/>`;
	return (
		(selected ? ring(radius + (apart ? 7 : 4), palette.ink) : '') +
		(apart ? ring(radius + 3.5, palette.coral) : '') +
		mark
	);
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

function name(given: WrittenName, { palette }: Picture): string {
	const leader = given.leader
		? `<path d="M${at(given.leader[0])}L${at(given.leader[1])}" stroke="${xml(palette.soft)}" stroke-width="0.75"/>`
		: '';
	const lines = given.lines.map(
		(line, index) =>
			`<tspan x="${n(given.x)}" y="${n((given.ys[index] ?? 0) + 4.5)}">${xml(line)}</tspan>`
	);
	const weight = given.bold ? ' font-weight="700"' : '';
	return `${leader}<text text-anchor="${ANCHORS[given.align]}"${weight} opacity="${n(given.strength)}">${lines.join('')}</text>`;
}

function legendItem({ mark, text }: LegendItem, x: number, y: number, picture: Picture): string {
	const { palette } = picture;
	const drawn =
		'line' in mark
			? `<path d="M${n(x)} ${n(y)}h20" stroke="${xml(mark.line)}" stroke-width="2"${mark.dashed ? ' stroke-dasharray="5 4"' : ''}/>`
			: (mark.apart
					? `<circle cx="${n(x + 10)}" cy="${n(y)}" r="8" fill="none" stroke="${xml(palette.coral)}" stroke-width="2"/>`
					: '') +
				`${shape(mark.shape, x + 10, y, mark.apart ? 4.5 : 6)} fill="${xml(mark.color)}"/>`;
	return `${drawn}<text x="${n(x + 28)}" y="${n(y + 4.5)}">${xml(text)}</text>`;
}

/** The picture with its title, legend, date and sources, as one SVG that needs nothing else. */
export function pictureSvg(
	picture: Picture,
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
	const { margin } = picture;
	const rule = margin
		? `<path d="M${at(margin.rule[0])}L${at(margin.rule[1])}" stroke="${xml(palette.line)}" stroke-dasharray="2 4"/><text x="${n(margin.at.x)}" y="${n(margin.at.y)}" font-size="17" font-weight="700" fill="${xml(palette.coral)}" stroke="none">${xml(margin.title)}</text>`
		: '';
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${xml(frame.language)}" role="img" aria-labelledby="t d" font-family="${FAMILY}" font-size="13" fill="${xml(palette.ink)}">
<title id="t">${xml(frame.title)}</title>
<desc id="d">${xml([frame.subtitle, ...frame.notes].join(' '))}</desc>
${face}<rect width="${width}" height="${height}" fill="${xml(palette.paper)}"/>
${frame.titleLines.map((line, index) => `<text x="${MARGIN}" y="${38 + index * TITLE_ROW}" font-size="22" font-weight="700">${xml(line)}</text>`).join('')}
<text x="${MARGIN}" y="${head - 14}" font-size="14" fill="${xml(palette.soft)}">${xml(frame.subtitle)}</text>
<svg x="0" y="${head}" width="${picture.width}" height="${picture.height}">
<g fill="${xml(palette.hull)}">${picture.hulls.map((hull) => `<path d="${hullPath(hull)}"/>`).join('')}</g>
<g>${picture.edges.map(edge).join('\n')}</g>
${rule}<g>${picture.nodes.map((one) => node(one, picture)).join('\n')}</g>
<g stroke="${xml(palette.paper)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${picture.names.map((one) => name(one, picture)).join('\n')}</g>
</svg>
<path d="M${MARGIN} ${legendTop - 16}H${width - MARGIN}" stroke="${xml(palette.line)}"/>
<g>${frame.legend.map((item, index) => legendItem(item, MARGIN + (index % columns) * LEGEND_COLUMN, legendTop + Math.floor(index / columns) * LEGEND_ROW, picture)).join('\n')}</g>
<g font-size="11.5" fill="${xml(palette.soft)}">${frame.notes.map((note, index) => `<text x="${MARGIN}" y="${n(notesTop + index * NOTE_ROW)}">${xml(note)}</text>`).join('')}</g>
</svg>
`;
	return { svg, width, height };
}
