import type { Point } from '../model.ts';
import { worldSize } from './view.ts';

/** A point of the world where some of what is shown stands. */
export interface Spot extends Point {
	/** Its coordinates, as text. */
	key: string;
	/** What is drawn there. */
	ids: readonly string[];
}

/** Spots too near one another to be told apart, gathered at the fullest of them. */
export interface Stack extends Point {
	key: string;
	spots: readonly Spot[];
	ids: readonly string[];
}

/** Pixels within which two things are one, however small. */
const REACH = 24;
/** More than two stacks can take together. */
const CELL = 76;
/** Closer than this, only what stands at the very same point is gathered. */
const APART_ZOOM = 13;

/** Stacks change by steps of half a zoom: nothing regroups under a moving hand. */
export const zoomStep = (zoom: number): number => Math.floor(zoom * 2) / 2;

/** Pixels of what stands for so many: a node, or a figure whose surface grows with them. */
export const stackRadius = (count: number): number =>
	count === 1 ? 9 : 11 + Math.min(3 * Math.sqrt(count), 24);

interface Gathering {
	founder: Spot;
	spots: Spot[];
	count: number;
}

/**
 * Gathers spots for a zoom. The fullest spots come first and keep their place; the others join the
 * nearest one that would cover them. The same spots always give the same stacks, wherever the camera is.
 */
export function stacksAt(spots: readonly Spot[], zoom: number): Stack[] {
	const isApart = zoom >= APART_ZOOM;
	const size = worldSize(zoomStep(zoom));
	const ordered = spots
		.filter(({ ids }) => ids.length > 0)
		.sort((a, b) => b.ids.length - a.ids.length || (a.key < b.key ? -1 : 1));
	const stacks: Gathering[] = [];
	const cells = new Map<string, Gathering[]>();
	for (const spot of ordered) {
		const count = spot.ids.length;
		const column = Math.floor((spot.x * size) / CELL);
		const row = Math.floor((spot.y * size) / CELL);
		let nearest: Gathering | undefined;
		let least = Infinity;
		for (let i = column - 1; i <= column + 1 && !isApart; i++)
			for (let j = row - 1; j <= row + 1; j++)
				for (const stack of cells.get(`${i} ${j}`) ?? []) {
					const away = size * Math.hypot(stack.founder.x - spot.x, stack.founder.y - spot.y);
					const reach = Math.max(REACH, stackRadius(stack.count) + stackRadius(count));
					if (away >= reach || away >= least) continue;
					least = away;
					nearest = stack;
				}
		if (nearest) {
			nearest.spots.push(spot);
			nearest.count += count;
			continue;
		}
		const stack: Gathering = { founder: spot, spots: [spot], count };
		stacks.push(stack);
		const key = `${column} ${row}`;
		const there = cells.get(key);
		if (there) there.push(stack);
		else cells.set(key, [stack]);
	}
	return stacks.map(({ founder, spots: gathered }) => ({
		key: founder.key,
		x: founder.x,
		y: founder.y,
		spots: gathered,
		ids: gathered.flatMap(({ ids }) => ids)
	}));
}
