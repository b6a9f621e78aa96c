import { drawBackdrop, marginBoxes, markOnScreen, type MarginMark } from './backdrop.ts';
import { quotaFor } from './density.ts';
import type { FittedMargin } from './fit.ts';
import { LabelLayer } from './label-layer.ts';
import type { Box } from './boxes.ts';
import type { Point } from './model.ts';
import { takePicture, type Picture } from './picture.ts';
import { report } from './report.ts';
import { readScene } from './scene.ts';
import type { Subject } from './subject.ts';
import type { Renderer, Surface } from './surface.ts';

/** What stands around the nodes and ties of one renderer: the ground, the names, the margin's title. */
export class Overlay {
	/** Parts of the element where no name goes, in pixels. */
	reserved: readonly Box[] = [];
	readonly #sigma: Renderer;
	readonly #subject: Subject;
	readonly #ground: CanvasRenderingContext2D | undefined;
	readonly #labels: LabelLayer | undefined;
	#margin: FittedMargin | undefined;

	constructor({ sigma, ground, names }: Surface, subject: Subject) {
		this.#sigma = sigma;
		this.#subject = subject;
		this.#ground = ground;
		this.#labels = names ? new LabelLayer(names) : undefined;
	}

	/** Where the margin has been fitted; nothing when nobody stands there. */
	set margin(margin: FittedMargin | undefined) {
		this.#margin = margin;
		if (margin && this.#labels) this.#labels.marginBreak = margin.breakAt;
	}

	/** Size in pixels of each name of the margin, if broken at so many characters. */
	marginSizes(names: readonly string[], breakAt: number): { width: number; height: number }[] {
		if (this.#labels) this.#labels.large = this.#subject.large;
		return this.#labels?.marginSizes(names, breakAt) ?? [];
	}

	/** A font came late: names have other sizes. */
	forgetSizes(): void {
		this.#labels?.forgetSizes();
	}

	/** Ground and, when it is their turn, names: after each WebGL frame. */
	draw(named: boolean): void {
		const { hulls, stage } = this.#subject;
		const projection = this.#projection();
		const margin = this.#mark();
		if (this.#ground) drawBackdrop(this.#ground, hulls, margin, projection, stage.palette);
		if (!named || !this.#labels) return;
		const { graph, visibility, focus, density, large, names } = this.#subject;
		const wanted = quotaFor(density, graph.order);
		const quota = { ...wanted, hushed: wanted.hushed || this.#isHushed() };
		const scene = readScene(this.#sigma, graph, { visibility, focus, quota }, names);
		const boxes = [...this.reserved];
		if (margin) boxes.push(...marginBoxes(margin, projection));
		this.#labels.large = large;
		this.#labels.most = quota.most;
		this.#labels.draw(scene.requests, scene.frame, { ...scene.obstacles, boxes }, stage.palette);
	}

	/** Says on the element what has been drawn. */
	tell(container: HTMLElement, pinned: readonly string[]): void {
		const { graph, visibility, focus, stage } = this.#subject;
		report(container, {
			graph,
			visibility,
			focus,
			labels: this.#labels?.placed ?? [],
			pinned,
			discOf: (id) => {
				const node = graph.getNodeAttributes(id);
				const radius = this.#sigma.scaleSize(node.radius);
				return { ...this.#sigma.graphToViewport(node), radius };
			},
			drawCalls: stage.drawCalls
		});
	}

	/** What is on screen now, to be made into an image. */
	picture(): Picture {
		const { graph, visibility, focus, hulls, stage } = this.#subject;
		const margin = this.#mark();
		return takePicture({
			sigma: this.#sigma,
			graph,
			visibility,
			focus,
			dimmed: stage.dimmed,
			palette: stage.palette,
			hulls,
			names: this.#labels?.written ?? [],
			margin: margin && { title: margin.title, ...markOnScreen(margin, this.#projection()) }
		});
	}

	#projection() {
		const toScreen = (point: Point): Point => this.#sigma.graphToViewport(point);
		return { toScreen, ...this.#sigma.getDimensions() };
	}

	#mark(): MarginMark | undefined {
		if (!this.#margin) return undefined;
		const { side, corner, first, title: above } = this.#margin;
		return { side, corner, first, above, title: this.#subject.visibility.margin ?? '' };
	}

	/** True while the names of the margin would be a wall of words. */
	#isHushed(): boolean {
		if (!this.#margin || this.#margin.named) return false;
		return this.#margin.pitch / this.#sigma.getCamera().ratio < 40;
	}
}
