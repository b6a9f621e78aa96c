/** The camera between a drawing and an address: a place in the network, not on one person's screen. Pure. */
import type { Camera } from '#lib/domain/view-state/state.ts';
import { createNormalizationFunction } from 'sigma/utils';
import type { CameraState } from 'sigma/types';
import type { Bounds, Frame } from './framing.ts';
import type { Point } from './model.ts';

/** Everything, in the middle of the element. */
export const WHOLE: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };

type Box = Pick<Frame, 'x' | 'y'>;

/** As an address writes it. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

const middleOf = ({ minX, maxX, minY, maxY }: Bounds): Point & { span: number } => ({
	x: (minX + maxX) / 2,
	y: (minY + maxY) / 2,
	span: Math.max(maxX - minX, maxY - minY, 0.001)
});

/** What the camera sees, in parts of the network's own size; nothing when it sees everything. */
export function cameraIn(bounds: Bounds, box: Box, state: CameraState): Camera | undefined {
	const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.0005;
	if (near(state.x, WHOLE.x) && near(state.y, WHOLE.y) && near(state.ratio, 1)) return undefined;
	const at = createNormalizationFunction(box).inverse(state);
	const { x, y, span } = middleOf(bounds);
	return {
		x: rounded(0.5 + (at.x - x) / span),
		y: rounded(0.5 - (at.y - y) / span),
		ratio: rounded(state.ratio)
	};
}

/** The way back: where sigma's camera stands to see it. */
export function stateIn(bounds: Bounds, box: Box, camera: Camera | undefined): CameraState {
	if (!camera) return WHOLE;
	const { x, y, span } = middleOf(bounds);
	const at = { x: x + (camera.x - 0.5) * span, y: y - (camera.y - 0.5) * span };
	return { ...createNormalizationFunction(box)(at), ratio: camera.ratio, angle: 0 };
}

interface Shown {
	width: number;
	height: number;
	closest: number;
	bottom?: number;
}

/**
 * Where the camera stands to see these points with some room around them, never closer than `closest`,
 * above the `bottom` pixels of the element that something covers.
 */
export function stateAround(
	points: readonly Point[],
	box: Box,
	{ width, height, closest, bottom = 0 }: Shown
): CameraState {
	const normalize = createNormalizationFunction(box);
	const framed = points.map(({ x, y }) => normalize({ x, y }));
	const xs = framed.map(({ x }) => x);
	const ys = framed.map(({ y }) => y);
	const [minX, maxX] = [Math.min(...xs), Math.max(...xs)];
	const [minY, maxY] = [Math.min(...ys), Math.max(...ys)];
	// At ratio 1 the element shows one framed unit along its longer side.
	const longest = Math.max(width, height);
	const free = Math.max(height - bottom, 1);
	const part = Math.max(((maxX - minX) * longest) / width, ((maxY - minY) * longest) / free);
	const ratio = Math.min(Math.max(part * 1.5, closest), Math.max(1, height / free));
	return {
		x: (minX + maxX) / 2,
		// Framed ordinates go up.
		y: (minY + maxY) / 2 - ((bottom / 2) * ratio) / longest,
		ratio,
		angle: 0
	};
}
