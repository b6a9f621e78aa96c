import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { createEdgeCompoundProgram } from 'sigma/rendering';
import type { DrawnGraph } from './graph.ts';
import type { Point } from './model.ts';
import { lineProgram } from './programs/line-program.ts';
import { nodeProgram } from './programs/node-program.ts';
import { ribbonProgram } from './programs/ribbon-program.ts';
import type { Stage } from './programs/stage.ts';
import type { HeldEdge, EdgeLook, NodeAttributes, NodeLook } from './styles.ts';

export type Renderer = Sigma<NodeAttributes, HeldEdge>;

export interface Surface {
	sigma: Renderer;
	/** Behind the edges. */
	ground: CanvasRenderingContext2D | undefined;
	/** Above everything, for what a hand draws; emptied by a hover. */
	sketch: CanvasRenderingContext2D | undefined;
	/** Above the nodes. */
	names: CanvasRenderingContext2D | undefined;
	canvases: HTMLCanvasElement[];
}

export interface SurfaceOptions {
	/** Straight edges without arrows, that the pointer cannot pick: for crowds. */
	plain: boolean;
	/** Milliseconds of the camera's own moves; 0 when motion is unwelcome. */
	duration: number;
	nodeLook(id: string, data: NodeAttributes): NodeLook;
	edgeLook(id: string, data: HeldEdge): EdgeLook;
}

/**
 * Sigma in an element, with our programs and two more layers. Made around an empty graph: the real one
 * is processed once, when the frame is known. Throws when the machine has no WebGL.
 */
export function makeSurface(
	container: HTMLElement,
	stage: Stage,
	{ plain, duration, nodeLook, edgeLook }: SurfaceOptions
): Surface {
	const sigma: Renderer = new Sigma<NodeAttributes, HeldEdge>(new MultiDirectedGraph(), container, {
		// Under sigma's own names: under others it would compile its programs too, beside ours.
		nodeProgramClasses: { circle: nodeProgram(stage) },
		edgeProgramClasses: {
			line: (plain ? lineProgram : ribbonProgram)(stage),
			arrow: createEdgeCompoundProgram([])
		},
		nodeReducer: nodeLook,
		edgeReducer: edgeLook,
		renderLabels: false,
		renderEdgeLabels: false,
		enableEdgeEvents: !plain,
		stagePadding: 0,
		allowInvalidContainer: true,
		minCameraRatio: 0.02,
		maxCameraRatio: 3,
		zoomDuration: duration,
		inertiaDuration: duration,
		doubleClickZoomingRatio: 1.6,
		defaultDrawNodeHover: () => undefined
	});
	sigma.createCanvasContext('ground');
	sigma.createCanvasContext('names');
	sigma.resize(true);
	const canvases = sigma.getCanvases();
	const { ground, names, edges, nodes, hovers } = canvases;
	if (ground) edges?.before(ground);
	if (names) nodes?.after(names);
	return {
		sigma,
		ground: ground?.getContext('2d') ?? undefined,
		sketch: hovers?.getContext('2d') ?? undefined,
		names: names?.getContext('2d') ?? undefined,
		canvases: Object.values(canvases)
	};
}

/** Place of a node in the element, in pixels. */
export function placeOnScreen(sigma: Renderer, graph: DrawnGraph, id: string): Point | undefined {
	if (!graph.hasNode(id)) return undefined;
	const { x, y } = graph.getNodeAttributes(id);
	return sigma.graphToViewport({ x, y });
}
