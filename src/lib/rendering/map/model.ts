import type { LabelDensity, MapCamera, SizeMeasure } from '#lib/domain/view-state/state.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import type { Place } from '#lib/network/places.ts';
import type { Chosen, NoDrawing, NodeGroup, Point, Selection, Visibility } from '../model.ts';

/** What a map is made of: a network, and where its nodes are. */
export interface MapSource {
	nodes: readonly NetworkNode[];
	edges: readonly NetworkEdge[];
	places: readonly Place[];
	apart: ReadonlySet<string>;
}

/** A node by itself, at its place or spread around it. */
export interface NodeMark extends Point {
	kind: 'node';
	id: string;
	/** From its place, in pixels. */
	away: Point;
	radius: number;
}

/** Several nodes that cannot be told apart. */
export interface StackMark extends Point {
	kind: 'stack';
	key: string;
	/** All that is drawn there, what filters dim too. */
	ids: readonly string[];
	/** How many of them pass the filters. */
	count: number;
	radius: number;
	/** How many of each group among those that pass, the most numerous first. */
	parts: readonly { group: NodeGroup; count: number }[];
	/** Where it is, in a few words. */
	name: string;
	/** Made of several places, that come apart closer. */
	splits: boolean;
}

/** One thing the map draws and the pointer finds; its place is in the world, from 0 to 1. */
export type Mark = NodeMark | StackMark;

/** What is pointed at. */
export type Target = { kind: 'mark'; mark: Mark } | { kind: 'edge'; id: string };

/** What a menu may be about. */
export type MenuTarget =
	{ kind: 'selection'; selection: Selection } | { kind: 'stack'; stack: StackMark };

export interface MapOptions {
	visibility: Visibility;
	chosen: Chosen;
	size: SizeMeasure;
	labels: LabelDensity;
	/** Where to look first; absent: every place shown. */
	camera?: MapCamera | undefined;
	/** A style to draw on instead of the bundled ground. */
	styleUrl?: string | undefined;
	/** Address of the bundled ground. */
	groundUrl: string;
	/** How a place is called whose commune is not known. */
	nameless: string;
	/** How a stack of several places is called, from the name of the fullest. */
	wordAround: (name: string) => string;
	/** Parts of the element covered by buttons or words of the page, in pixels. */
	reserved: () => readonly { x: number; y: number; width: number; height: number }[];
	onSelect(selection: Selection | undefined, add: boolean): void;
	/** Nodes surrounded by a rectangle or a lasso. */
	onSurround(ids: string[], add: boolean): void;
	/** A menu is asked for on a mark, a tie or the ground, at a point of the element. */
	onMenu(on: MenuTarget | undefined, at: Point): void;
	onHover(
		over: { selection: Selection | undefined; stack: StackMark | undefined; at: Point } | undefined
	): void;
	/** How much was spread; nothing once it is folded back. */
	onOpen(count: number | undefined): void;
	/** Relations shown that cannot be drawn: one of their ends has no place. */
	onLoose(count: number): void;
	/** The camera came to rest; `undefined` when it sees every place. */
	onCamera(camera: MapCamera | undefined): void;
	/** The style asked for did not come: the ground is drawn instead. */
	onStyleFailed(): void;
	/** Sources of the style drawn, as it names them. */
	onCredits(credits: readonly string[]): void;
	onNoDrawing(reason: NoDrawing): void;
}
