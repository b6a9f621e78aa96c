/** The map as the inside of an SVG, in pixels of the screen. */
import { xml } from '#lib/export/xml.ts';
import type { Point } from '#lib/rendering/model.ts';
import type { Palette } from '#lib/rendering/palette.ts';
import type { GroundLayer, MapPicture } from '#lib/rendering/map/picture.ts';
import {
	isAway,
	isNode,
	type SeenLine,
	type SeenMark,
	type SeenNode,
	type SeenStack
} from '#lib/rendering/map/scene.ts';
import { edgeSvg, namesSvg, nodeSvg, placed, rounded } from '../../takeaway/svg-marks.ts';

/** Thickness of the ring that says what a stack is made of: that of the screen. */
const RING = 5;

function groundSvg({ paths, fill, stroke, width, opacity }: GroundLayer): string {
	const d = paths
		.map(({ points, closed }) => `M${points.map(placed).join('L')}${closed ? 'Z' : ''}`)
		.join('');
	const line = stroke
		? ` stroke="${xml(stroke)}" stroke-width="${rounded(width ?? 1)}" stroke-linejoin="round"`
		: '';
	return `<path d="${d}" fill="${xml(fill ?? 'none')}"${line} fill-rule="evenodd" opacity="${rounded(opacity)}"/>`;
}

/** An arrow's head ends at the edge of what it points at. */
function lineSvg({ from, to, bend, reach, arrow, dashed, color, width, alpha }: SeenLine): string {
	const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
	const tip = { x: to.x - Math.cos(angle) * reach, y: to.y - Math.sin(angle) * reach };
	return edgeSvg({ from, bend, to: arrow ? tip : to, color, width, opacity: alpha, dashed, arrow });
}

const markSvg = (seen: SeenNode, palette: Palette): string =>
	nodeSvg({ ...seen, opacity: seen.alpha, selected: seen.on }, palette);

function stackSvg({ x, y, radius, mark, alpha, on, ghost }: SeenStack, palette: Palette): string {
	const disc = (r: number, fill: string): string =>
		`<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(r)}" fill="${xml(fill)}"/>`;
	const r = radius - RING / 2;
	const at = (share: number): Point => ({
		x: x + r * Math.sin(share * 2 * Math.PI),
		y: y - r * Math.cos(share * 2 * Math.PI)
	});
	const total = mark.parts.reduce((sum, { count }) => sum + count, 0);
	let from = 0;
	const arcs = mark.parts.map(({ group, count }) => {
		const share = count / total;
		const color = xml(palette.groups[group]);
		const style = `fill="none" stroke="${color}" stroke-width="${RING}"`;
		const start = from;
		from += share;
		if (share === 1)
			return `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(r)}" ${style}/>`;
		const large = share > 0.5 ? 1 : 0;
		return `<path d="M${placed(at(start))}A${rounded(r)} ${rounded(r)} 0 ${large} 1 ${placed(at(from))}" ${style}/>`;
	});
	const figure = ghost
		? ''
		: `<text x="${rounded(x)}" y="${rounded(y + 5)}" text-anchor="middle" font-weight="650" font-size="${radius > 20 ? 15 : 13}">${mark.count}</text>`;
	return `<g opacity="${rounded(alpha)}">${on ? disc(radius + 4, palette.ink) : ''}${disc(radius + 1.6, palette.paper)}${arcs.join('')}${figure}</g>`;
}

function spreadSvg({ seen, palette }: MapPicture): string {
	const { spread, marks, lines } = seen;
	if (!spread) return '';
	const { x, y } = spread.at;
	const disc = (r: number, look: string): string =>
		`<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(r)}" ${look}/>`;
	const away = marks.filter(isAway);
	const leaders = away.map(
		(mark) =>
			`<path d="M${placed(spread.at)}L${placed(mark)}" opacity="${rounded(0.4 * mark.alpha)}"/>`
	);
	return `${disc(spread.radius, `fill="${xml(palette.paper)}" fill-opacity="0.94" stroke="${xml(palette.line)}"`)}
<g stroke="${xml(palette.soft)}" stroke-width="0.75">${leaders.join('')}</g>
<g>${lines
		.filter(({ above }) => above)
		.map(lineSvg)
		.join('\n')}</g>
${disc(3.5, `fill="${xml(palette.soft)}"`)}
<g>${away.map((mark) => markSvg(mark, palette)).join('\n')}</g>`;
}

const standing = (seen: SeenMark, palette: Palette): string =>
	!isNode(seen) ? stackSvg(seen, palette) : isAway(seen) ? '' : markSvg(seen, palette);

/** Ground, towns, ties, marks and names, as they are laid over one another on screen. */
export function mapPictureSvg(picture: MapPicture): string {
	const { palette, seen, width, height, image } = picture;
	const towns = picture.towns.map(
		({ name, x, y }) => `<text x="${rounded(x)}" y="${rounded(y + 4)}">${xml(name)}</text>`
	);
	return `${image ? `<image href="${xml(image)}" width="${width}" height="${height}"/>` : ''}
<g>${picture.ground.map(groundSvg).join('\n')}</g>
<g text-anchor="middle" font-size="12" fill="${xml(palette.soft)}" stroke="${xml(palette.hull)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" opacity="0.85">${towns.join('')}</g>
<g>${seen.lines
		.filter(({ above }) => !above)
		.map(lineSvg)
		.join('\n')}</g>
<g>${seen.marks.map((mark) => standing(mark, palette)).join('\n')}</g>
${spreadSvg(picture)}
${namesSvg(picture.names, palette)}`;
}
