import type { DrawnGraph } from './graph.ts';
import type { Point, Shape, Visibility } from './model.ts';
import { setBack, type Palette } from './palette.ts';
import { SHAPES } from './model.ts';
import { edgeLook, nodeLook, RING, type Focus } from './styles.ts';
import type { Renderer } from './surface.ts';

/** A name as it was written. */
export interface WrittenName {
	key: string;
	lines: readonly string[];
	/** Of the text's edge or middle, by `align`. */
	x: number;
	/** Of the middle of each line. */
	ys: readonly number[];
	align: 'left' | 'center' | 'right';
	bold: boolean;
	/** 0 to 1. */
	strength: number;
	/** From its node, when it stands away from it. */
	leader?: readonly [Point, Point] | undefined;
}

export interface PictureEdge {
	/** Ends at the edges of the nodes and the bend between them (quadratic curve). */
	from: Point;
	bend: Point;
	to: Point;
	color: string;
	width: number;
	opacity: number;
	dashed: boolean;
	dotted: boolean;
	arrow: boolean;
}

export interface PictureNode extends Point {
	radius: number;
	shape: Shape;
	color: string;
	opacity: number;
	apart: boolean;
	/** Of a scenario: its outline alone. */
	hollow: boolean;
	selected: boolean;
}

/** What is on screen, in pixels from the top left of the drawing, to be made into an image elsewhere. */
export interface Picture {
	width: number;
	height: number;
	palette: Palette;
	hulls: readonly (readonly Point[])[];
	edges: readonly PictureEdge[];
	nodes: readonly PictureNode[];
	names: readonly WrittenName[];
	/** Title of the margin and the rule before it. */
	margin?: { title: string; at: Point; rule: readonly [Point, Point] } | undefined;
}

export interface PictureParts {
	sigma: Renderer;
	graph: DrawnGraph;
	visibility: Visibility;
	focus: Focus;
	dimmed: boolean;
	palette: Palette;
	/** Turned upward, like the graph. */
	hulls: readonly (readonly Point[])[];
	names: readonly WrittenName[];
	margin: Picture['margin'];
}

/** What dimming leaves, as in the programs. */
const DIM = { node: 0.22, edge: 0.13 };
/** Room for an arrow's head before its target, in pixels. */
const BREATH = 3;

const along = (a: Point, b: Point, t: number): Point => ({
	x: a.x + (b.x - a.x) * t,
	y: a.y + (b.y - a.y) * t
});

/** The part of a quadratic curve between two shares of it (de Casteljau's subdivision). */
function part(a: Point, bend: Point, b: Point, from: number, to: number): [Point, Point, Point] {
	const at = (t: number): Point => along(along(a, bend, t), along(bend, b, t), t);
	const middle = along(along(a, bend, from), along(bend, b, from), to);
	return [at(from), middle, at(to)];
}

/** Reads what is drawn; what lies outside the element is left out. */
export function takePicture(given: PictureParts): Picture {
	const { sigma, graph, visibility, focus, dimmed, palette } = given;
	const { width, height } = sigma.getDimensions();
	const lookOf = (
		{ color, strong }: { color: string; strong: number },
		strength: number,
		dim: number
	): { color: string; opacity: number } =>
		dimmed && strong === 0 ? setBack(color, strength * dim, palette) : { color, opacity: strength };
	const places = new Map<string, PictureNode>();
	graph.forEachNode((id, attributes) => {
		const look = nodeLook(id, attributes, visibility, focus, palette);
		if (look.hidden) return;
		places.set(id, {
			...sigma.graphToViewport(attributes),
			radius: sigma.scaleSize(look.size),
			shape: SHAPES[look.shape] ?? 'circle',
			...lookOf(look, 1, DIM.node),
			hollow: look.hollow,
			apart: (look.ring & RING.apart) !== 0,
			selected: (look.ring & RING.selected) !== 0
		});
	});
	const edges: PictureEdge[] = [];
	graph.forEachEdge((id, { tie }, source, target) => {
		const look = edgeLook(id, tie, visibility, focus, palette);
		const a = places.get(source);
		const b = places.get(target);
		if (look.hidden || !a || !b) return;
		// Pixels go down where the programs' ordinates go up, hence the signs.
		const bend = {
			x: (a.x + b.x) / 2 + (b.y - a.y) * look.curvature,
			y: (a.y + b.y) / 2 - (b.x - a.x) * look.curvature
		};
		const length = Math.max(Math.hypot(b.x - a.x, b.y - a.y), 0.001);
		const arrow = (look.style & 1) !== 0;
		const start = Math.min(a.radius / length, 0.45);
		const end = 1 - Math.min((b.radius + (arrow ? BREATH : 0)) / length, 0.45);
		const [from, through, to] = part(a, bend, b, start, end);
		edges.push({
			from,
			bend: through,
			to,
			...lookOf(look, look.strength, DIM.edge),
			width: look.size,
			dashed: (look.style & 2) !== 0,
			dotted: (look.style & 4) !== 0,
			arrow
		});
	});
	const isInside = ({ x, y, radius }: PictureNode): boolean =>
		x > -radius && y > -radius && x < width + radius && y < height + radius;
	return {
		width,
		height,
		palette,
		hulls: given.hulls.map((hull) => hull.map((point) => sigma.graphToViewport(point))),
		edges,
		nodes: [...places.values()].filter(isInside),
		names: given.names,
		margin: given.margin
	};
}
