// What the two share stays in the drawing's one file, which every explorer has already fetched: without
// this, it would be cut in two, and the first drawing would wait for both.
import '../drawing.ts';
import type { Map as MapLibre } from 'maplibre-gl';
import type { LabelDensity, MapCamera, SizeMeasure } from '#lib/domain/view-state/state.ts';
import { quotaFor } from '../density.ts';
import { focusOn, sameChosen } from '../focus.ts';
import { buildGraph, type DrawnGraph } from '../graph.ts';
import { LabelLayer } from '../label-layer.ts';
import type { Chosen, Point, Selection, Visibility } from '../model.ts';
import { readPalette, type Palette } from '../palette.ts';
import { growthBy } from '../sizes.ts';
import { nodeRadius, type Focus } from '../styles.ts';
import { watchContext, watchTheme } from '../watch.ts';
import { makeBase } from './base.ts';
import { drawTowns, groundStyle, type Ground } from './ground.ts';
import { makeLayers, type Layers } from './layers.ts';
import { MapLens, type Degrees } from './lens.ts';
import { linesOf, type Lines } from './lines.ts';
import { markKey, marksOf, type Marks } from './marks.ts';
import type { MapOptions, MapSource, Mark, StackMark, Target } from './model.ts';
import { nameRequests, obstaclesOf } from './names.ts';
import { paint } from './paint.ts';
import { pick } from './pick.ts';
import { report } from './report.ts';
import { sceneOf, type Seen, type SeenMark } from './scene.ts';
import { Spots } from './spots.ts';
import { stacksAt, zoomStep, type Stack } from './stacks.ts';
import { worldOf, worldSize } from './view.ts';
import { pointToward } from './walk.ts';

/** Pixels a node would be laid out at: what its radius is computed from. */
const UNIT = 19;

/** The map of one network in one element, over MapLibre. Leaves nothing behind after `destroy`. */
export class MapDrawing {
	readonly #graph: DrawnGraph;
	readonly #names: ReadonlyMap<string, string>;
	readonly #spots: Spots;
	readonly #map: MapLibre;
	readonly #lens: MapLens;
	readonly #layers: Layers;
	readonly #labels: LabelLayer;
	readonly #stop = new AbortController();
	readonly #coarse = matchMedia('(pointer: coarse)');
	#palette: Palette;
	#visibility: Visibility;
	#focus: Focus;
	#density: LabelDensity;
	#measure: SizeMeasure;
	/** Key of the place whose stack is spread. */
	#opened: string | undefined;
	/** Key of the mark the keyboard is on. */
	#cursor: string | undefined;
	/** The ground is ours, not a style from elsewhere. */
	#bundled: boolean;
	#frame: number | undefined;
	/** Zoom the stacks were made for; absent when they are to be made again. */
	#step: number | undefined;
	#stacks: readonly Stack[] = [];
	#marks: Marks = { marks: [], markOf: new Map() };
	#lines: Lines = { lines: [], inside: 0, loose: 0, covered: 0 };
	#seen: Seen = { marks: [], lines: [] };

	/** Throws when the machine has no WebGL. */
	constructor(
		private readonly element: HTMLElement,
		source: MapSource,
		private readonly ground: Ground,
		private readonly options: MapOptions
	) {
		this.#bundled = options.styleUrl === undefined;
		this.#visibility = options.visibility;
		this.#density = options.labels;
		this.#measure = options.size;
		this.#names = new Map(source.nodes.map(({ id, name }) => [id, name]));
		// Looks and emphasis are the drawing's: its graph, whose layout is not used here.
		const nowhere = { x: 0, y: 0, zone: 'network' } as const;
		const positions = new Map(source.nodes.map(({ id }) => [id, nowhere]));
		this.#graph = buildGraph({ ...source, hulls: [], positions });
		this.#spots = new Spots(source.places, this.#graph);
		this.#palette = this.#readPalette();
		this.#sizeNodes();
		this.#focus = focusOn(this.#graph, this.#visibility, options.chosen);
		this.#map = makeBase(element, {
			styleUrl: options.styleUrl,
			ground: () => groundStyle(ground.land, this.#palette),
			onCredits: (credits) => options.onCredits(credits),
			onStyleFailed: () => {
				this.#bundled = true;
				options.onStyleFailed();
				this.#redraw();
			}
		});
		this.#layers = makeLayers(element);
		this.#labels = new LabelLayer(this.#layers.names);
		this.#lens = new MapLens(this.#map, element, {
			home: () => this.#spots.home(this.#visibility),
			settled: (camera) => options.onCamera(camera)
		});
		this.#lens.look(options.camera);
		this.#bringOut(options.chosen.selected);
		this.#listen();
		this.#draw();
	}

	setVisibility(visibility: Visibility): void {
		this.#visibility = visibility;
		this.#focus = focusOn(this.#graph, visibility, this.#focus);
		this.#step = undefined;
		this.#lens.refit();
		this.#redraw();
	}

	/** Emphasises what is selected; a selection made elsewhere comes out of its stack. */
	choose(chosen: Chosen): void {
		if (sameChosen(this.#focus, chosen)) return;
		this.#setFocus(chosen);
		this.#bringOut(chosen.selected);
	}

	hover(hovered: Selection | undefined): void {
		if (hovered?.id !== this.#focus.hovered?.id) this.#setFocus({ hovered });
	}

	trace(traced: ReadonlySet<string> | undefined): void {
		if (traced !== this.#focus.traced) this.#setFocus({ traced });
	}

	setSize(measure: SizeMeasure): void {
		if (measure === this.#measure) return;
		this.#measure = measure;
		this.#sizeNodes();
		this.#step = undefined;
		this.#redraw();
	}

	setLabels(density: LabelDensity): void {
		this.#density = density;
		this.#redraw();
	}

	/** Sees every place shown; with `places`, those only. */
	fit(places?: readonly Degrees[]): void {
		this.#lens.fit(places);
	}

	/** `factor` above 1 comes closer. */
	zoom(factor: number): void {
		this.#lens.zoom(factor);
	}

	/** Moves by a fifth of what is seen. */
	pan(way: Point): void {
		this.#lens.pan(way);
	}

	look(camera: MapCamera | undefined): void {
		this.#lens.look(camera);
	}

	/** Brings a node to the middle, out of its stack. */
	centre(id: string): void {
		const place = this.#spots.placeOf(id);
		if (!place) return;
		this.#bringOut({ kind: 'node', id });
		this.#lens.centre(place);
	}

	/** True when a node is well inside the frame; one without a place never has to be brought there. */
	isInView(id: string): boolean {
		const place = this.#spots.placeOf(id);
		if (!place) return true;
		const { x, y } = this.#lens.project()(worldOf(place));
		const { clientWidth, clientHeight } = this.element;
		return x > 30 && y > 30 && x < clientWidth - 30 && y < clientHeight - 30;
	}

	/** Folds back what is spread; false when nothing was. */
	close(): boolean {
		if (this.#opened === undefined) return false;
		this.#open(undefined);
		return true;
	}

	/** Goes to the mark a key points at, from where the keyboard was or from the selection. */
	walk(way: Point): Mark | undefined {
		const from = this.#walker();
		const others = this.#seen.marks.filter((seen) => seen !== from && this.#isInFrame(seen));
		const to = from ? pointToward(from, way, others) : others[0];
		if (to) this.#goTo(markKey(to.mark));
		return to?.mark;
	}

	/** Spreads the stack the keyboard is on, or comes closer to it; answers the first node of a spread. */
	enter(): string | undefined {
		const mark = this.#walker()?.mark;
		if (mark?.kind !== 'stack') return undefined;
		this.#enter(mark);
		const first = this.#marks.marks.find(
			(each) => each.kind === 'node' && mark.ids.includes(each.id)
		);
		if (this.#opened !== mark.key || first?.kind !== 'node') return undefined;
		this.#goTo(first.id);
		return first.id;
	}

	destroy(): void {
		this.#stop.abort();
		if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		this.#map.remove();
		this.#layers.remove();
	}

	#setFocus(change: Partial<Chosen & Focus>): void {
		this.#focus = focusOn(this.#graph, this.#visibility, { ...this.#focus, ...change });
		this.#redraw();
	}

	#isInFrame({ x, y }: Point): boolean {
		const { clientWidth, clientHeight } = this.element;
		return x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight;
	}

	#goTo(cursor: string): void {
		this.#cursor = cursor;
		this.#redraw();
	}

	#walker(): SeenMark | undefined {
		const { marks } = this.#seen;
		const id = this.#focus.selected?.id ?? '';
		return (
			marks.find(({ mark }) => markKey(mark) === this.#cursor) ??
			marks.find(({ mark }) => (mark.kind === 'node' ? mark.id === id : mark.ids.includes(id)))
		);
	}

	#listen(): void {
		const map = this.#map;
		const { signal } = this.#stop;
		map.on('move', () => this.#draw());
		map.on('resize', () => {
			this.#layers.resize();
			this.#lens.refit();
			this.#draw();
		});
		map.on('mousemove', ({ point, originalEvent }) => {
			if (originalEvent.buttons === 0) this.#point(point);
		});
		map.on('mouseout', () => this.#point(undefined));
		map.on('click', ({ point, originalEvent }) => {
			const { ctrlKey, metaKey, shiftKey } = originalEvent;
			this.#click(point, ctrlKey || metaKey || shiftKey);
		});
		map.on('dblclick', (event) => {
			if (this.#at(event.point)) event.preventDefault();
		});
		watchTheme(() => {
			this.#palette = this.#readPalette();
			if (this.#bundled) map.setStyle(groundStyle(this.ground.land, this.#palette));
			this.#redraw();
		}, signal);
		if (document.fonts.status !== 'loaded')
			void document.fonts.ready.then(() => {
				this.#labels.forgetSizes();
				this.#redraw();
			});
		const context = {
			lost: () => (this.element.dataset['state'] = 'lost'),
			restored: () => this.#redraw(),
			gone: () => {
				this.destroy();
				this.options.onNoDrawing('lost');
			}
		};
		watchContext([map.getCanvas()], context, signal);
	}

	#at(point: Point): Target | undefined {
		const reach = this.#coarse.matches ? { mark: 22, line: 10 } : { mark: 10, line: 5 };
		return pick(this.#seen, point, reach);
	}

	#point(point: Point | undefined): void {
		const target = point && this.#at(point);
		this.#map.getCanvas().style.cursor = target ? 'pointer' : '';
		const selection = selectionOf(target);
		this.hover(selection);
		const stack = target?.kind === 'mark' && target.mark.kind === 'stack' ? target.mark : undefined;
		this.options.onHover(point && target && { selection, stack, at: point });
	}

	#click(point: Point, add: boolean): void {
		const target = this.#at(point);
		this.#cursor = undefined;
		if (target?.kind === 'mark' && target.mark.kind === 'stack') this.#enter(target.mark);
		else if (target || !this.close()) this.options.onSelect(selectionOf(target), add);
	}

	/** A stack of one place is spread; one of several is looked at closer, until they come apart. */
	#enter(mark: StackMark): void {
		const stack = this.#stacks.find(({ key }) => key === mark.key);
		const places = this.#spots.degreesOf(stack?.spots.map(({ key }) => key) ?? []);
		if (!mark.splits || !this.#lens.split(places)) this.#open(mark.key);
	}

	#open(key: string | undefined): void {
		this.#opened = key;
		this.#step = undefined;
		this.#draw();
		this.options.onOpen(key === undefined ? undefined : (this.#marks.spread?.count ?? 0));
	}

	#bringOut(selected: Selection | undefined): void {
		const key = selected?.kind === 'node' ? this.#spots.keyOf(selected.id) : undefined;
		if (key === undefined || key === this.#opened) return;
		this.#opened = key;
		this.#step = undefined;
		this.#redraw();
	}

	/** Stacks, marks and lines, when the zoom or what is shown has changed. */
	#prepare(): void {
		const zoom = this.#map.getZoom();
		const step = zoomStep(zoom);
		if (this.#step === step) return;
		this.#step = step;
		const { wordAround, nameless, onLoose } = this.options;
		this.#stacks = stacksAt(this.#spots.shown(this.#visibility), zoom);
		const [only, ...more] = this.#stacks;
		this.#marks = marksOf(this.#graph, this.#stacks, {
			// Where everything is at one place, the figure of a stack would be the whole map.
			opened: this.#opened ?? (more.length === 0 ? only?.key : undefined),
			worldSize: worldSize(zoom),
			deepest: this.#lens.isDeepest,
			nameOf: ({ key, spots }) => {
				const name = this.#spots.nameOf(key) || nameless;
				return spots.length > 1 ? wordAround(name) : name;
			}
		});
		this.#lines = linesOf(this.#graph, this.#visibility, this.#marks, this.#spots.ids);
		onLoose(this.#lines.loose);
	}

	#redraw(): void {
		this.#frame ??= requestAnimationFrame(() => {
			this.#frame = undefined;
			if (!this.#stop.signal.aborted) this.#draw();
		});
	}

	#draw(): void {
		this.#prepare();
		const { clientWidth: width, clientHeight: height } = this.element;
		const graph = this.#graph;
		const focus = this.#focus;
		const palette = this.#palette;
		const visibility = this.#visibility;
		const zoom = this.#map.getZoom();
		const toScreen = this.#lens.project();
		this.#seen = sceneOf({
			...{ graph, visibility, focus, palette, toScreen, width, height },
			cursor: this.#cursor,
			marks: this.#marks,
			lines: this.#lines.lines
		});
		const boxes = this.options.reserved();
		const quota = quotaFor(this.#density, graph.order);
		this.#labels.most = quota.most;
		this.#labels.draw(
			nameRequests(this.#seen, { graph, focus, quota, names: this.#names }),
			{ x: 6, y: 6, width: width - 12, height: height - 12 },
			obstaclesOf(this.#seen, boxes),
			palette
		);
		const canvas = this.#layers.marks;
		canvas.clearRect(0, 0, width, height);
		if (this.#bundled) {
			const taken = [...boxes, ...this.#labels.placed, ...this.#seen.marks.map(boxOf)];
			const room = { width, height, taken };
			drawTowns(canvas, this.ground.towns, zoom, toScreen, room, palette);
		}
		paint(canvas, this.#seen, palette);
		report(this.element, {
			...{ graph, visibility, focus, zoom },
			placed: this.#spots.ids,
			marks: this.#marks,
			lines: this.#lines,
			seen: this.#seen,
			labels: this.#labels.placed,
			ground: this.#bundled ? 'bundled' : 'style'
		});
	}

	#sizeNodes(): void {
		const growth = growthBy(this.#measure, this.#graph);
		const { order } = this.#graph;
		this.#graph.updateEachNodeAttributes((_id, node) => ({
			...node,
			radius: nodeRadius(UNIT, growth(node), node.shape, order)
		}));
	}

	#readPalette(): Palette {
		const style = getComputedStyle(this.element);
		return readPalette((token) => style.getPropertyValue(token));
	}
}

const boxOf = ({ x, y, radius }: SeenMark) => ({
	...{ x: x - radius, y: y - radius },
	...{ width: radius * 2, height: radius * 2 }
});

const selectionOf = (target: Target | undefined): Selection | undefined => {
	if (target?.kind === 'edge') return { kind: 'edge', id: target.id };
	return target?.mark.kind === 'node' ? { kind: 'node', id: target.mark.id } : undefined;
};
