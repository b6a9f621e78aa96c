import type { Camera, LabelDensity, SizeMeasure } from '#lib/domain/view-state/state.ts';
import type { DrawnGraph } from './graph.ts';
import type { Tool } from './hand.ts';
import type { Lens } from './lens.ts';
import { Live } from './live.ts';
import {
	isShown,
	type Chosen,
	type DrawingOptions,
	type DrawingSource,
	type Point,
	type Selection,
	type Visibility
} from './model.ts';
import { Movement } from './movement.ts';
import { paletteOf } from './palette.ts';
import type { Picture } from './picture.ts';
import { takePositions } from './pins.ts';
import type { Focus } from './styles.ts';
import { Subject } from './subject.ts';
import { placeOnScreen } from './surface.ts';
import { watchContext, watchTheme } from './watch.ts';

export { graphSteps, isPlain } from './graph.ts';

/**
 * The drawing of one network in one element. Reads colours from CSS tokens, tells what it drew in
 * the element's `data-*` attributes, and leaves nothing behind after `destroy`.
 */
export class Drawing {
	readonly #container: HTMLElement;
	readonly #options: DrawingOptions;
	readonly #subject: Subject;
	readonly #stop = new AbortController();
	readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
	readonly #resizing: ResizeObserver;
	readonly #movement: Movement;
	#live: Live | undefined;
	#labelled = false;
	#hidden = false;
	#size = '';

	/** Draws at once, from the graph of its source. Throws when the machine has no WebGL. */
	constructor(
		container: HTMLElement,
		source: DrawingSource,
		graph: DrawnGraph,
		options: DrawingOptions
	) {
		this.#container = container;
		this.#options = options;
		this.#subject = new Subject(source, graph, options, paletteOf(container));
		this.#start('move', (lens) => lens.look(options.camera));
		performance.mark('maillage:first-draw');
		this.#resizing = new ResizeObserver(() => this.#resized());
		this.#resizing.observe(container);
		this.#movement = new Movement(container, this.#stop.signal, (to) => this.#move(to));
		watchTheme(() => {
			this.#subject.stage.palette = paletteOf(container);
			this.#live?.sigma.refresh();
		}, this.#stop.signal);
		// Names come one frame later: the picture does not wait for text.
		requestAnimationFrame(() => {
			this.#labelled = true;
			this.#live?.sigma.scheduleRender();
		});
		// A font that comes late changes the room names need. At once: a partial refresh may follow.
		if (document.fonts.status !== 'loaded')
			void document.fonts.ready.then(() => {
				this.#live?.overlay.forgetSizes();
				this.#live?.reframe();
			});
	}

	/** Shows or hides families and kinds; the fitted view follows what is left. */
	setVisibility(visibility: Visibility): void {
		this.#subject.show(visibility);
		// In a turn of its own: what the page says of it has had this one.
		this.#live?.reframeSoon();
	}

	/** Emphasises what is selected and its surroundings, or nothing. */
	choose(chosen: Chosen): void {
		if (this.#subject.isChosen(chosen)) return;
		this.#live?.reserve();
		this.#emphasise(chosen);
	}

	/** Emphasises for as long as the pointer or the keyboard points at something in a list. */
	hover(hovered: Selection | undefined): void {
		this.#emphasise({ hovered });
	}

	/** Emphasises a way through the network, nodes and edges by id, or nothing. */
	trace(traced: ReadonlySet<string> | undefined): void {
		if (traced !== this.#subject.focus.traced) this.#emphasise({ traced });
	}

	setSize(measure: SizeMeasure): void {
		if (this.#subject.sizeBy(measure)) this.#live?.reframe();
	}

	setLabels(density: LabelDensity): void {
		if (density === this.#subject.density) return;
		this.#subject.density = density;
		this.#live?.sigma.scheduleRender();
	}

	/** Names larger, for those who read from the back of a room; or as usual. */
	setLarge(large: boolean): void {
		if (large === this.#subject.large) return;
		this.#subject.large = large;
		this.#live?.reframe();
	}

	/** What a drag on the ground does from now on. */
	setTool(tool: Tool): void {
		if (!this.#live) return;
		this.#live.hand.tool = tool;
		this.#container.style.cursor = this.#live.hand.cursor;
	}

	/** Moves the nodes that nobody holds: what a layout in progress says, by id. */
	setPositions(positions: ReadonlyMap<string, Point>): void {
		this.#movement.take(positions);
	}

	/** Holds a node where it is, or moved by so many pixels. */
	pin(id: string, by: Point = { x: 0, y: 0 }): void {
		this.#live?.hand.pin(id, by);
	}

	/** Holds these nodes at these places of the layout, and no others. */
	setPins(pins: ReadonlyMap<string, Point>): void {
		this.#live?.hand.setPins(pins);
		this.#subject.remeasure();
		this.#live?.reframe();
	}

	/** Lets nodes go back to the place the layout gives them. */
	release(ids: readonly string[]): void {
		this.#live?.hand.release(ids);
		this.#subject.remeasure();
		this.#live?.reframe();
	}

	/** Out of sight: names, reports and its element's size wait for `show`. */
	hide(): void {
		this.#hidden = true;
		this.#container.dataset['state'] = 'hidden';
		if (this.#subject.focus.hovered) this.hover(undefined);
	}

	/** In sight again: drawn in the next frame, in the room there is now. */
	show(): void {
		if (!this.#hidden) return;
		this.#hidden = false;
		this.#resized();
		this.#live?.sigma.scheduleRender();
	}

	fit(): void {
		this.#live?.lens.fit();
	}

	/** `factor` above 1 comes closer. */
	zoom(factor: number): void {
		this.#live?.lens.zoom(factor);
	}

	/** Brings a node to the middle, close enough to read around it. */
	centre(id: string): void {
		const { graph } = this.#subject;
		if (graph.hasNode(id)) this.#live?.lens.centre(graph.getNodeAttributes(id));
	}

	/** Brings a node and what is emphasised around it into the frame, as large as they go. */
	focus(id: string): void {
		const { graph, focus } = this.#subject;
		const near = [...(focus.strong ?? [id])].filter(
			(each) => graph.hasNode(each) && !this.#subject.isHidden(each)
		);
		this.#live?.lens.show(near.map((each) => graph.getNodeAttributes(each)));
	}

	/** Brings nodes into the frame, above the `bottom` pixels that something covers. */
	see(ids: readonly string[], bottom: number): void {
		const { graph } = this.#subject;
		const known = ids.filter((id) => graph.hasNode(id));
		this.#live?.lens.show(
			known.map((id) => graph.getNodeAttributes(id)),
			bottom
		);
	}

	/** Looks at what an address asks for, at once. */
	look(camera: Camera | undefined): void {
		this.#live?.lens.look(camera);
	}

	/** True when the node is well inside the frame, above the `bottom` pixels that something covers. */
	isInView(id: string, bottom = 0): boolean {
		const at = this.screenOf(id);
		const { width, height } = this.#live?.sigma.getDimensions() ?? { width: 0, height: 0 };
		return !!at && at.x > 30 && at.y > 30 && at.x < width - 30 && at.y < height - bottom - 30;
	}

	/** Visible neighbours of a node with their place on screen: what the arrow keys walk on. */
	neighbours(id: string): { id: string; at: Point }[] {
		const { graph, visibility } = this.#subject;
		if (!graph.hasNode(id)) return [];
		const found = new Map<string, Point>();
		graph.forEachEdge(id, (_edge, { tie }, source, target) => {
			if (!isShown(visibility.edges, tie)) return;
			const other = source === id ? target : source;
			const at = this.screenOf(other);
			if (at && !this.#subject.isHidden(other)) found.set(other, at);
		});
		return [...found].map(([other, at]) => ({ id: other, at }));
	}

	/** Place of a node in the element, in pixels. */
	screenOf(id: string): Point | undefined {
		return this.#live && placeOnScreen(this.#live.sigma, this.#subject.graph, id);
	}

	/** What is on screen now, to be made into an image; nothing once the drawing is gone. */
	picture(): Picture | undefined {
		return this.#live?.overlay.picture();
	}

	destroy(): void {
		this.#stop.abort();
		this.#resizing.disconnect();
		this.#kill();
	}

	/** `ready`: called when the frame is known, before anything is drawn. */
	#start(tool: Tool, ready: (lens: Lens) => void): void {
		const live = new Live(this.#container, this.#subject, {
			options: this.#options,
			tool,
			named: () => this.#labelled && !this.#hidden,
			duration: (milliseconds) => (this.#still.matches ? 0 : milliseconds),
			hover: (hovered) => {
				this.hover(hovered);
				this.#options.onHover?.(hovered);
			},
			doubleClick: (node) => this.focus(node)
		});
		this.#live = live;
		ready(live.lens);
		live.begin();
		this.#watchContext(live.canvases);
	}

	#move(positions: ReadonlyMap<string, Point>): void {
		takePositions(this.#subject.graph, positions);
		// Another scale would move the node away from the hand that holds it.
		if (!this.#live?.hand.isHolding) {
			this.#subject.remeasure();
			this.#live?.frame();
		}
		this.#live?.sigma.refresh();
	}

	#emphasise(change: Partial<Focus>): void {
		const partialGraph = this.#subject.emphasise(change);
		if (!this.#live) return;
		this.#container.style.cursor = this.#live.hand.cursor;
		this.#live.repaint(partialGraph);
	}

	#resized(): void {
		if (this.#hidden) return;
		const size = `${this.#container.offsetWidth}x${this.#container.offsetHeight}`;
		const first = this.#size === '';
		if (size === this.#size) return;
		this.#size = size;
		if (first) return;
		this.#live?.sigma.resize();
		this.#live?.reframe();
	}

	/** A lost context that comes back is drawn anew; one that does not gives way to the table. */
	#watchContext(canvases: readonly HTMLCanvasElement[]): void {
		watchContext(
			canvases,
			{
				lost: () => (this.#container.dataset['state'] = 'lost'),
				restored: () => {
					const { lens, hand } = this.#live ?? {};
					const camera = lens?.state;
					this.#kill();
					this.#start(hand?.tool ?? 'move', (next) => camera && next.restore(camera));
				},
				gone: () => {
					this.destroy();
					this.#options.onNoDrawing('lost');
				}
			},
			this.#stop.signal
		);
	}

	#kill(): void {
		this.#live?.kill();
		this.#live = undefined;
	}
}
