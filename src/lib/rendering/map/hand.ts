/** What fingers and mice mean on a map. MapLibre says where they are; the host says what happens. */
import type { Map as MapLibre } from 'maplibre-gl';
import { drawOutline, rectangle } from '../area.ts';
import type { Point } from '../model.ts';
import type { Palette } from '../palette.ts';

/** What a drag on the ground does: moves the map, or draws around things. */
export type Tool = 'move' | 'lasso';

interface MapHandHost {
	/** Over a point of the element; nothing once the pointer has left. */
	hover(at: Point | undefined): void;
	/** `add`: with Ctrl, Cmd or Shift. */
	click(at: Point, add: boolean): void;
	menu(at: Point): void;
	surround(outline: readonly Point[], add: boolean): void;
	/** True when a double click there is not for coming closer. */
	holds(at: Point): boolean;
	palette(): Palette;
}

/** Milliseconds a finger stays down to ask for the menu, and the pixels it may wander meanwhile. */
const LONG_PRESS = 500;
const STEADY = { mouse: 4, touch: 10 };

interface Press {
	pointer: number;
	touch: boolean;
	add: boolean;
	points: Point[];
	/** What it draws; nothing when the map is what moves. */
	draws: 'rectangle' | 'lasso' | undefined;
}

/** Listens to one map for as long as `signal` is not aborted. */
export class MapHand {
	readonly #map: MapLibre;
	readonly #element: HTMLElement;
	readonly #sketch: CanvasRenderingContext2D;
	readonly #host: MapHandHost;
	#tool: Tool = 'move';
	#press: Press | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The click that ends a long press or an outline is not a click. */
	#swallow = false;

	constructor(
		map: MapLibre,
		element: HTMLElement,
		sketch: CanvasRenderingContext2D,
		host: MapHandHost,
		signal: AbortSignal
	) {
		this.#map = map;
		this.#element = element;
		this.#sketch = sketch;
		this.#host = host;
		map.on('mousemove', ({ point, originalEvent }) => {
			if (originalEvent.buttons === 0) host.hover(point);
		});
		map.on('mouseout', () => host.hover(undefined));
		map.on('click', ({ point, originalEvent }) => {
			const { ctrlKey, metaKey, shiftKey } = originalEvent;
			if (!this.#swallow) host.click(point, ctrlKey || metaKey || shiftKey);
		});
		map.on('dblclick', (event) => {
			if (host.holds(event.point)) event.preventDefault();
		});
		const heard = { signal, capture: true };
		element.addEventListener('pointerdown', (event) => this.#down(event), heard);
		window.addEventListener('pointermove', (event) => this.#move(event), heard);
		for (const end of ['pointerup', 'pointercancel'] as const)
			window.addEventListener(end, (event) => this.#up(event), heard);
		element.addEventListener(
			'contextmenu',
			(event) => {
				event.preventDefault();
				// A finger has its own clock, the same everywhere.
				const byTouch = event instanceof PointerEvent && event.pointerType === 'touch';
				this.#letGo();
				if (!byTouch) host.menu(this.#at(event));
			},
			{ signal }
		);
		signal.addEventListener('abort', () => clearTimeout(this.#timer));
	}

	set tool(tool: Tool) {
		this.#tool = tool;
		this.#letGo();
	}

	get cursor(): string {
		return this.#tool === 'lasso' ? 'crosshair' : '';
	}

	#at({ clientX, clientY }: MouseEvent): Point {
		const { left, top } = this.#element.getBoundingClientRect();
		return { x: clientX - left, y: clientY - top };
	}

	#down(event: PointerEvent): void {
		this.#swallow = false;
		const first = event.isPrimary && event.button === 0;
		this.#letGo();
		if (!first) return;
		const touch = event.pointerType === 'touch';
		const draws =
			this.#tool === 'lasso' ? 'lasso' : event.shiftKey && !touch ? 'rectangle' : undefined;
		const at = this.#at(event);
		const add = event.ctrlKey || event.metaKey || event.shiftKey;
		this.#press = { pointer: event.pointerId, touch, add, points: [at], draws };
		if (draws) this.#map.dragPan.disable();
		else if (touch)
			this.#timer = setTimeout(() => {
				this.#letGo();
				this.#swallow = true;
				this.#host.menu(at);
			}, LONG_PRESS);
	}

	#move(event: PointerEvent): void {
		const press = this.#press;
		const [start] = press?.points ?? [];
		if (!press || !start || event.pointerId !== press.pointer) return;
		const at = this.#at(event);
		if (press.points.length === 1) {
			const steady = press.touch ? STEADY.touch : STEADY.mouse;
			if (Math.hypot(at.x - start.x, at.y - start.y) < steady) return;
			clearTimeout(this.#timer);
			if (!press.draws) return;
			this.#host.hover(undefined);
		}
		if (!press.draws) return;
		press.points = press.draws === 'rectangle' ? [start, at] : [...press.points, at];
		drawOutline(this.#sketch, outlineOf(press), this.#host.palette());
	}

	#up(event: PointerEvent): void {
		const press = this.#press;
		if (!press || event.pointerId !== press.pointer) return;
		this.#letGo();
		if (!press.draws || press.points.length < 2 || event.type === 'pointercancel') return;
		this.#swallow = true;
		this.#host.surround(outlineOf(press), press.add);
	}

	#letGo(): void {
		clearTimeout(this.#timer);
		if (this.#press?.draws) {
			this.#map.dragPan.enable();
			drawOutline(this.#sketch, [], this.#host.palette());
		}
		this.#press = undefined;
	}
}

function outlineOf({ points, draws }: Press): readonly Point[] {
	const [first, last] = [points[0], points.at(-1)];
	return draws === 'rectangle' && first && last ? rectangle(first, last) : points;
}
