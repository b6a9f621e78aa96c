import type { Camera, LabelDensity, SizeMeasure } from '#lib/domain/view-state/state.ts';
import { drawOutline, isInside, rectangle } from './area.ts';
import { drawBackdrop, marginBoxes, markOnScreen, type MarginMark } from './backdrop.ts';
import { quotaFor } from './density.ts';
import { fitDrawing, type FittedMargin } from './fit.ts';
import { changedBetween, focusOn, sameChosen } from './focus.ts';
import { boundsOf, type Bounds, type Frame } from './framing.ts';
import { buildGraph, isPlain, type DrawnGraph } from './graph.ts';
import { LabelLayer } from './label-layer.ts';
import type { Box } from './labels.ts';
import { Lens } from './lens.ts';
import {
	isShown,
	type Chosen,
	type DrawingOptions,
	type DrawingSource,
	type Point,
	type Selection,
	type Visibility
} from './model.ts';
import { readPalette } from './palette.ts';
import { takePicture, type Picture } from './picture.ts';
import { pinAt, pinnedIn, release, takePositions } from './pins.ts';
import { listenToPointer } from './pointer.ts';
import type { Stage } from './programs/stage.ts';
import { report } from './report.ts';
import { readScene } from './scene.ts';
import { growthBy } from './sizes.ts';
import { edgeLook, nodeLook, type Focus } from './styles.ts';
import { makeSurface, type Renderer } from './surface.ts';
import { watchContext, watchTheme } from './watch.ts';

/**
 * The drawing of one network in one element. Reads colours from CSS tokens, tells what it drew in
 * the element's `data-*` attributes, and leaves nothing behind after `destroy`.
 */
export class Drawing {
	readonly #container: HTMLElement;
	readonly #options: DrawingOptions;
	readonly #graph: DrawnGraph;
	readonly #names: ReadonlyMap<string, string>;
	readonly #stage: Stage;
	/** Straight edges that the pointer cannot pick: for crowds. */
	readonly #plain: boolean;
	/** Turned upward, like the graph. */
	readonly #hulls: readonly (readonly Point[])[];
	readonly #stop = new AbortController();
	readonly #still: MediaQueryList;
	readonly #resizing: ResizeObserver;
	#sigma: Renderer | undefined;
	#lens: Lens | undefined;
	#labels: LabelLayer | undefined;
	#ground: CanvasRenderingContext2D | undefined;
	#sketch: CanvasRenderingContext2D | undefined;
	#stopPress: (() => void) | undefined;
	#visibility: Visibility;
	#focus: Focus;
	#measure: SizeMeasure;
	#growth: ReturnType<typeof growthBy>;
	#density: LabelDensity;
	#tool: 'move' | 'lasso' = 'move';
	#pinned: readonly string[] = [];
	/** The node under the hand while it moves. */
	#held: string | undefined;
	/** From where the hand took it to its centre, in pixels. */
	#grip: Point = { x: 0, y: 0 };
	#bounds: Bounds;
	#box: Pick<Frame, 'x' | 'y'> = { x: [0, 1], y: [0, 1] };
	#labelled = false;
	#size = '';
	#fitted: FittedMargin | undefined;
	#reserved: readonly Box[] = [];

	/** Draws at once. Throws when the machine has no WebGL. */
	constructor(container: HTMLElement, source: DrawingSource, options: DrawingOptions) {
		this.#container = container;
		this.#options = options;
		this.#visibility = options.visibility;
		this.#measure = options.size;
		this.#density = options.labels;
		this.#names = new Map(source.nodes.map((n) => [n.id, n.name]));
		this.#stage = { palette: this.#readPalette(), dimmed: false, drawCalls: 0 };
		this.#still = matchMedia('(prefers-reduced-motion: reduce)');
		this.#plain = isPlain(source);
		this.#graph = buildGraph(source);
		for (const [id, { x, y }] of options.pins ?? [])
			if (this.#graph.hasNode(id)) pinAt(this.#graph, id, { x, y: -y });
		this.#pinned = pinnedIn(this.#graph);
		this.#growth = growthBy(options.size, this.#graph);
		this.#hulls = source.hulls.map((hull) => hull.map(([x, y]) => ({ x, y: -y })));
		this.#bounds = this.#measureBounds();
		this.#focus = focusOn(this.#graph, this.#visibility, options.chosen);
		this.#dim();
		this.#start(() => this.#lens?.look(options.camera));
		performance.mark('maillage:first-draw');
		this.#resizing = new ResizeObserver(() => this.#resized());
		this.#resizing.observe(container);
		watchTheme(() => {
			this.#stage.palette = this.#readPalette();
			this.#sigma?.refresh();
		}, this.#stop.signal);
		// Names come one frame later: the picture does not wait for text.
		requestAnimationFrame(() => {
			this.#labelled = true;
			this.#sigma?.scheduleRender();
		});
		// A font that comes late changes the room names need. At once: a partial refresh may follow.
		if (document.fonts.status !== 'loaded')
			void document.fonts.ready.then(() => {
				this.#labels?.forgetSizes();
				this.#frame();
				this.#sigma?.refresh();
			});
	}

	/** Shows or hides families and kinds; the fitted view follows what is left. */
	setVisibility(visibility: Visibility): void {
		this.#visibility = visibility;
		this.#bounds = this.#measureBounds();
		this.#focus = focusOn(this.#graph, visibility, this.#focus);
		this.#dim();
		this.#frame();
		this.#sigma?.refresh();
		this.#lens?.tell();
	}

	/** Emphasises what is selected and its surroundings, or nothing. */
	choose(chosen: Chosen): void {
		if (sameChosen(this.#focus, chosen)) return;
		this.#reserved = this.#options.reserved?.() ?? [];
		this.#setFocus({ ...this.#focus, ...chosen });
	}

	/** Emphasises for as long as the pointer or the keyboard points at something in a list. */
	hover(hovered: Selection | undefined): void {
		this.#setFocus({ ...this.#focus, hovered });
	}

	/** Emphasises a way through the network, nodes and edges by id, or nothing. */
	trace(traced: ReadonlySet<string> | undefined): void {
		if (traced !== this.#focus.traced) this.#setFocus({ ...this.#focus, traced });
	}

	setSize(measure: SizeMeasure): void {
		if (measure === this.#measure) return;
		this.#measure = measure;
		this.#growth = growthBy(measure, this.#graph);
		this.#frame();
		this.#sigma?.refresh();
	}

	setLabels(density: LabelDensity): void {
		if (density === this.#density) return;
		this.#density = density;
		this.#sigma?.scheduleRender();
	}

	/** What a drag on the ground does from now on: moves the picture, or draws around nodes. */
	setTool(tool: 'move' | 'lasso'): void {
		this.#tool = tool;
		this.#container.style.cursor = this.#cursor();
	}

	/** Moves the nodes that nobody holds: what a layout in progress says, by id. */
	setPositions(positions: ReadonlyMap<string, Point>): void {
		takePositions(this.#graph, positions);
		// Another scale would move the node away from the hand that holds it.
		if (this.#held === undefined) {
			this.#bounds = this.#measureBounds();
			this.#frame();
		}
		this.#sigma?.refresh({ schedule: true });
	}

	/** Nodes held by hand. */
	get pinned(): readonly string[] {
		return this.#pinned;
	}

	/** Place of a node in the layout's units and direction. */
	placeOf(id: string): Point | undefined {
		if (!this.#graph.hasNode(id)) return undefined;
		const { x, y } = this.#graph.getNodeAttributes(id);
		return { x, y: -y };
	}

	/** Holds a node where it is, or moved by so many pixels. */
	pin(id: string, by: Point = { x: 0, y: 0 }): void {
		const at = this.#screenOf(id);
		if (at) this.#put(id, { x: at.x + by.x, y: at.y + by.y });
	}

	/** Lets nodes go back to the place the layout gives them. */
	release(ids: readonly string[]): void {
		for (const id of ids) {
			if (!this.#graph.hasNode(id)) continue;
			release(this.#graph, id);
			this.#options.onPin?.(id, null);
		}
		this.#pinned = pinnedIn(this.#graph);
		this.#bounds = this.#measureBounds();
		this.#frame();
		this.#sigma?.refresh();
	}

	fit(): void {
		this.#lens?.fit();
	}

	/** `factor` above 1 comes closer. */
	zoom(factor: number): void {
		this.#lens?.zoom(factor);
	}

	/** Brings a node to the middle, close enough to read around it. */
	centre(id: string): void {
		if (this.#graph.hasNode(id)) this.#lens?.centre(this.#graph.getNodeAttributes(id));
	}

	/** Brings a node and what is emphasised around it into the frame, as large as they go. */
	focus(id: string): void {
		const near = [...(this.#focus.strong ?? [id])].filter(
			(each) => this.#graph.hasNode(each) && !this.#isHidden(each)
		);
		this.#lens?.show(near.map((each) => this.#graph.getNodeAttributes(each)));
	}

	/** Looks at what an address asks for, at once. */
	look(camera: Camera | undefined): void {
		this.#lens?.look(camera);
	}

	/** True when the node is well inside the frame. */
	isInView(id: string): boolean {
		const at = this.#screenOf(id);
		const { width, height } = this.#sigma?.getDimensions() ?? { width: 0, height: 0 };
		return !!at && at.x > 30 && at.y > 30 && at.x < width - 30 && at.y < height - 30;
	}

	/** Visible neighbours of a node with their place on screen: what the arrow keys walk on. */
	neighbours(id: string): { id: string; at: Point }[] {
		if (!this.#graph.hasNode(id)) return [];
		const found = new Map<string, Point>();
		this.#graph.forEachEdge(id, (_edge, attributes, source, target) => {
			if (!isShown(this.#visibility.edges, attributes)) return;
			const other = source === id ? target : source;
			const at = this.#screenOf(other);
			if (at && !this.#isHidden(other)) found.set(other, at);
		});
		return [...found].map(([other, at]) => ({ id: other, at }));
	}

	/** Place of a node in the element, in pixels. */
	screenOf(id: string): Point | undefined {
		return this.#screenOf(id);
	}

	/** What is on screen now, to be made into an image; nothing once the drawing is gone. */
	picture(): Picture | undefined {
		const sigma = this.#sigma;
		if (!sigma) return undefined;
		const { palette, dimmed } = this.#stage;
		const margin = this.#margin();
		const projection = {
			toScreen: (point: Point) => sigma.graphToViewport(point),
			...sigma.getDimensions()
		};
		return takePicture({
			sigma,
			graph: this.#graph,
			visibility: this.#visibility,
			focus: this.#focus,
			dimmed,
			palette,
			hulls: this.#hulls,
			names: this.#labels?.written ?? [],
			margin: margin && { title: margin.title, ...markOnScreen(margin, projection) }
		});
	}

	destroy(): void {
		this.#stop.abort();
		this.#resizing.disconnect();
		this.#kill();
	}

	/** `ready`: called when the frame is known, before anything is drawn. */
	#start(ready: () => void): void {
		const { sigma, ground, sketch, names, canvases } = makeSurface(this.#container, this.#stage, {
			plain: this.#plain,
			duration: this.#duration(200),
			nodeLook: (id, data) =>
				nodeLook(id, data, this.#visibility, this.#focus, this.#stage.palette),
			edgeLook: (id, data) => edgeLook(id, data, this.#visibility, this.#focus, this.#stage.palette)
		});
		this.#sigma = sigma;
		this.#ground = ground;
		this.#sketch = sketch;
		this.#labels = names ? new LabelLayer(names) : undefined;
		this.#lens = new Lens(sigma, {
			bounds: () => this.#bounds,
			box: () => this.#box,
			duration: (milliseconds) => this.#duration(milliseconds),
			settled: (camera) => this.#options.onCamera?.(camera)
		});
		this.#frame();
		ready();
		this.#listen(sigma);
		sigma.setGraph(this.#graph);
		this.#watchContext(canvases);
	}

	#listen(sigma: Renderer): void {
		const { onSelect, onHover, onMenu, onSurround } = this.#options;
		this.#stopPress = listenToPointer(sigma, {
			tool: () => this.#tool,
			hover: (hovered) => {
				this.#setFocus({ ...this.#focus, hovered });
				onHover?.(hovered);
			},
			click: onSelect,
			doubleClick: (node) => this.focus(node),
			menu: (on, at) => onMenu?.(on, at),
			drag: (node, to, from) => {
				if (this.#held !== node) {
					const at = this.#screenOf(node) ?? from;
					this.#grip = { x: at.x - from.x, y: at.y - from.y };
				}
				this.#held = node;
				this.#put(node, { x: to.x + this.#grip.x, y: to.y + this.#grip.y });
			},
			dropped: () => (this.#held = undefined),
			outline: (points, shape, end) => {
				const [first, last] = [points[0], points.at(-1)];
				const outline = shape === 'rectangle' && first && last ? rectangle(first, last) : points;
				if (this.#sketch) drawOutline(this.#sketch, end ? [] : outline, this.#stage.palette);
				if (end) onSurround?.(this.#within(outline), end.add);
			}
		});
		sigma.on('afterRender', () => this.#drawAround());
	}

	/** Puts a node at a point of the element and holds it there. */
	#put(id: string, at: Point): void {
		const sigma = this.#sigma;
		if (!sigma || !this.#graph.hasNode(id)) return;
		const to = sigma.viewportToGraph(at);
		pinAt(this.#graph, id, to);
		if (!this.#pinned.includes(id)) this.#pinned = [...this.#pinned, id];
		this.#options.onPin?.(id, { x: to.x, y: -to.y });
		sigma.refresh({
			partialGraph: { nodes: [id], edges: this.#graph.edges(id) },
			skipIndexation: true,
			schedule: true
		});
	}

	#within(outline: readonly Point[]): string[] {
		return this.#graph.filterNodes((id) => {
			const at = this.#isHidden(id) ? undefined : this.#screenOf(id);
			return at !== undefined && isInside(at, outline);
		});
	}

	#setFocus(next: Focus): void {
		const before = this.#focus;
		this.#focus = focusOn(this.#graph, this.#visibility, next);
		this.#dim();
		// Where filters dim, what passes is strong until something is emphasised: everything changes then.
		const turns =
			this.#visibility.dim && (before.strong === undefined) !== (this.#focus.strong === undefined);
		const partialGraph = turns ? undefined : changedBetween(this.#graph, before, this.#focus);
		this.#container.style.cursor = this.#cursor();
		this.#sigma?.refresh({
			...(partialGraph ? { partialGraph } : {}),
			skipIndexation: true,
			schedule: true
		});
	}

	#cursor(): string {
		if (this.#focus.hovered) return 'pointer';
		return this.#tool === 'lasso' ? 'crosshair' : '';
	}

	/** Something is paler than the rest: around a focus, or because filters dim. */
	#dim(): void {
		this.#stage.dimmed = this.#focus.strong !== undefined || this.#visibility.dim;
	}

	#isHidden(id: string): boolean {
		return !isShown(this.#visibility.nodes, this.#graph.getNodeAttributes(id));
	}

	#measureBounds(): Bounds {
		const points: Point[] = [...this.#hulls.flat()];
		this.#graph.forEachNode((id, { x, y, zone }) => {
			if (zone !== 'margin' && !this.#isHidden(id)) points.push({ x, y });
		});
		return boundsOf(points);
	}

	/** Fits the bounds into the element and sizes nodes to the scale that gives. */
	#frame(): void {
		const sigma = this.#sigma;
		if (!sigma) return;
		const { frame, margin } = fitDrawing(
			this.#graph,
			this.#bounds,
			sigma.getDimensions(),
			{
				isHidden: (id) => this.#isHidden(id),
				nameOf: (id) => this.#names.get(id) ?? id,
				sizes: (names, breakAt) => this.#labels?.marginSizes(names, breakAt) ?? []
			},
			this.#growth
		);
		this.#fitted = margin;
		if (margin && this.#labels) this.#labels.marginBreak = margin.breakAt;
		this.#reserved = this.#options.reserved?.() ?? [];
		this.#box = { x: frame.x, y: frame.y };
		sigma.setCustomBBox(this.#box);
	}

	#resized(): void {
		const size = `${this.#container.offsetWidth}x${this.#container.offsetHeight}`;
		const first = this.#size === '';
		if (size === this.#size) return;
		this.#size = size;
		if (first) return;
		this.#sigma?.resize();
		this.#frame();
		this.#sigma?.refresh();
	}

	/** Ground and names, after each WebGL frame; then what was drawn, for whoever inspects it. */
	#drawAround(): void {
		const sigma = this.#sigma;
		if (!sigma) return;
		const { width, height } = sigma.getDimensions();
		const { palette } = this.#stage;
		const projection = {
			toScreen: (point: Point) => sigma.graphToViewport(point),
			width,
			height
		};
		if (this.#ground) drawBackdrop(this.#ground, this.#hulls, this.#margin(), projection, palette);
		if (this.#labelled && this.#labels) {
			const wanted = quotaFor(this.#density, this.#graph.order);
			const quota = { ...wanted, hushed: wanted.hushed || this.#isHushed() };
			const scene = readScene(
				sigma,
				this.#graph,
				{ visibility: this.#visibility, focus: this.#focus, quota },
				this.#names
			);
			const margin = this.#margin();
			const boxes = [...this.#reserved];
			if (margin) boxes.push(...marginBoxes(margin, projection));
			this.#labels.most = quota.most;
			this.#labels.draw(scene.requests, scene.frame, { ...scene.obstacles, boxes }, palette);
		}
		// Told with the names, one frame after the first: the picture waits for neither.
		if (this.#labelled) this.#tell(sigma);
	}

	#tell(sigma: Renderer): void {
		report(this.#container, {
			graph: this.#graph,
			visibility: this.#visibility,
			focus: this.#focus,
			labels: this.#labels?.placed ?? [],
			pinned: this.#pinned,
			discOf: (id) => {
				const node = this.#graph.getNodeAttributes(id);
				return { ...sigma.graphToViewport(node), radius: sigma.scaleSize(node.radius) };
			},
			drawCalls: this.#stage.drawCalls
		});
	}

	#margin(): MarginMark | undefined {
		if (!this.#fitted) return undefined;
		const { side, corner, first, title: above } = this.#fitted;
		return { side, corner, first, above, title: this.#options.words.margin };
	}

	/** True while the names of the margin would be a wall of words. */
	#isHushed(): boolean {
		if (!this.#fitted || this.#fitted.named) return false;
		return this.#fitted.pitch / (this.#sigma?.getCamera().ratio ?? 1) < 40;
	}

	#screenOf(id: string): Point | undefined {
		if (!this.#graph.hasNode(id)) return undefined;
		const { x, y } = this.#graph.getNodeAttributes(id);
		return this.#sigma?.graphToViewport({ x, y });
	}

	#duration(milliseconds: number): number {
		return this.#still.matches ? 0 : milliseconds;
	}

	#readPalette() {
		const style = getComputedStyle(this.#container);
		return readPalette((token) => style.getPropertyValue(token));
	}

	/** A lost context that comes back is drawn anew; one that does not gives way to the table. */
	#watchContext(canvases: readonly HTMLCanvasElement[]): void {
		watchContext(
			canvases,
			{
				lost: () => (this.#container.dataset['state'] = 'lost'),
				restored: () => {
					const camera = this.#lens?.state;
					this.#kill();
					this.#start(() => camera && this.#lens?.restore(camera));
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
		this.#stopPress?.();
		this.#held = undefined;
		this.#lens?.stop();
		this.#sigma?.kill();
		this.#sigma = undefined;
		this.#lens = undefined;
	}
}
