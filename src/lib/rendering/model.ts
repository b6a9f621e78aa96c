import type { YearChange } from '#lib/network/years.ts';
import type { NetworkEdge, NetworkNode, Polygon, Position } from '#lib/network/model.ts';
import type { Camera, Depth, LabelDensity, SizeMeasure } from '#lib/domain/view-state/state.ts';
import type { KindGroup } from '#lib/domain/vocabulary/actor-kinds.ts';

export type NodeGroup = KindGroup | 'project';

/** What is drawn: a network with its positions, and who stands apart. */
export interface DrawingSource {
	nodes: readonly NetworkNode[];
	edges: readonly NetworkEdge[];
	/** One per node, by id; nodes without one are left out of the drawing. */
	positions: ReadonlyMap<string, Position>;
	/** Left edge of the margin of the isolated, in layout units. */
	marginX?: number | undefined;
	/** Structures « à part » on the network's day, ringed in coral. */
	apart: ReadonlySet<string>;
	/** Outlines drawn behind the nodes, in layout units. */
	hulls: readonly Polygon[];
}

export interface Point {
	x: number;
	y: number;
}

/** What the reader has chosen to see, by place in the source's lists: 1 is shown. */
export interface Visibility {
	nodes: Uint8Array;
	edges: Uint8Array;
	/** What is not shown is paler instead of gone. */
	dim: boolean;
	/** Every relation shown is alive, whatever it is today: a year is being looked at. */
	alive: boolean;
	/** Those ringed in another year. */
	then?: ReadonlySet<string> | undefined;
	/** Title of the margin; maps have none. */
	margin?: string | undefined;
	/** Two years are compared: what became of each relation, by place in the source's list. */
	changes?: readonly (YearChange | undefined)[] | undefined;
}

/** Is a node or an edge among those shown. */
export const isShown = (column: Uint8Array, { place }: { place: number }): boolean =>
	column[place] === 1;

export interface Selection {
	kind: 'node' | 'edge';
	id: string;
}

/** Why there is no drawing: the machine cannot, or it lost its graphics context and did not get it back. */
export type NoDrawing = 'unavailable' | 'lost';

/** What is selected, and how far around it the emphasis goes. */
export interface Chosen {
	selected: Selection | undefined;
	/** Nodes selected with it. */
	others: ReadonlySet<string>;
	depth: Depth;
}

export interface DrawingOptions {
	visibility: Visibility;
	chosen: Chosen;
	size: SizeMeasure;
	labels: LabelDensity;
	/** Names larger than usual. */
	large?: boolean;
	/** Where to look from the first drawing on; absent: everything. */
	camera?: Camera | undefined;
	/** Nodes held by hand and their places, in layout units. */
	pins?: ReadonlyMap<string, Point>;
	/** Parts of the element covered by buttons or words of the page, in pixels: no name goes there. */
	reserved?: () => readonly { x: number; y: number; width: number; height: number }[];
	/** `add`: it joins or leaves what is selected. */
	onSelect(selection: Selection | undefined, add: boolean): void;
	/** Nodes surrounded by a rectangle or a lasso. */
	onSurround?(ids: string[], add: boolean): void;
	/** A menu is asked for on a node, a tie or the ground, at a point of the element. */
	onMenu?(on: Selection | undefined, at: Point): void;
	/** A node is held by hand at a place of the layout, or let go. */
	onPin?(id: string, at: Point | null): void;
	/** The camera came to rest; `undefined` when it sees everything. */
	onCamera?(camera: Camera | undefined): void;
	onHover?(selection: Selection | undefined): void;
	/** Called at most once; the drawing is gone by then. */
	onNoDrawing(reason: NoDrawing): void;
}

/** Shapes of the node program, in the order of its `a_shape` attribute. */
export const SHAPES = ['circle', 'square', 'diamond', 'hexagon'] as const;
export type Shape = (typeof SHAPES)[number];

/** Thickness of the outline that is all of what a scenario plans, in pixels. */
const OUTLINE = 2.2;
/** Radius of the ground's own colour inside what is planned, from that of its shape. */
export const hollowOf = (radius: number): number => Math.max(0, radius - OUTLINE);

/** Groups that are not organisations like the others. */
const SHAPE_OF_GROUP: Partial<Record<NodeGroup, Shape>> = {
	funder: 'diamond',
	resource: 'square',
	ars: 'hexagon',
	project: 'hexagon'
};

/** Shape of a whole group, for a line of the legend. */
export const shapeOfGroup = (group: NodeGroup): Shape => SHAPE_OF_GROUP[group] ?? 'circle';

/** Shape says the nature of a thing, whatever its colour. */
export function shapeOf(node: Pick<NetworkNode, 'label' | 'group'>): Shape {
	if (node.label === 'SharedResource') return 'square';
	if (node.label === 'Funder' || node.group === 'funder') return 'diamond';
	if (node.label === 'ArsRegion' || node.label === 'HealthProject') return 'hexagon';
	return 'circle';
}
