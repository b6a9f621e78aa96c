/** The map as marks, in pixels of the screen. */
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
import {
	edgeMarks,
	nameMarks,
	nodeMarks,
	placed,
	rounded,
	type Framed,
	type Mark
} from '../../takeaway/marks.ts';

/** Thickness of the ring that says what a stack is made of: that of the screen. */
const RING = 5;

const groundMark = ({ paths, ...look }: GroundLayer): Mark => ({
	path: paths
		.map(({ points, closed }) => `M${points.map(placed).join('L')}${closed ? 'Z' : ''}`)
		.join(''),
	...look,
	evenOdd: true,
	round: true
});

/** An arrow's head ends at the edge of what it points at. */
function lineMarks({ from, to, bend, reach, arrow, alpha, ...look }: SeenLine) {
	const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
	const tip = { x: to.x - Math.cos(angle) * reach, y: to.y - Math.sin(angle) * reach };
	const end = arrow ? tip : to;
	return edgeMarks({ ...look, from, bend, to: end, opacity: alpha, arrow });
}

const thingMarks = (seen: SeenNode, palette: Palette): Iterable<Mark> =>
	nodeMarks({ ...seen, opacity: seen.alpha, selected: seen.on }, palette);

function* stackMarks(seen: SeenStack, palette: Palette): Iterable<Mark> {
	const { x, y, radius, mark, alpha: opacity, on, ghost } = seen;
	const disc = (r: number, fill: string): Mark => ({ circle: { x, y, r }, fill, opacity });
	if (on) yield disc(radius + 4, palette.ink);
	yield disc(radius + 1.6, palette.paper);
	const r = radius - RING / 2;
	const at = (share: number): Point => ({
		x: x + r * Math.sin(share * 2 * Math.PI),
		y: y - r * Math.cos(share * 2 * Math.PI)
	});
	const total = mark.parts.reduce((sum, { count }) => sum + count, 0);
	let from = 0;
	for (const { group, count } of mark.parts) {
		const share = count / total;
		const stroke = seen.faint ? palette.faint : palette.groups[group];
		const look = { stroke, width: RING, opacity };
		const arc = `A${rounded(r)} ${rounded(r)} 0 ${share > 0.5 ? 1 : 0} 1`;
		const path = `M${placed(at(from))}${arc} ${placed(at(from + share))}`;
		yield share === 1 ? { circle: { x, y, r }, ...look } : { path, ...look };
		from += share;
	}
	if (ghost) return;
	const fill = seen.faint ? palette.soft : palette.ink;
	const figure = { size: radius > 20 ? 15 : 13, weight: 650, fill, opacity };
	yield { lines: [String(mark.count)], x, ys: [y + 5], align: 'center', ...figure };
}

function* spreadMarks({ seen, palette }: MapPicture): Iterable<Mark> {
	const { spread, marks, lines } = seen;
	if (!spread) return;
	const { x, y } = spread.at;
	const circle = { x, y, r: spread.radius };
	yield { circle, fill: palette.paper, opacity: 0.94 };
	yield { circle, stroke: palette.line, width: 1 };
	const away = marks.filter(isAway);
	for (const mark of away) {
		const path = `M${placed(spread.at)}L${placed(mark)}`;
		yield {
			path,
			stroke: palette.soft,
			width: 0.75,
			opacity: palette.contrast ? 1 : 0.4 * mark.alpha
		};
	}
	for (const line of lines) if (line.above) yield* lineMarks(line);
	yield { circle: { x, y, r: 3.5 }, fill: palette.soft };
	for (const mark of away) yield* thingMarks(mark, palette);
}

function standing(seen: SeenMark, palette: Palette): Iterable<Mark> {
	if (!isNode(seen)) return stackMarks(seen, palette);
	return isAway(seen) ? [] : thingMarks(seen, palette);
}

function* mapMarks(picture: MapPicture): Iterable<Mark> {
	const { palette, seen, width, height, image } = picture;
	if (image) yield { image, width, height };
	for (const layer of picture.ground) yield groundMark(layer);
	const town = { size: 12, fill: palette.soft, opacity: palette.contrast ? 1 : 0.85 };
	const halo = { color: palette.hull, width: 3 };
	for (const { name, x, y } of picture.towns)
		yield { lines: [name], x, ys: [y + 4], align: 'center', ...town, halo };
	for (const line of seen.lines) if (!line.above) yield* lineMarks(line);
	for (const mark of seen.marks) yield* standing(mark, palette);
	yield* spreadMarks(picture);
	for (const name of picture.names) yield* nameMarks(name, palette);
}

/** Ground, towns, ties, marks and names, as they are laid over one another on screen. */
export const framedMap = (picture: MapPicture): Framed => ({
	width: picture.width,
	height: picture.height,
	palette: picture.palette,
	marks: [...mapMarks(picture)]
});
