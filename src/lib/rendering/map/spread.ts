import type { Point } from '../model.ts';

/** Pixels between two neighbours of a ring, and between two rings. */
const PITCH = 27;
const RING = 30;
/** Radius of the first ring, and the most things on a single one. */
const NEAREST = 46;
const ONE_RING = 26;
/** On a single ring there is room for names beside each thing. */
const NAMED_PITCH = 33;
/** More than this would cover the map: they are read in the list instead. */
export const MOST_SPREAD = 120;

const around = (count: number, radius: number, turn: number): Point[] =>
	Array.from({ length: count }, (_, index) => {
		const angle = turn + (index / count) * 2 * Math.PI;
		return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
	});

/**
 * Places around a point for things that stand at the same one, in pixels from it: one ring while it
 * stays small, then rings around rings, each as full as it can be. Nobody is nearer another than a
 * finger can tell.
 */
export function spreadOut(count: number): Point[] {
	if (count === 1) return [{ x: 0, y: 0 }];
	if (count <= ONE_RING)
		return around(count, Math.max(NEAREST, (count * NAMED_PITCH) / (2 * Math.PI)), -Math.PI / 2);
	const points: Point[] = [];
	for (let ring = 0; points.length < count; ring++) {
		const radius = NEAREST + 18 + ring * RING;
		const room = Math.floor((2 * Math.PI * radius) / PITCH);
		const left = count - points.length;
		points.push(...around(Math.min(room, left), radius, -Math.PI / 2 + ring * 0.5));
	}
	return points;
}

/** Radius of the ground under what is spread: its outermost ring, and some room. */
export const groundRadius = (points: readonly Point[]): number =>
	Math.max(0, ...points.map(({ x, y }) => Math.hypot(x, y))) + 18;
