import type { Map as MapLibre } from 'maplibre-gl';
import { isInside } from '../area.ts';
import type { Point, Selection } from '../model.ts';
import type { Palette } from '../palette.ts';
import { MapHand, type Tool } from './hand.ts';
import type { MapOptions, StackMark, Target } from './model.ts';
import type { MapOverlay } from './overlay.ts';
import { menuTarget, pick, selectionOf, stackOf } from './pick.ts';

interface Pointed {
	map: MapLibre;
	element: HTMLElement;
	overlay: MapOverlay;
	options: Pick<MapOptions, 'onHover' | 'onMenu' | 'onSelect' | 'onSurround'>;
	/** False for what filters leave out. */
	passes(id: string): boolean;
	palette(): Palette;
	hover(over: Selection | undefined): void;
	/** The keyboard is on nothing from now on. */
	forget(): void;
	unfold(stack: StackMark): void;
	/** Folds back what is spread; false when nothing was. */
	close(): boolean;
}

/** Pixels around a mark or a line in which a pointer finds it. */
const REACH = { fine: { mark: 10, line: 5 }, coarse: { mark: 22, line: 10 } };

/** What a pointer finds on the map, and what it does there. */
export class MapPointing {
	readonly #on: Pointed;
	readonly #hand: MapHand;
	readonly #coarse = matchMedia('(pointer: coarse)');

	constructor(on: Pointed, signal: AbortSignal) {
		this.#on = on;
		const host = {
			hover: (at: Point | undefined) => this.#point(at),
			click: (at: Point, add: boolean) => this.#click(at, add),
			menu: (at: Point) => on.options.onMenu(menuTarget(this.#at(at)), at),
			surround: (outline: readonly Point[], add: boolean) =>
				on.options.onSurround(this.#within(outline), add),
			holds: (at: Point) => this.#at(at) !== undefined,
			palette: () => on.palette()
		};
		this.#hand = new MapHand(on.map, on.element, on.overlay.layers.sketch, host, signal);
	}

	/** What a drag on the ground does from now on. */
	set tool(tool: Tool) {
		this.#hand.tool = tool;
		this.#on.map.getCanvas().style.cursor = this.#hand.cursor;
	}

	#at(point: Point): Target | undefined {
		return pick(this.#on.overlay.seen, point, this.#coarse.matches ? REACH.coarse : REACH.fine);
	}

	/** What stands inside an outline, whole stacks with their place. */
	#within(outline: readonly Point[]): string[] {
		return this.#on.overlay.seen.marks
			.filter((seen) => !seen.ghost && isInside(seen, outline))
			.flatMap(({ mark }) => (mark.kind === 'node' ? [mark.id] : mark.ids))
			.filter((id) => this.#on.passes(id));
	}

	#point(point: Point | undefined): void {
		const target = point && this.#at(point);
		this.#on.map.getCanvas().style.cursor = target ? 'pointer' : this.#hand.cursor;
		const selection = selectionOf(target);
		this.#on.hover(selection);
		const stack = stackOf(target);
		this.#on.options.onHover(point && target && { selection, stack, at: point });
	}

	#click(point: Point, add: boolean): void {
		const target = this.#at(point);
		this.#on.forget();
		const stack = stackOf(target);
		if (stack) this.#on.unfold(stack);
		else if (target || !this.#on.close()) this.#on.options.onSelect(selectionOf(target), add);
	}
}
