import type { Point, Selection } from '../model.ts';
import { markKey } from './marks.ts';
import { holds } from './pick.ts';
import type { Seen, SeenMark } from './scene.ts';

/**
 * The point a key points at from another: the nearest one ahead, what is aside counting three times.
 * Everything ahead can be reached, whatever its side.
 *
 * @param way where the key points: a step along one axis
 */
export function pointToward<T extends Point>(
	from: Point,
	way: Point,
	points: readonly T[]
): T | undefined {
	let best: T | undefined;
	let least = Infinity;
	for (const point of points) {
		const [dx, dy] = [point.x - from.x, point.y - from.y];
		const ahead = dx * way.x + dy * way.y;
		if (ahead <= 0.5) continue;
		const cost = ahead + 3 * Math.abs(dx * way.y - dy * way.x);
		if (cost < least) {
			least = cost;
			best = point;
		}
	}
	return best;
}

/** Where the keyboard is on a map: on a mark it was led to, or on what is selected. */
export class MapWalker {
	/** Key of the mark it was led to. */
	#cursor: string | undefined;

	get cursor(): string | undefined {
		return this.#cursor;
	}

	goTo(cursor: string | undefined): void {
		this.#cursor = cursor;
	}

	/** The mark it is on, if it is still there. */
	at({ marks }: Seen, selected: Selection | undefined): SeenMark | undefined {
		const id = selected?.id ?? '';
		return (
			marks.find(({ mark }) => markKey(mark) === this.#cursor) ??
			marks.find(({ mark }) => holds(mark, id))
		);
	}

	/** The mark a key points at in the frame; from nowhere, the first one. */
	toward(
		way: Point,
		seen: Seen,
		selected: Selection | undefined,
		{ width, height }: { width: number; height: number }
	): SeenMark | undefined {
		const from = this.at(seen, selected);
		const others = seen.marks.filter(
			(each) =>
				each !== from &&
				!each.ghost &&
				each.x >= 0 &&
				each.y >= 0 &&
				each.x <= width &&
				each.y <= height
		);
		return from ? pointToward(from, way, others) : others[0];
	}
}
