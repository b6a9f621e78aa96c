/** Things of a drawing as elements of an SVG. */
import { xml } from '#lib/export/xml.ts';
import type { Point, Shape } from '#lib/rendering/model.ts';
import type { Palette } from '#lib/rendering/palette.ts';
import type { PictureEdge, PictureNode, WrittenName } from '#lib/rendering/picture.ts';

/** A number to the hundredth: finer than a screen. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100);
export const placed = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;

/** A tie and its arrow. */
export function edgeSvg({
	from,
	bend,
	to,
	color,
	width,
	opacity,
	dashed,
	arrow
}: PictureEdge): string {
	const dash = dashed ? ' stroke-dasharray="5 4"' : '';
	const line = `<path d="M${placed(from)}Q${placed(bend)} ${placed(to)}" fill="none" stroke="${xml(color)}" stroke-width="${rounded(width)}"${dash} opacity="${rounded(opacity)}"/>`;
	if (!arrow) return line;
	const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
	const side = (turn: number): Point => ({
		x: to.x - 8 * Math.cos(angle + turn),
		y: to.y - 8 * Math.sin(angle + turn)
	});
	return `${line}<path d="M${placed(to)}L${placed(side(0.47))}L${placed(side(-0.47))}Z" fill="${xml(color)}" opacity="${rounded(opacity)}"/>`;
}

/** The beginning of an element in the shape of a thing: its looks and its end are the caller's. */
export function shapeSvg(kind: Shape, x: number, y: number, r: number): string {
	if (kind === 'circle') return `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(r)}"`;
	if (kind === 'square')
		return `<rect x="${rounded(x - r * 0.9)}" y="${rounded(y - r * 0.9)}" width="${rounded(r * 1.8)}" height="${rounded(r * 1.8)}" rx="${rounded(r * 0.2)}"`;
	const corners =
		kind === 'diamond'
			? [0, 90, 180, 270].map((degrees) => [degrees, 1.15] as const)
			: [30, 90, 150, 210, 270, 330].map((degrees) => [degrees, 1.05] as const);
	const points = corners.map(([degrees, far]) => {
		const angle = (degrees * Math.PI) / 180;
		return `${rounded(x + r * far * Math.cos(angle))},${rounded(y + r * far * Math.sin(angle))}`;
	});
	return `<polygon points="${points.join(' ')}"`;
}

/** A thing with its rings. */
export function nodeSvg(given: PictureNode, palette: Palette): string {
	const { x, y, radius, color, opacity, apart, selected } = given;
	const ring = (r: number, stroke: string): string =>
		`<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(r)}" fill="${xml(palette.paper)}" stroke="${xml(stroke)}" stroke-width="2" opacity="${rounded(opacity)}"/>`;
	const mark = `${shapeSvg(given.shape, x, y, radius)} fill="${xml(color)}" stroke="${xml(palette.paper)}" stroke-width="1.5" opacity="${rounded(opacity)}"/>`;
	return (
		(selected ? ring(radius + (apart ? 7 : 4), palette.ink) : '') +
		(apart ? ring(radius + 3.5, palette.coral) : '') +
		mark
	);
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

function nameSvg(given: WrittenName, palette: Palette): string {
	const leader = given.leader
		? `<path d="M${placed(given.leader[0])}L${placed(given.leader[1])}" stroke="${xml(palette.soft)}" stroke-width="0.75"/>`
		: '';
	const lines = given.lines.map(
		(line, index) =>
			`<tspan x="${rounded(given.x)}" y="${rounded((given.ys[index] ?? 0) + 4.5)}">${xml(line)}</tspan>`
	);
	const weight = given.bold ? ' font-weight="700"' : '';
	return `${leader}<text text-anchor="${ANCHORS[given.align]}"${weight} opacity="${rounded(given.strength)}">${lines.join('')}</text>`;
}

/** Names over what they name, each on its own halo. */
export const namesSvg = (names: readonly WrittenName[], palette: Palette): string =>
	`<g stroke="${xml(palette.paper)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${names.map((one) => nameSvg(one, palette)).join('\n')}</g>`;
