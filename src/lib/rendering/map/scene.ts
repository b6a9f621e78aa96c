/** What of the marks and lines is on screen, where, and how it looks: pure, for one frame. */
import type { DrawnGraph } from '../graph.ts';
import type { Point, Shape, Visibility } from '../model.ts';
import { SHAPES } from '../model.ts';
import { setBack, type Palette } from '../palette.ts';
import { edgeLook, isOn, nodeLook, type Focus } from '../styles.ts';
import type { Line } from './lines.ts';
import { markKey, type Marks } from './marks.ts';
import type { Mark, NodeMark, StackMark } from './model.ts';

/** Share of its strength that something keeps when something else is emphasised. */
const DIMMED = { node: 0.22, edge: 0.13 };

interface SeenBase extends Point {
	radius: number;
	alpha: number;
	/** Set back in colour, where nothing may be pale. */
	faint: boolean;
	strong: boolean;
	/** Selected or pointed at. */
	on: boolean;
	/** Pale because it does not pass: the pointer goes through it. */
	ghost: boolean;
}
export interface SeenNode extends SeenBase {
	mark: NodeMark;
	color: string;
	shape: Shape;
	apart: boolean;
	/** Of a scenario: its outline alone. */
	hollow: boolean;
	/** Its place, when it is spread around it. */
	leader?: Point | undefined;
}
export interface SeenStack extends SeenBase {
	mark: StackMark;
}
export type SeenMark = SeenNode | SeenStack;

export const isNode = (seen: SeenMark): seen is SeenNode => seen.mark.kind === 'node';

export const isAway = (seen: SeenMark): seen is SeenNode & { leader: Point } =>
	isNode(seen) && seen.leader !== undefined;

export interface SeenLine {
	line: Line;
	from: Point;
	to: Point;
	/** Control point of its curve. */
	bend: Point;
	color: string;
	width: number;
	alpha: number;
	dashed: boolean;
	dotted: boolean;
	arrow: boolean;
	strong: boolean;
	/** Touches something spread: drawn over its ground. */
	above: boolean;
	/** Radius of the mark it points at. */
	reach: number;
}

export interface Seen {
	marks: readonly SeenMark[];
	lines: readonly SeenLine[];
	spread?: { at: Point; radius: number; name: string; count: number } | undefined;
}

export interface SceneInput {
	graph: DrawnGraph;
	marks: Marks;
	lines: readonly Line[];
	visibility: Visibility;
	focus: Focus;
	/** Key of the mark the keyboard is on. */
	cursor: string | undefined;
	palette: Palette;
	toScreen: (point: Point) => Point;
	width: number;
	height: number;
}

/** A mark this far outside is not drawn. */
const OUTSIDE = 60;

export function sceneOf(input: SceneInput): Seen {
	const { marks, spread } = input.marks;
	const seen = marks.map((mark) => seeMark(mark, input));
	const dimmed = input.focus.strong !== undefined;
	const lines = input.lines.flatMap((line) => {
		const [from, to] = [seen[line.from], seen[line.to]];
		return from && to && crosses(from, to, input) ? [seeLine(line, from, to, dimmed, input)] : [];
	});
	return {
		marks: seen.filter((mark) => isOnScreen(mark, input)),
		lines: lines.sort((a, b) => rankOf(a) - rankOf(b)),
		spread: spread && {
			at: input.toScreen(spread.at),
			radius: spread.radius,
			name: spread.name,
			count: spread.count
		}
	};
}

/** What passes is drawn over what does not, what is emphasised over both. */
const rankOf = ({ strong, line }: SeenLine): number => Number(strong) - Number(line.ghost);

type Size = Pick<SceneInput, 'width' | 'height'>;

const isOnScreen = ({ x, y }: Point, { width, height }: Size): boolean =>
	x > -OUTSIDE && y > -OUTSIDE && x < width + OUTSIDE && y < height + OUTSIDE;

/** False when a segment is wholly beyond one side of the frame. */
const crosses = (a: Point, b: Point, { width, height }: Size): boolean =>
	Math.max(a.x, b.x) > 0 &&
	Math.min(a.x, b.x) < width &&
	Math.max(a.y, b.y) > 0 &&
	Math.min(a.y, b.y) < height;

function seeMark(mark: Mark, input: SceneInput): SeenMark {
	const { graph, visibility, focus, palette } = input;
	const at = input.toScreen(mark);
	const dimmed = focus.strong !== undefined;
	const isCursor = markKey(mark) === input.cursor;
	if (mark.kind === 'stack') {
		const strong = mark.ids.some((id) => focus.strong?.has(id) ?? false);
		const on = isCursor || mark.ids.some((id) => isOn(focus, 'node', id));
		const ghost = mark.count === 0;
		const back = (dimmed && !strong) || ghost;
		const alpha = back && !palette.contrast ? DIMMED.node : 1;
		const faint = back && palette.contrast;
		return { mark, ...at, radius: mark.radius, alpha, faint, strong, on, ghost };
	}
	const attributes = graph.getNodeAttributes(mark.id);
	const look = nodeLook(mark.id, attributes, visibility, focus, palette);
	const strong = focus.strong?.has(mark.id) ?? false;
	const back = (dimmed && !strong) || look.ghost;
	const { color, opacity } = back
		? setBack(look.color, DIMMED.node, palette)
		: { color: look.color, opacity: 1 };
	return {
		mark,
		x: at.x + mark.away.x,
		y: at.y + mark.away.y,
		radius: mark.radius,
		alpha: opacity,
		faint: back && palette.contrast,
		strong,
		on: isCursor || isOn(focus, 'node', mark.id),
		ghost: look.ghost,
		color,
		shape: SHAPES[look.shape] ?? 'circle',
		apart: attributes.ringed,
		hollow: look.hollow,
		leader: mark.away.x !== 0 || mark.away.y !== 0 ? at : undefined
	};
}

function seeLine(
	line: Line,
	from: SeenMark,
	to: SeenMark,
	dimmed: boolean,
	{ graph, visibility, focus, palette }: SceneInput
): SeenLine {
	const looks = line.edges.map((id) =>
		edgeLook(id, graph.getEdgeAttribute(id, 'tie'), visibility, focus, palette)
	);
	const strong = line.edges.some((id) => focus.strong?.has(id) ?? false);
	const strength = Math.max(...looks.map((look) => look.strength));
	const [only] = looks;
	const single = looks.length === 1;
	const widest = Math.max(...looks.map((look) => look.size));
	const own = palette.families[line.family];
	const { color, opacity } =
		(dimmed && !strong) || line.ghost
			? setBack(own, strength * DIMMED.edge, palette)
			: { color: own, opacity: strength };
	return {
		line,
		from,
		to,
		bend: {
			x: (from.x + to.x) / 2 + (to.y - from.y) * line.curvature,
			y: (from.y + to.y) / 2 - (to.x - from.x) * line.curvature
		},
		color,
		width: widest + Math.min(Math.sqrt(looks.length - 1) * 0.8, 5),
		alpha: opacity,
		dashed: looks.every((look) => (look.style & 2) !== 0),
		dotted: looks.every((look) => (look.style & 4) !== 0),
		arrow: single && ((only?.style ?? 0) & 1) === 1,
		strong,
		above: isAway(from) || isAway(to),
		reach: to.radius + 2
	};
}
