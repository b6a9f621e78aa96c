// What the two share stays in the drawing's one file, which every explorer has already fetched: without
// this, it would be cut in two, and the first drawing would wait for both.
import '../drawing.ts';
import type { Map as MapLibre } from 'maplibre-gl';
import type { LabelDensity, MapCamera, SizeMeasure } from '#lib/domain/view-state/state.ts';
import { isShown, type Chosen, type Point, type Selection, type Visibility } from '../model.ts';
import { paletteOf, type Palette } from '../palette.ts';
import type { Focus } from '../styles.ts';
import { watchContext, watchTheme } from '../watch.ts';
import { makeBase } from './base.ts';
import { groundStyle, type Ground } from './ground.ts';
import type { Tool } from './hand.ts';
import { MapLens, type Degrees } from './lens.ts';
import { markKey } from './marks.ts';
import type { MapOptions, Mark, StackMark } from './model.ts';
import type { MapOverlay } from './overlay.ts';
import { holds } from './pick.ts';
import type { MapPicture } from './picture.ts';
import { MapPointing } from './pointing.ts';
import type { SeenMark } from './scene.ts';
import type { PreparedMap } from './prepared.ts';
import type { MapSubject } from './subject.ts';
import { worldOf } from './view.ts';
import { MapWalker } from './walk.ts';

export { prepareMap } from './prepared.ts';

/** The map of one network in one element, over MapLibre. Leaves nothing behind after `destroy`. */
export class MapDrawing {
	readonly #subject: MapSubject;
	readonly #map: MapLibre;
	readonly #lens: MapLens;
	readonly #pointing: MapPointing;
	readonly #overlay: MapOverlay;
	readonly #walker = new MapWalker();
	readonly #stop = new AbortController();
	#palette: Palette;
	#density: LabelDensity;
	/** The ground is ours, not a style from elsewhere. */
	#bundled: boolean;
	#credits: readonly string[] = [];
	#frame: number | undefined;
	#hidden = false;

	/** Throws when the machine has no WebGL. */
	constructor(
		private readonly element: HTMLElement,
		{ subject, overlay, palette }: PreparedMap,
		private readonly ground: Ground,
		private readonly options: MapOptions
	) {
		this.#bundled = options.styleUrl === undefined;
		this.#density = options.labels;
		this.#subject = subject;
		this.#overlay = overlay;
		this.#palette = palette;
		this.#map = makeBase(element, {
			styleUrl: options.styleUrl,
			ground: () => groundStyle(ground.land, this.#palette),
			onCredits: (credits) => {
				this.#credits = credits;
				options.onCredits(credits);
			},
			onStyleFailed: () => {
				this.#bundled = true;
				options.onStyleFailed();
				this.#redraw();
			}
		});
		overlay.layers.raise();
		this.#lens = new MapLens(this.#map, element, {
			home: () => this.#subject.spots.home(this.#subject.visibility),
			settled: (camera) => options.onCamera(camera)
		});
		this.#lens.look(options.camera);
		this.#pointing = new MapPointing(
			{
				...{ map: this.#map, element, overlay: this.#overlay, options },
				passes: (id) => this.#passes(id),
				palette: () => this.#palette,
				hover: (over) => this.hover(over),
				forget: () => this.#walker.goTo(undefined),
				unfold: (stack) => this.unfold(stack),
				close: () => this.close()
			},
			this.#stop.signal
		);
		this.#watch();
		this.#draw();
	}

	setVisibility(visibility: Visibility): void {
		this.#subject.show(visibility);
		this.#lens.refit();
		this.#redraw();
	}

	/** Emphasises what is selected; a selection made elsewhere comes out of its stack. */
	choose(chosen: Chosen): void {
		if (this.#subject.isChosen(chosen)) return;
		this.#emphasise(chosen);
		// Of several, none more than another.
		if (chosen.others.size === 0) this.#subject.bringOut(chosen.selected);
	}

	hover(hovered: Selection | undefined): void {
		if (hovered?.id !== this.#subject.focus.hovered?.id) this.#emphasise({ hovered });
	}

	trace(traced: ReadonlySet<string> | undefined): void {
		if (traced !== this.#subject.focus.traced) this.#emphasise({ traced });
	}

	setSize(measure: SizeMeasure): void {
		if (this.#subject.sizeBy(measure)) this.#redraw();
	}

	setLabels(density: LabelDensity): void {
		this.#density = density;
		this.#redraw();
	}

	/** What a drag on the ground does from now on. */
	setTool(tool: Tool): void {
		this.#pointing.tool = tool;
	}

	/** Out of sight: nothing is drawn until `show`. */
	hide(): void {
		this.#hidden = true;
		this.element.dataset['state'] = 'hidden';
		this.hover(undefined);
	}

	/** In sight again, in the room there is now. */
	show(): void {
		if (!this.#hidden) return;
		this.#hidden = false;
		this.#resized();
	}

	/** Sees every place shown; with `places`, those only. */
	fit(places?: readonly Degrees[]): void {
		this.#lens.fit(places);
	}

	/** Brings nodes that have a place into the frame, above the `bottom` pixels that something covers. */
	see(ids: readonly string[], bottom: number): void {
		const places = ids.flatMap((id) => this.#subject.spots.placeOf(id) ?? []);
		if (places.length > 0) this.#lens.fit(places, bottom);
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
		const place = this.#subject.spots.placeOf(id);
		if (!place) return;
		if (this.#subject.bringOut({ kind: 'node', id })) this.#redraw();
		this.#lens.centre(place);
	}

	/** True when a node is well inside the frame; one without a place never has to be brought there. */
	isInView(id: string, bottom = 0): boolean {
		const at = this.#screenOfPlace(id);
		if (!at) return true;
		const { clientWidth, clientHeight } = this.element;
		return at.x > 30 && at.y > 30 && at.x < clientWidth - 30 && at.y < clientHeight - bottom - 30;
	}

	/** Where a node is drawn, or what holds it, in pixels of the element; nothing without a place. */
	screenOf(id: string): Point | undefined {
		const seen = this.#overlay.seen.marks.find(({ mark }) => holds(mark, id));
		return seen ? { x: seen.x, y: seen.y } : this.#screenOfPlace(id);
	}

	/** Folds back what is spread; false when nothing was. */
	close(): boolean {
		if (this.#subject.opened === undefined) return false;
		this.#open(undefined);
		return true;
	}

	/** Goes to the mark a key points at, from where the keyboard was or from the selection. */
	walk(way: Point): Mark | undefined {
		const { clientWidth: width, clientHeight: height } = this.element;
		const { focus } = this.#subject;
		const to = this.#walker.toward(way, this.#overlay.seen, focus.selected, { width, height });
		if (to) this.#goTo(markKey(to.mark));
		return to?.mark;
	}

	/** What the keyboard is on and where, for a menu about it. */
	standing(): { mark: Mark; at: Point } | undefined {
		const seen = this.#standing;
		return seen && { mark: seen.mark, at: { x: seen.x, y: seen.y } };
	}

	/** Spreads the stack the keyboard is on, or comes closer to it; answers the first node of a spread. */
	enter(): string | undefined {
		const mark = this.#standing?.mark;
		if (mark?.kind !== 'stack') return undefined;
		this.unfold(mark);
		const first = this.#subject.marks.marks.find(
			(each) => each.kind === 'node' && mark.ids.includes(each.id) && this.#passes(each.id)
		);
		if (this.#subject.opened !== mark.key || first?.kind !== 'node') return undefined;
		this.#goTo(first.id);
		return first.id;
	}

	/** A stack of one place is spread; one of several is looked at closer, until they come apart. */
	unfold(mark: StackMark): void {
		if (!mark.splits || !this.#lens.split(this.#subject.placesOf(mark))) this.#open(mark.key);
	}

	/** What is on screen, to be made into an image elsewhere. */
	async picture(): Promise<MapPicture> {
		const { groundLayers, imageOf } = await import('./picture.ts');
		const { clientWidth: width, clientHeight: height } = this.element;
		const palette = this.#palette;
		const frame = {
			width,
			height,
			palette,
			zoom: this.#map.getZoom(),
			toScreen: this.#lens.project()
		};
		const image = this.#bundled ? undefined : await imageOf(this.#map);
		this.#draw();
		return {
			...{ width, height, palette, image },
			ground: this.#bundled ? groundLayers(this.ground, frame) : [],
			...this.#overlay.written,
			seen: this.#overlay.seen,
			unplaced: this.#subject.unplaced,
			loose: this.#subject.lines.loose,
			credits: this.#credits
		};
	}

	destroy(): void {
		this.#stop.abort();
		if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		this.#map.remove();
		this.#overlay.layers.remove();
	}

	#emphasise(change: Partial<Chosen & Focus>): void {
		this.#subject.emphasise(change);
		this.#redraw();
	}

	#passes(id: string): boolean {
		const { graph, visibility } = this.#subject;
		return isShown(visibility.nodes, graph.getNodeAttributes(id));
	}

	#screenOfPlace(id: string): Point | undefined {
		const place = this.#subject.spots.placeOf(id);
		return place && this.#lens.project()(worldOf(place));
	}

	#goTo(cursor: string): void {
		this.#walker.goTo(cursor);
		this.#redraw();
	}

	get #standing(): SeenMark | undefined {
		return this.#walker.at(this.#overlay.seen, this.#subject.focus.selected);
	}

	#watch(): void {
		const map = this.#map;
		const { signal } = this.#stop;
		map.on('move', () => this.#draw());
		map.on('resize', () => this.#resized());
		watchTheme(() => {
			this.#palette = paletteOf(this.element);
			if (this.#bundled) map.setStyle(groundStyle(this.ground.land, this.#palette));
			this.#redraw();
		}, signal);
		if (document.fonts.status !== 'loaded')
			void document.fonts.ready.then(() => {
				this.#overlay.forgetSizes();
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

	#resized(): void {
		if (this.#hidden) return;
		this.#overlay.layers.resize();
		this.#lens.refit();
		this.#draw();
	}

	#open(key: string | undefined): void {
		this.#subject.open(key);
		this.#draw();
		const { spread } = this.#subject.marks;
		this.options.onOpen(key === undefined ? undefined : (spread?.count ?? 0));
	}

	#redraw(): void {
		this.#frame ??= requestAnimationFrame(() => {
			this.#frame = undefined;
			if (!this.#stop.signal.aborted) this.#draw();
		});
	}

	#draw(): void {
		if (this.#hidden) return;
		const zoom = this.#map.getZoom();
		const subject = this.#subject;
		if (subject.prepare(zoom, this.#lens.isDeepest)) this.options.onLoose(subject.lines.loose);
		this.#overlay.draw({
			...{
				subject,
				zoom,
				palette: this.#palette,
				density: this.#density,
				cursor: this.#walker.cursor
			},
			toScreen: this.#lens.project(),
			towns: this.#bundled ? this.ground.towns : undefined,
			reserved: this.options.reserved()
		});
	}
}
