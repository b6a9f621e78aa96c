/** How a node and an edge look, as pure functions: sigma's reducers call them and nothing else does. */
import type { YearChange } from '#lib/network/years.ts';
import type { NetworkEdge, Zone } from '#lib/network/model.ts';
import type { Depth } from '#lib/domain/view-state/state.ts';
import { hasArrow } from '#lib/domain/vocabulary/relation-types.ts';
import {
	isShown,
	SHAPES,
	type NodeGroup,
	type Point,
	type Selection,
	type Shape,
	type Visibility
} from './model.ts';
import type { Palette } from './palette.ts';

/** What the eye is on: a selection or, while it lasts, what the pointer is over. */
export interface Focus {
	selected?: Selection | undefined;
	/** Nodes selected with it. */
	others?: ReadonlySet<string> | undefined;
	/** How many ties away from the selection the emphasis goes; 0: as far as they lead. */
	depth?: Depth | undefined;
	hovered?: Selection | undefined;
	/** Nodes and edges of a way being shown: it comes before the selection, after the pointer. */
	traced?: ReadonlySet<string> | undefined;
	/** Nodes and edges that keep their strength; `undefined` when nothing is emphasised. */
	strong?: ReadonlySet<string> | undefined;
	/** Those of them one tie away at most: they keep their names. */
	near?: ReadonlySet<string> | undefined;
}

export interface NodeAttributes {
	x: number;
	y: number;
	group: NodeGroup;
	shape: Shape;
	/** On the network's day: it begins a row of the margin. */
	apart: boolean;
	/** In what is looked at, that day or another year: ringed. */
	ringed: boolean;
	/** Stands in the margin, or on the side bench: its name is written beside it. */
	zone: Zone;
	/** Where the layout wants it, in the graph's own direction: it goes back there when let go. */
	home: Point;
	/** Put where it is by hand. */
	pinned: boolean;
	/** Of a scenario: its outline alone. */
	hollow: boolean;
	/** Its cooperations and sharings, and the euros it is known to receive: what its size may say. */
	ties: number;
	funding: number;
	/** Radius in pixels at the fitted view. */
	radius: number;
	/** In the source's list of nodes. */
	place: number;
}

export interface EdgeAttributes {
	family: NetworkEdge['family'];
	/** Signed, as a share of the length: parallel edges bend apart. */
	curvature: number;
	arrow: boolean;
	dashed: boolean;
	/** Over, or to be checked. */
	past: boolean;
	/** Thickness in pixels. */
	width: number;
	/** 0 to 1: ended and weakly known relations are paler. */
	strength: number;
	/** Its look in a year it was alive in, whatever became of it. */
	alive: { dashed: boolean; strength: number };
	/** Ends in the margin: a long way across the drawing, faint until somebody asks about an end. */
	aside: boolean;
	/** Share of its strength it then keeps at rest. */
	rest: number;
	/** In the source's list of edges. */
	place: number;
}

/** An edge as sigma holds it: a single field, for sigma copies them all each time it reads an edge. */
export interface HeldEdge {
	tie: EdgeAttributes;
}

export interface NodeLook {
	[extra: string]: unknown;
	size: number;
	color: string;
	hidden: boolean;
	shape: number;
	ring: number;
	/** 1 keeps its strength when the rest is dimmed; at rest nothing does, so that emphasis changes few. */
	strong: number;
	pinned: boolean;
	hollow: boolean;
	/** Pale because it does not pass: the pointer goes through it. */
	ghost: boolean;
	zIndex: number;
}

export interface EdgeLook {
	[extra: string]: unknown;
	size: number;
	color: string;
	hidden: boolean;
	curvature: number;
	/** A bit for an arrow, one for dashes, one for dots: what is over, where nothing may be pale. */
	style: number;
	strength: number;
	strong: number;
	/** Pale because it does not pass: the pointer goes through it. */
	ghost: boolean;
}

export const RING = { none: 0, selected: 1, apart: 2, both: 3 } as const;

/** Of its colour, what a tie keeps: all but the ended stay at 3:1 against any ground. */
const STRONG = 0.9;
const WEAK = 0.85;
const PALE = 0.5;
/** What a scenario plans: dashed like what nobody sourced, and thicker than anything else. */
const PLANNED = 2.6;
/** A tie nobody sourced is thinner, and dashed. */
const THIN = 0.65;

/**
 * Looks of what became of a relation between two years, told apart without colour: thick is new, dashed
 * is gone, thick and dashed is both, thin and faint has not moved.
 */
export const CHANGE_LOOKS = {
	created: { width: 3, dashed: false, strength: 1 },
	ended: { width: 1.6, dashed: true, strength: 0.8 },
	renewed: { width: 3, dashed: true, strength: 1 },
	kept: { width: 1, dashed: false, strength: 0.34 }
} as const satisfies Record<YearChange, { width: number; dashed: boolean; strength: number }>;

const bit = (yes: boolean, at: number): number => (yes ? 1 << at : 0);

/** The few ways of looking alive, each made once: a national network has a hundred thousand edges. */
const ALIVE_LOOKS = Array.from({ length: 8 }, (_look, bits): EdgeAttributes['alive'] => {
	const known = (bits & 1) !== 0;
	const quiet = (bits & 2) !== 0;
	const pays = (bits & 4) !== 0;
	return { dashed: !known || pays, strength: known && !quiet ? STRONG : WEAK };
});
const aliveLook = (known: boolean, quiet: boolean, pays: boolean): EdgeAttributes['alive'] =>
	ALIVE_LOOKS[bit(known, 0) | bit(quiet, 1) | bit(pays, 2)] ?? { dashed: true, strength: WEAK };

/** The lasting look of a relation, from its status and how it is known. */
export function edgeAttributes(
	edge: NetworkEdge,
	{ place, curvature, aside = false }: { place: number; curvature: number; aside?: boolean }
): EdgeAttributes {
	const past = edge.status === 'ended' || edge.status === 'to_check';
	const known = edge.certainty === 'sourced';
	const quiet = edge.family === 'participation' || edge.family === 'oversight';
	const alive = aliveLook(known, quiet, edge.family === 'funding');
	return {
		family: edge.family,
		curvature,
		arrow: hasArrow(edge.type),
		dashed: edge.status === 'planned' || alive.dashed,
		past,
		width: edge.planned ? PLANNED : (quiet ? 1 : 1.6) * (known ? 1 : THIN),
		strength: past ? PALE : alive.strength,
		alive,
		aside,
		rest: 0.28,
		place
	};
}

/** Is it selected or pointed at. */
export const isOn = (focus: Focus, kind: Selection['kind'], id: string): boolean =>
	(focus.selected?.kind === kind && focus.selected.id === id) ||
	(kind === 'node' && (focus.others?.has(id) ?? false)) ||
	(focus.hovered?.kind === kind && focus.hovered.id === id);

export function nodeLook(
	id: string,
	node: NodeAttributes,
	visibility: Visibility,
	focus: Focus,
	palette: Palette
): NodeLook {
	const on = isOn(focus, 'node', id);
	const shown = isShown(visibility.nodes, node);
	const ring = (on ? RING.selected : RING.none) + (node.ringed ? RING.apart : RING.none);
	return {
		x: node.x,
		y: node.y,
		size: node.radius,
		color: palette.groups[node.group],
		hidden: !shown && !visibility.dim,
		shape: SHAPES.indexOf(node.shape),
		ring,
		strong: shown && (focus.strong?.has(id) ?? visibility.dim) ? 1 : 0,
		pinned: node.pinned,
		hollow: node.hollow,
		ghost: !shown,
		zIndex: 0
	};
}

export function edgeLook(
	id: string,
	edge: EdgeAttributes,
	visibility: Visibility,
	focus: Focus,
	palette: Palette
): EdgeLook {
	const on = isOn(focus, 'edge', id);
	const shown = isShown(visibility.edges, edge);
	const emphasised = shown && (focus.strong?.has(id) ?? false);
	const change = visibility.changes?.[edge.place];
	const { dashed, strength } = visibility.alive ? edge.alive : edge;
	const {
		width,
		dashed: broken,
		strength: weight
	} = change
		? CHANGE_LOOKS[change]
		: {
				width: edge.width,
				dashed,
				strength: edge.aside && !emphasised ? strength * edge.rest : strength
			};
	return {
		size: width * (on ? 2 : emphasised ? 1.35 : 1),
		color: palette.families[edge.family],
		hidden: !shown && !visibility.dim,
		curvature: edge.curvature,
		style:
			bit(edge.arrow, 0) |
			bit(broken, 1) |
			bit(palette.contrast && edge.past && !visibility.alive && !change, 2),
		strength: on || palette.contrast ? 1 : weight,
		strong: emphasised || (shown && !focus.strong && visibility.dim) ? 1 : 0,
		ghost: !shown
	};
}

/**
 * Curvature of each edge, by index: alone it bends a little, so that a star does not look like a
 * hub of rods; several between the same two ends fan out evenly, whichever way each one points.
 */
export function curvatures(edges: readonly Pick<NetworkEdge, 'source' | 'target'>[]): number[] {
	const between = new Map<string, number[]>();
	edges.forEach(({ source, target }, index) => {
		const key = source < target ? `${source}\n${target}` : `${target}\n${source}`;
		const list = between.get(key);
		if (list) list.push(index);
		else between.set(key, [index]);
	});
	const result = new Array<number>(edges.length).fill(0);
	for (const list of between.values()) {
		list.forEach((index, rank) => {
			const edge = edges[index];
			if (!edge) return;
			const bend = list.length === 1 ? 0.07 : (rank - (list.length - 1) / 2) * 0.2;
			result[index] = edge.source < edge.target ? bend : -bend;
		});
	}
	return result;
}

/**
 * Radius in pixels from the pixels a layout unit takes, how much a node's measure enlarges it and how
 * many nodes there are: a handful can be seen from afar whatever the scale, ten thousand must not
 * cover one another.
 */
export function nodeRadius(
	pixelsPerUnit: number,
	growth: number,
	shape: Shape,
	order: number
): number {
	const least = order <= 60 ? 6.2 : order <= 150 ? 5 : order <= 600 ? 3.2 : 1.7;
	const room = Math.max(pixelsPerUnit * 0.5, 1.7);
	const base = Math.min(Math.max(pixelsPerUnit * 0.34, Math.min(least, room)), 8.5);
	const quiet = shape === 'diamond' || shape === 'square' ? 0.92 : 1;
	return base * growth * quiet;
}
