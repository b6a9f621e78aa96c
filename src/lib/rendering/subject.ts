import type { LabelDensity, SizeMeasure } from '#lib/domain/view-state/state.ts';
import { changedBetween, focusOn, sameChosen } from './focus.ts';
import { boundsOf, type Bounds } from './framing.ts';
import { isPlain, type DrawnGraph } from './graph.ts';
import {
	isShown,
	type Chosen,
	type DrawingOptions,
	type DrawingSource,
	type Point,
	type Visibility
} from './model.ts';
import type { Palette } from './palette.ts';
import { pinAt } from './pins.ts';
import type { Stage } from './programs/stage.ts';
import { growthBy } from './sizes.ts';
import type { Focus } from './styles.ts';

/** What is drawn and what is emphasised of it: shared by the parts of a drawing, whatever draws it. */
export class Subject {
	readonly graph: DrawnGraph;
	readonly names: ReadonlyMap<string, string>;
	/** Outlines of the ground, turned upward like the graph. */
	readonly hulls: readonly (readonly Point[])[];
	/** Straight edges that the pointer cannot pick: for crowds. */
	readonly plain: boolean;
	/** What the programs read at each frame. */
	readonly stage: Stage;
	density: LabelDensity;
	/** Names are written larger. */
	large: boolean;
	/** Of what is shown of the network and of its ground, when last measured; the margin stands around. */
	bounds: Bounds;
	#measure: SizeMeasure;
	#growth: ReturnType<typeof growthBy>;
	#visibility: Visibility;
	#focus: Focus;

	constructor(source: DrawingSource, graph: DrawnGraph, options: DrawingOptions, palette: Palette) {
		const { visibility, labels, chosen, pins, size, large } = options;
		this.stage = { palette, dimmed: false, drawCalls: 0 };
		this.density = labels;
		this.large = large ?? false;
		this.names = new Map(source.nodes.map((n) => [n.id, n.name]));
		this.plain = isPlain(source);
		this.graph = graph;
		for (const [id, { x, y }] of pins ?? [])
			if (this.graph.hasNode(id)) pinAt(this.graph, id, { x, y: -y });
		this.hulls = source.hulls.map((hull) => hull.map(([x, y]) => ({ x, y: -y })));
		this.#measure = size;
		this.#growth = growthBy(size, this.graph);
		this.#visibility = visibility;
		if (visibility.then) this.#ring(visibility);
		this.bounds = this.#bounds();
		this.#focus = focusOn(this.graph, visibility, chosen);
		this.#dim();
	}

	/** How many times its smallest size a node is drawn at. */
	get growth(): ReturnType<typeof growthBy> {
		return this.#growth;
	}

	get visibility(): Visibility {
		return this.#visibility;
	}

	get focus(): Focus {
		return this.#focus;
	}

	show(visibility: Visibility): void {
		if (visibility.then !== this.#visibility.then) this.#ring(visibility);
		this.#visibility = visibility;
		this.remeasure();
		this.#focus = focusOn(this.graph, visibility, this.#focus);
		this.#dim();
	}

	isChosen(chosen: Chosen): boolean {
		return sameChosen(this.#focus, chosen);
	}

	/** Changes a part of the emphasis; answers what looks different now, nothing when everything may. */
	emphasise(change: Partial<Focus>): { nodes: string[]; edges: string[] } | undefined {
		const before = this.#focus;
		this.#focus = focusOn(this.graph, this.#visibility, { ...before, ...change });
		this.#dim();
		// Where filters dim, what passes is strong until something is emphasised: everything changes then.
		const turns =
			this.#visibility.dim && (before.strong === undefined) !== (this.#focus.strong === undefined);
		return turns ? undefined : changedBetween(this.graph, before, this.#focus);
	}

	isHidden(id: string): boolean {
		return !isShown(this.#visibility.nodes, this.graph.getNodeAttributes(id));
	}

	/** Nodes have moved, or others are shown. */
	remeasure(): void {
		this.bounds = this.#bounds();
	}

	/** False when it is the measure of now. */
	sizeBy(measure: SizeMeasure): boolean {
		if (measure === this.#measure) return false;
		this.#measure = measure;
		this.#growth = growthBy(measure, this.graph);
		return true;
	}

	#bounds(): Bounds {
		const points: Point[] = [...this.hulls.flat()];
		this.graph.forEachNode((id, { x, y, zone }) => {
			if (zone !== 'margin' && !this.isHidden(id)) points.push({ x, y });
		});
		return boundsOf(points);
	}

	#ring({ then }: Visibility): void {
		this.graph.forEachNode((id, attributes) => {
			attributes.ringed = then ? then.has(id) : attributes.apart;
		});
	}

	/** Something is paler than the rest: around a focus, or because filters dim. */
	#dim(): void {
		this.stage.dimmed = this.#focus.strong !== undefined || this.#visibility.dim;
	}
}
