import type { LabelDensity } from '#lib/domain/view-state/state.ts';
import { quotaFor } from '../density.ts';
import { LabelLayer } from '../label-layer.ts';
import type { Box } from '../boxes.ts';
import type { Point } from '../model.ts';
import type { Palette } from '../palette.ts';
import type { WrittenName } from '../picture.ts';
import { drawTowns, type Ground, type Town } from './ground.ts';
import { makeLayers, type Layers } from './layers.ts';
import { nameRequests, obstaclesOf } from './names.ts';
import { paint } from './paint.ts';
import { report } from './report.ts';
import { sceneOf, type Seen, type SeenMark } from './scene.ts';
import type { MapSubject } from './subject.ts';

/** One frame: what the map under it shows, and what is asked of it. */
interface Overlaid {
	subject: MapSubject;
	palette: Palette;
	zoom: number;
	toScreen: (point: Point) => Point;
	/** Key of the mark the keyboard is on. */
	cursor: string | undefined;
	density: LabelDensity;
	/** Towns to name; none over a style from elsewhere, which names its own. */
	towns: Ground['towns'] | undefined;
	/** Parts of the element where no name goes. */
	reserved: readonly Box[];
}

/** What is drawn over the map: ties, marks and names, frame by frame. */
export class MapOverlay {
	readonly layers: Layers;
	readonly #element: HTMLElement;
	readonly #labels: LabelLayer;
	#seen: Seen = { marks: [], lines: [] };
	#towns: readonly Town[] = [];

	constructor(element: HTMLElement) {
		this.#element = element;
		this.layers = makeLayers(element);
		this.#labels = new LabelLayer(this.layers.names);
	}

	/** Marks and lines of the last frame, where they stood. */
	get seen(): Seen {
		return this.#seen;
	}

	/** Towns and names written in the last frame. */
	get written(): { towns: readonly Town[]; names: readonly WrittenName[] } {
		return { towns: this.#towns, names: this.#labels.written };
	}

	forgetSizes(): void {
		this.#labels.forgetSizes();
	}

	/** `state`: what its element says of it, `drawn` once it answers. */
	draw(
		{ subject, palette, zoom, toScreen, cursor, density, towns, reserved }: Overlaid,
		state: 'coming' | 'drawn' = 'drawn'
	): void {
		const { clientWidth: width, clientHeight: height } = this.#element;
		const { graph, focus, visibility, marks, lines, names } = subject;
		const seen = sceneOf({
			...{ graph, visibility, focus, palette, toScreen, width, height, marks, cursor },
			lines: lines.lines
		});
		this.#seen = seen;
		const quota = quotaFor(density, graph.order);
		this.#labels.most = quota.most;
		this.#labels.draw(
			nameRequests(seen, { graph, focus, quota, names }),
			{ x: 6, y: 6, width: width - 12, height: height - 12 },
			obstaclesOf(seen, reserved),
			palette
		);
		const canvas = this.layers.marks;
		canvas.clearRect(0, 0, width, height);
		const taken = [...reserved, ...this.#labels.placed, ...seen.marks.map(boxOf)];
		this.#towns = towns
			? drawTowns(canvas, towns, zoom, toScreen, { width, height, taken }, palette)
			: [];
		paint(canvas, seen, palette);
		report(this.#element, {
			...{ state, graph, visibility, focus, zoom, marks, lines, seen },
			placed: subject.spots.ids,
			labels: this.#labels.placed,
			ground: towns ? 'bundled' : 'style'
		});
	}
}

const boxOf = ({ x, y, radius }: SeenMark): Box => ({
	...{ x: x - radius, y: y - radius },
	...{ width: radius * 2, height: radius * 2 }
});
