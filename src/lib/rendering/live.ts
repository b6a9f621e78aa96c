import { fitDrawing } from './fit.ts';
import type { Frame } from './framing.ts';
import { Hand, type Tool } from './hand.ts';
import { Lens } from './lens.ts';
import type { DrawingOptions, Selection } from './model.ts';
import { Overlay } from './overlay.ts';
import { edgeLook, nodeLook } from './styles.ts';
import type { Subject } from './subject.ts';
import { makeSurface, type Renderer } from './surface.ts';

interface LiveHost {
	options: DrawingOptions;
	tool: Tool;
	/** It is the turn of names: they come one frame after the picture. */
	named(): boolean;
	/** Milliseconds of a move, given what it would be if motion is welcome. */
	duration(milliseconds: number): number;
	hover(over: Selection | undefined): void;
	doubleClick(node: string): void;
}

/**
 * One renderer and what works on it: made anew when a lost graphics context comes back. Nothing is
 * drawn before `begin`.
 */
export class Live {
	readonly sigma: Renderer;
	readonly lens: Lens;
	readonly overlay: Overlay;
	readonly hand: Hand;
	readonly canvases: readonly HTMLCanvasElement[];
	readonly #coarse = matchMedia('(pointer: coarse)');
	readonly #subject: Subject;
	readonly #options: DrawingOptions;
	#box: Pick<Frame, 'x' | 'y'> = { x: [0, 1], y: [0, 1] };
	/** The frame in which everything will be read again. */
	#whole: number | undefined;
	/** It will be framed anew then. */
	#other = false;

	/** Throws when the machine has no WebGL. */
	constructor(container: HTMLElement, subject: Subject, host: LiveHost) {
		const { options } = host;
		const { stage } = subject;
		this.#subject = subject;
		this.#options = options;
		const surface = makeSurface(container, stage, {
			plain: subject.plain,
			duration: host.duration(200),
			nodeLook: (id, data) => nodeLook(id, data, subject.visibility, subject.focus, stage.palette),
			edgeLook: (id, { tie }) => edgeLook(id, tie, subject.visibility, subject.focus, stage.palette)
		});
		this.sigma = surface.sigma;
		this.canvases = surface.canvases;
		this.lens = new Lens(surface.sigma, {
			bounds: () => subject.bounds,
			box: () => this.#box,
			duration: (milliseconds) => host.duration(milliseconds),
			settled: (camera) => options.onCamera?.(camera)
		});
		this.overlay = new Overlay(surface, subject);
		this.hand = new Hand(surface, subject, host.tool, {
			...options,
			hover: (over) => host.hover(over),
			doubleClick: (node) => host.doubleClick(node)
		});
		this.frame();
		this.sigma.on('afterRender', () => {
			this.overlay.draw(host.named());
			// Told with the names, one frame after the first: the picture waits for neither.
			if (host.named()) this.overlay.tell(container, this.hand.pinned);
		});
	}

	/** Draws the network, in the frame and under the camera set before. */
	begin(): void {
		this.sigma.setGraph(this.#subject.graph);
	}

	/** Fits the bounds into the element and sizes nodes to the scale that gives. */
	frame(): void {
		const { graph, names, bounds, growth } = this.#subject;
		const { frame, margin } = fitDrawing(
			graph,
			bounds,
			this.sigma.getDimensions(),
			{
				isHidden: (id) => this.#subject.isHidden(id),
				nameOf: (id) => names.get(id) ?? id,
				coarse: this.#coarse.matches,
				sizes: (texts, breakAt) => this.overlay.marginSizes(texts, breakAt)
			},
			growth
		);
		this.overlay.margin = margin;
		this.reserve();
		this.#box = { x: frame.x, y: frame.y };
		this.sigma.setCustomBBox(this.#box);
	}

	/** Asks again which parts of the element the page covers. */
	reserve(): void {
		this.overlay.reserved = this.#options.reserved?.() ?? [];
	}

	/** The same in another frame: bounds, sizes or the element have changed. */
	reframe(): void {
		this.frame();
		this.sigma.refresh();
	}

	/** The same in the next frame, told where it then is. */
	reframeSoon(): void {
		this.#other = true;
		this.repaint();
	}

	/**
	 * Looks that changed, in the next frame: of these items or of everything. Everything is read again in
	 * that frame only: sigma forgets its places when asked for later, and a hover before then would fail.
	 */
	repaint(partialGraph?: { nodes: string[]; edges: string[] }): void {
		if (partialGraph) this.sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
		else
			this.#whole ??= requestAnimationFrame(() => {
				this.#whole = undefined;
				if (!this.#other) {
					this.sigma.refresh();
					return;
				}
				this.#other = false;
				this.reframe();
				this.lens.tell();
			});
	}

	kill(): void {
		if (this.#whole !== undefined) cancelAnimationFrame(this.#whole);
		this.hand.letGo();
		this.lens.stop();
		this.sigma.kill();
	}
}
