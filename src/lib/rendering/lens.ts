import type { Camera } from '#lib/domain/view-state/state.ts';
import type { CameraState } from 'sigma/types';
import { cameraIn, stateAround, stateIn, WHOLE } from './camera.ts';
import type { Bounds, Frame } from './framing.ts';
import type { Point } from './model.ts';
import type { Renderer } from './surface.ts';

/** Milliseconds without a move after which the camera has come to rest. */
const REST = 250;
/** Nobody is brought closer than this by the program. */
const CLOSEST = 0.3;

interface LensOptions {
	bounds(): Bounds;
	box(): Pick<Frame, 'x' | 'y'>;
	/** Milliseconds of a move, given what it would be if motion is welcome. */
	duration(milliseconds: number): number;
	/** The camera came to rest somewhere else; `undefined` when it sees everything. */
	settled(camera: Camera | undefined): void;
}

/** Moves the camera of one renderer, and tells where it comes to rest. */
export class Lens {
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly sigma: Renderer,
		private readonly options: LensOptions
	) {
		sigma.getCamera().on('updated', () => this.#moved());
	}

	get state(): CameraState {
		return this.sigma.getCamera().getState();
	}

	get isWhole(): boolean {
		const { bounds, box } = this.options;
		return cameraIn(bounds(), box(), this.state) === undefined;
	}

	fit(): void {
		this.#move(WHOLE);
	}

	/** `factor` above 1 comes closer. */
	zoom(factor: number): void {
		const camera = this.sigma.getCamera();
		this.#move({ ...this.state, ratio: camera.getBoundedRatio(camera.ratio / factor) });
	}

	/** Brings a point of the graph to the middle, close enough to read around it. */
	centre(point: Point): void {
		const [x, y] = [point.x, point.y];
		const at = stateAround([{ x, y }], this.options.box(), this.#size());
		this.#move({ ...at, ratio: Math.min(this.state.ratio, 0.6) });
	}

	/** Brings all these points of the graph into the frame, above what covers its foot. */
	show(points: readonly Point[], bottom = 0): void {
		if (points.length === 0) return;
		const size = { ...this.#size(), bottom };
		this.#move(stateAround(points, this.options.box(), size), 300);
	}

	/** At once, without telling: what an address asks for. */
	look(camera: Camera | undefined): void {
		const { bounds, box } = this.options;
		this.#put(stateIn(bounds(), box(), camera));
	}

	/** As it was in another renderer of the same drawing. */
	restore(state: CameraState): void {
		this.#put(state);
	}

	/** Tells again where it is: the network's own size may have changed around it. */
	tell(): void {
		if (!this.isWhole) this.#moved();
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#put(state: CameraState): void {
		this.sigma.getCamera().setState(state);
		this.stop();
	}

	#size(): { width: number; height: number; closest: number } {
		return { ...this.sigma.getDimensions(), closest: CLOSEST };
	}

	#move(state: CameraState, milliseconds = 280): void {
		const camera = this.sigma.getCamera();
		const duration = this.options.duration(milliseconds);
		if (duration === 0) camera.setState(state);
		else void camera.animate(state, { duration, easing: 'quadraticOut' });
	}

	#moved(): void {
		this.stop();
		this.#timer = setTimeout(() => {
			const { bounds, box, settled } = this.options;
			settled(cameraIn(bounds(), box(), this.state));
		}, REST);
	}
}
