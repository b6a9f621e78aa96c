import type { SizeMeasure } from '#lib/domain/view-state/state.ts';
import { focusOn, sameChosen } from '../focus.ts';
import { buildGraph, type DrawnGraph } from '../graph.ts';
import { isShown, type Chosen, type Selection, type Visibility } from '../model.ts';
import { growthBy } from '../sizes.ts';
import { nodeRadius, type Focus } from '../styles.ts';
import type { Degrees } from './lens.ts';
import { linesOf, type Lines } from './lines.ts';
import { marksOf, type Marks } from './marks.ts';
import type { MapOptions, MapSource, StackMark } from './model.ts';
import { Spots } from './spots.ts';
import { stacksAt, zoomStep, type Stack } from './stacks.ts';
import { worldSize } from './view.ts';

/** Pixels a node would be laid out at: what its radius is computed from. */
const UNIT = 19;

type Options = Pick<MapOptions, 'visibility' | 'chosen' | 'size' | 'nameless' | 'wordAround'>;

/** What stands on a map, what joins it and what of it is emphasised, whatever draws it. */
export class MapSubject {
	/** Looks and emphasis are the drawing's: its graph, whose layout is not used here. */
	readonly graph: DrawnGraph;
	readonly names: ReadonlyMap<string, string>;
	readonly spots: Spots;
	readonly #options: Options;
	#visibility: Visibility;
	#focus: Focus;
	#measure: SizeMeasure;
	/** Key of the place whose stack is spread. */
	#opened: string | undefined;
	/** Zoom the stacks were made for; absent when they are to be made again. */
	#step: number | undefined;
	#stacks: readonly Stack[] = [];
	#marks: Marks = { marks: [], markOf: new Map() };
	#lines: Lines = { lines: [], inside: 0, loose: 0, covered: 0 };

	constructor(source: MapSource, options: Options) {
		const nowhere = { x: 0, y: 0, zone: 'network' } as const;
		const positions = new Map(source.nodes.map(({ id }) => [id, nowhere]));
		this.graph = buildGraph({ ...source, hulls: [], positions });
		this.names = new Map(source.nodes.map(({ id, name }) => [id, name]));
		this.spots = new Spots(source.places, this.graph);
		this.#options = options;
		this.#visibility = options.visibility;
		this.#measure = options.size;
		this.#ring();
		this.#sizeNodes();
		this.#focus = focusOn(this.graph, options.visibility, options.chosen);
	}

	get visibility(): Visibility {
		return this.#visibility;
	}

	get focus(): Focus {
		return this.#focus;
	}

	get marks(): Marks {
		return this.#marks;
	}

	get lines(): Lines {
		return this.#lines;
	}

	show(visibility: Visibility): void {
		this.#visibility = visibility;
		this.#ring();
		this.#focus = focusOn(this.graph, visibility, this.#focus);
		this.#step = undefined;
	}

	isChosen(chosen: Chosen): boolean {
		return sameChosen(this.#focus, chosen);
	}

	emphasise(change: Partial<Focus>): void {
		this.#focus = focusOn(this.graph, this.#visibility, { ...this.#focus, ...change });
	}

	/** False when it is the measure of now. */
	sizeBy(measure: SizeMeasure): boolean {
		if (measure === this.#measure) return false;
		this.#measure = measure;
		this.#sizeNodes();
		this.#step = undefined;
		return true;
	}

	get opened(): string | undefined {
		return this.#opened;
	}

	/** Spreads the stack that holds a place; nothing folds it back. */
	open(key: string | undefined): void {
		this.#opened = key;
		this.#step = undefined;
	}

	/** Spreads the stack of what is selected; false when it stands alone, or is spread already. */
	bringOut(selected: Selection | undefined): boolean {
		const key = selected?.kind === 'node' ? this.spots.keyOf(selected.id) : undefined;
		if (key === undefined || key === this.#opened) return false;
		this.open(key);
		return true;
	}

	/** The points a stack is made of. */
	placesOf({ key }: StackMark): Degrees[] {
		const stack = this.#stacks.find((each) => each.key === key);
		return this.spots.degreesOf(stack?.spots.map((spot) => spot.key) ?? []);
	}

	/** How many pass the filters and have no place. */
	get unplaced(): number {
		const { graph, spots } = this;
		return graph.filterNodes(
			(id, attributes) => !spots.ids.has(id) && isShown(this.#visibility.nodes, attributes)
		).length;
	}

	/** Makes stacks, marks and lines again when the zoom or what is shown has changed; false when not. */
	prepare(zoom: number, deepest: boolean): boolean {
		const step = zoomStep(zoom);
		if (this.#step === step) return false;
		this.#step = step;
		const { graph, spots } = this;
		const visibility = this.#visibility;
		const { wordAround, nameless } = this.#options;
		this.#stacks = stacksAt(spots.drawn(visibility), zoom);
		const [only, ...more] = this.#stacks;
		this.#marks = marksOf(graph, this.#stacks, {
			// Where everything is at one place, the figure of a stack would be the whole map.
			opened: this.#opened ?? (more.length === 0 ? only?.key : undefined),
			worldSize: worldSize(zoom),
			deepest,
			passes: (id) => isShown(visibility.nodes, graph.getNodeAttributes(id)),
			nameOf: ({ key, spots: gathered }) => {
				const name = spots.nameOf(key) || nameless;
				return gathered.length > 1 ? wordAround(name) : name;
			}
		});
		this.#lines = linesOf(graph, visibility, this.#marks, spots.ids);
		return true;
	}

	#ring(): void {
		const { then } = this.#visibility;
		this.graph.forEachNode((id, attributes) => {
			attributes.ringed = then ? then.has(id) : attributes.apart;
		});
	}

	#sizeNodes(): void {
		const growth = growthBy(this.#measure, this.graph);
		const { order } = this.graph;
		this.graph.updateEachNodeAttributes((_id, node) => ({
			...node,
			radius: nodeRadius(UNIT, growth(node), node.shape, order)
		}));
	}
}
