import type { CameraState } from 'sigma/types';
import { drawBackdrop, marginBoxes, markOnScreen, type MarginMark } from './backdrop.ts';
import { fitDrawing, type FittedMargin } from './fit.ts';
import { changedBetween, focusOn } from './focus.ts';
import { boundsOf, type Bounds } from './framing.ts';
import { buildGraph, type DrawnGraph } from './graph.ts';
import { LabelLayer } from './label-layer.ts';
import type { Box } from './labels.ts';
import {
	isShown,
	type DrawingOptions,
	type DrawingSource,
	type Point,
	type Selection,
	type Visibility
} from './model.ts';
import { readPalette } from './palette.ts';
import { takePicture, type Picture } from './picture.ts';
import type { Stage } from './programs/stage.ts';
import { report } from './report.ts';
import { readScene } from './scene.ts';
import { edgeLook, nodeLook, type Focus } from './styles.ts';
import { makeSurface, type Renderer } from './surface.ts';
import { watchContext, watchTheme } from './watch.ts';

/** Above this many edges, plain lines: bends and arrows would be noise, and cost the first frame. */
const RIBBON_LIMIT = 6000;
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
	/** Turned upward, like the graph. */
	readonly #hulls: readonly (readonly Point[])[];
	readonly #stop = new AbortController();
	readonly #still: MediaQueryList;
	readonly #resizing: ResizeObserver;
	#sigma: Renderer | undefined;
	#labels: LabelLayer | undefined;
	#ground: CanvasRenderingContext2D | undefined;
	#visibility: Visibility;
	#focus: Focus = {};
	#bounds: Bounds;
	#labelled = false;
	#size = '';
	#fitted: FittedMargin | undefined;
	#reserved: readonly Box[] = [];

	/** Draws at once. Throws when the machine has no WebGL. */
	constructor(container: HTMLElement, source: DrawingSource, options: DrawingOptions) {
		this.#container = container;
		this.#options = options;
		this.#visibility = options.visibility;
		this.#names = new Map(source.nodes.map((n) => [n.id, n.name]));
		this.#stage = { palette: this.#readPalette(), dimmed: false, drawCalls: 0 };
		this.#still = matchMedia('(prefers-reduced-motion: reduce)');
		this.#graph = buildGraph(source);
		this.#hulls = source.hulls.map((hull) => hull.map(([x, y]) => ({ x, y: -y })));
		this.#bounds = this.#measureBounds();
		if (options.selection)
			this.#focus = focusOn(this.#graph, this.#visibility, { selected: options.selection });
		this.#dim();
		this.#start();
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
	}

	/** Emphasises a node or a tie with its neighbours, or nothing. */
	select(selected: Selection | undefined): void {
		this.#setFocus({ ...this.#focus, selected });
	}

	/** Emphasises for as long as the pointer or the keyboard points at something in a list. */
	hover(hovered: Selection | undefined): void {
		this.#setFocus({ ...this.#focus, hovered });
	}

	/** Emphasises a way through the network, nodes and edges by id, or nothing. */
	trace(traced: ReadonlySet<string> | undefined): void {
		if (traced !== this.#focus.traced) this.#setFocus({ ...this.#focus, traced });
	}

	/** Moves every node: what a layout in progress says, by id. */
	setPositions(positions: ReadonlyMap<string, Point>): void {
		this.#graph.updateEachNodeAttributes(
			(id, attributes) => {
				const to = positions.get(id);
				return to ? { ...attributes, x: to.x, y: -to.y } : attributes;
			},
			{ attributes: ['x', 'y'] }
		);
		this.#bounds = this.#measureBounds();
		this.#frame();
		this.#sigma?.refresh();
	}

	fit(): void {
		this.#move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
	}

	/** `factor` above 1 comes closer. */
	zoom(factor: number): void {
		const camera = this.#sigma?.getCamera();
		if (camera)
			this.#move({ ...camera.getState(), ratio: camera.getBoundedRatio(camera.ratio / factor) });
	}

	/** Brings a node to the middle, close enough to read around it. */
	centre(id: string): void {
		const data = this.#sigma?.getNodeDisplayData(id);
		const camera = this.#sigma?.getCamera();
		if (!data || !camera) return;
		this.#move({ x: data.x, y: data.y, angle: 0, ratio: Math.min(camera.ratio, 0.6) });
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

	#start(): void {
		const { sigma, ground, names, canvases } = makeSurface(this.#container, this.#stage, {
			plain: this.#graph.size > RIBBON_LIMIT,
			duration: this.#duration(200),
			nodeLook: (id, data) =>
				nodeLook(id, data, this.#visibility, this.#focus, this.#stage.palette),
			edgeLook: (id, data) => edgeLook(id, data, this.#visibility, this.#focus, this.#stage.palette)
		});
		this.#sigma = sigma;
		this.#ground = ground;
		this.#labels = names ? new LabelLayer(names) : undefined;
		this.#frame();
		this.#listen(sigma);
		sigma.setGraph(this.#graph);
		this.#watchContext(canvases);
	}

	#listen(sigma: Renderer): void {
		const { onSelect, onHover } = this.#options;
		const hover = (hovered: Selection | undefined): void => {
			this.#setFocus({ ...this.#focus, hovered });
			onHover?.(hovered);
		};
		sigma.on('enterNode', ({ node }) => hover({ kind: 'node', id: node }));
		sigma.on('leaveNode', () => hover(undefined));
		sigma.on('enterEdge', ({ edge }) => hover({ kind: 'edge', id: edge }));
		sigma.on('leaveEdge', () => hover(undefined));
		sigma.on('clickNode', ({ node }) => onSelect({ kind: 'node', id: node }));
		sigma.on('clickEdge', ({ edge }) => onSelect({ kind: 'edge', id: edge }));
		sigma.on('clickStage', () => onSelect(undefined));
		sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
			preventSigmaDefault();
			this.centre(node);
		});
		sigma.on('afterRender', () => this.#drawAround());
	}

	#setFocus(next: Focus): void {
		const before = this.#focus;
		this.#focus = focusOn(this.#graph, this.#visibility, next);
		this.#dim();
		// Where filters dim, what passes is strong until something is emphasised: everything changes then.
		const turns =
			this.#visibility.dim && (before.strong === undefined) !== (this.#focus.strong === undefined);
		const partialGraph = turns ? undefined : changedBetween(this.#graph, before, this.#focus);
		this.#container.style.cursor = this.#focus.hovered ? 'pointer' : '';
		this.#sigma?.refresh({
			...(partialGraph ? { partialGraph } : {}),
			skipIndexation: true,
			schedule: true
		});
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
		const { frame, margin } = fitDrawing(this.#graph, this.#bounds, sigma.getDimensions(), {
			isHidden: (id) => this.#isHidden(id),
			nameOf: (id) => this.#names.get(id) ?? id,
			sizes: (names, breakAt) => this.#labels?.marginSizes(names, breakAt) ?? []
		});
		this.#fitted = margin;
		if (margin && this.#labels) this.#labels.marginBreak = margin.breakAt;
		this.#reserved = this.#options.reserved?.() ?? [];
		sigma.setCustomBBox({ x: frame.x, y: frame.y });
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
			const scene = readScene(
				sigma,
				this.#graph,
				{ visibility: this.#visibility, focus: this.#focus, hushed: this.#isHushed() },
				this.#names
			);
			const margin = this.#margin();
			const boxes = [...this.#reserved];
			if (margin) boxes.push(...marginBoxes(margin, projection));
			this.#labels.draw(scene.requests, scene.frame, { ...scene.obstacles, boxes }, palette);
		}
		report(this.#container, {
			graph: this.#graph,
			visibility: this.#visibility,
			focus: this.#focus,
			labels: this.#labels?.placed ?? [],
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

	#move(state: CameraState): void {
		const camera = this.#sigma?.getCamera();
		if (!camera) return;
		const duration = this.#duration(280);
		if (duration === 0) camera.setState(state);
		else void camera.animate(state, { duration, easing: 'quadraticOut' });
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
					const camera = this.#sigma?.getCamera().getState();
					this.#kill();
					this.#start();
					if (camera) this.#sigma?.getCamera().setState(camera);
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
		this.#sigma?.kill();
		this.#sigma = undefined;
	}
}
