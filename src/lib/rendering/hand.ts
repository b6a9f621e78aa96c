import { drawOutline, isInside, rectangle } from './area.ts';
import type { DrawingOptions, Point, Selection } from './model.ts';
import { pinAt, pinnedIn, release } from './pins.ts';
import { listenToPointer } from './pointer.ts';
import type { Subject } from './subject.ts';
import { placeOnScreen, type Renderer, type Surface } from './surface.ts';

/** What a drag on the ground does: moves the picture, or draws around nodes. */
export type Tool = 'move' | 'lasso';

interface HandHost extends Pick<DrawingOptions, 'onSelect' | 'onSurround' | 'onMenu' | 'onPin'> {
	hover(over: Selection | undefined): void;
	doubleClick(node: string): void;
}

/** What a hand does on one renderer: takes nodes and pins them, draws around them, asks for menus. */
export class Hand {
	tool: Tool;
	readonly #sigma: Renderer;
	readonly #sketch: CanvasRenderingContext2D | undefined;
	readonly #subject: Subject;
	readonly #host: HandHost;
	readonly #letGo: () => void;
	#pinned: readonly string[];
	/** The node under the hand while it moves. */
	#held: string | undefined;
	/** From where the hand took it to its centre, in pixels. */
	#grip: Point = { x: 0, y: 0 };

	constructor({ sigma, sketch }: Surface, subject: Subject, tool: Tool, host: HandHost) {
		this.tool = tool;
		this.#sigma = sigma;
		this.#sketch = sketch;
		this.#subject = subject;
		this.#host = host;
		this.#pinned = pinnedIn(subject.graph);
		this.#letGo = listenToPointer(sigma, {
			tool: () => this.tool,
			hover: (over) => host.hover(over),
			click: (on, add) => host.onSelect(on, add),
			doubleClick: (node) => host.doubleClick(node),
			menu: (on, at) => host.onMenu?.(on, at),
			drag: (node, to, from) => this.#drag(node, to, from),
			dropped: () => (this.#held = undefined),
			outline: (points, shape, end) => this.#outline(points, shape, end)
		});
	}

	/** Nodes held where a hand put them. */
	get pinned(): readonly string[] {
		return this.#pinned;
	}

	get isHolding(): boolean {
		return this.#held !== undefined;
	}

	get cursor(): string {
		if (this.#subject.focus.hovered) return 'pointer';
		return this.tool === 'lasso' ? 'crosshair' : '';
	}

	/** Holds a node where it is, or moved by so many pixels. */
	pin(id: string, by: Point): void {
		const at = this.#screenOf(id);
		if (at) this.#put(id, { x: at.x + by.x, y: at.y + by.y });
	}

	/** Lets nodes go back to the place the layout gives them; the frame is the caller's. */
	release(ids: readonly string[]): void {
		const { graph } = this.#subject;
		for (const id of ids) {
			if (!graph.hasNode(id)) continue;
			release(graph, id);
			this.#host.onPin?.(id, null);
		}
		this.#pinned = pinnedIn(graph);
	}

	/** Holds these nodes at these places of the layout, and no others, without telling; the frame is the caller's. */
	setPins(pins: ReadonlyMap<string, Point>): void {
		const { graph } = this.#subject;
		for (const id of this.#pinned) release(graph, id);
		for (const [id, { x, y }] of pins) if (graph.hasNode(id)) pinAt(graph, id, { x, y: -y });
		this.#pinned = pinnedIn(graph);
	}

	/** Drops what is held, wherever it is. */
	letGo(): void {
		this.#letGo();
		this.#held = undefined;
	}

	#drag(node: string, to: Point, from: Point): void {
		if (this.#held !== node) {
			const at = this.#screenOf(node) ?? from;
			this.#grip = { x: at.x - from.x, y: at.y - from.y };
		}
		this.#held = node;
		this.#put(node, { x: to.x + this.#grip.x, y: to.y + this.#grip.y });
	}

	/** Puts a node at a point of the element and holds it there. */
	#put(id: string, at: Point): void {
		const { graph } = this.#subject;
		if (!graph.hasNode(id)) return;
		const to = this.#sigma.viewportToGraph(at);
		pinAt(graph, id, to);
		if (!this.#pinned.includes(id)) this.#pinned = [...this.#pinned, id];
		this.#host.onPin?.(id, { x: to.x, y: -to.y });
		this.#sigma.refresh({
			partialGraph: { nodes: [id], edges: graph.edges(id) },
			skipIndexation: true,
			schedule: true
		});
	}

	#outline(points: readonly Point[], shape: 'rectangle' | 'lasso', end?: { add: boolean }): void {
		const [first, last] = [points[0], points.at(-1)];
		const outline = shape === 'rectangle' && first && last ? rectangle(first, last) : points;
		if (this.#sketch) drawOutline(this.#sketch, end ? [] : outline, this.#subject.stage.palette);
		if (end) this.#host.onSurround?.(this.#within(outline), end.add);
	}

	#within(outline: readonly Point[]): string[] {
		return this.#subject.graph.filterNodes((id) => {
			const at = this.#subject.isHidden(id) ? undefined : this.#screenOf(id);
			return at !== undefined && isInside(at, outline);
		});
	}

	#screenOf(id: string): Point | undefined {
		return placeOnScreen(this.#sigma, this.#subject.graph, id);
	}
}
