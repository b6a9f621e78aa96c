import type { DrawnGraph } from '../graph.ts';
import type { NodeGroup, Point } from '../model.ts';
import type { Mark, StackMark } from './model.ts';
import { groundRadius, MOST_SPREAD, spreadOut } from './spread.ts';
import { stackRadius, type Stack } from './stacks.ts';

export interface Marks {
	marks: readonly Mark[];
	/** Place of its mark in `marks`, by id of node. */
	markOf: ReadonlyMap<string, number>;
	/** The stack that is spread, and the radius in pixels of the ground it covers. */
	spread?: { at: Point; radius: number; key: string; name: string; count: number } | undefined;
}

interface Options {
	/** Key of the place that was opened. */
	opened: string | undefined;
	/** Pixels of the world's side. */
	worldSize: number;
	/** The map cannot come closer. */
	deepest: boolean;
	/** Does a node pass the filters. */
	passes: (id: string) => boolean;
	nameOf: (stack: Stack) => string;
}

/** A mark as a word: the keyboard's place is kept by it. */
export const markKey = (mark: Mark): string => (mark.kind === 'node' ? mark.id : `@${mark.key}`);

/** Groups together, the most tied first in each: neighbours on a ring have something in common. */
function inOrder(graph: DrawnGraph, ids: readonly string[]): string[] {
	const keyed = ids.map((id) => {
		const { group, ties } = graph.getNodeAttributes(id);
		return { id, group, ties };
	});
	return keyed
		.sort(
			(a, b) =>
				(a.group < b.group ? -1 : a.group > b.group ? 1 : b.ties - a.ties) || (a.id < b.id ? -1 : 1)
		)
		.map(({ id }) => id);
}

function partsOf(graph: DrawnGraph, ids: readonly string[]): StackMark['parts'] {
	const counts = new Map<NodeGroup, number>();
	for (const id of ids) {
		const { group } = graph.getNodeAttributes(id);
		counts.set(group, (counts.get(group) ?? 0) + 1);
	}
	return [...counts]
		.map(([group, count]) => ({ group, count }))
		.sort((a, b) => b.count - a.count || (a.group < b.group ? -1 : 1));
}

/** What is drawn for each stack: a node, a figure, or all its nodes spread around it. */
export function marksOf(graph: DrawnGraph, stacks: readonly Stack[], options: Options): Marks {
	const marks: Mark[] = [];
	const markOf = new Map<string, number>();
	const { opened, worldSize, deepest, passes, nameOf } = options;
	const open = stacks.find(
		({ ids, spots }) =>
			ids.length > 1 && ids.length <= MOST_SPREAD && spots.some(({ key }) => key === opened)
	);
	let spread: Marks['spread'];
	if (open) {
		const offsets = spreadOut(open.ids.length);
		spread = {
			at: { x: open.x, y: open.y },
			radius: groundRadius(offsets),
			key: open.key,
			name: nameOf(open),
			count: open.ids.filter(passes).length
		};
		inOrder(graph, open.ids).forEach((id, at) => {
			markOf.set(id, marks.length);
			const { radius } = graph.getNodeAttributes(id);
			const away = offsets[at] ?? { x: 0, y: 0 };
			marks.push({ kind: 'node', id, x: open.x, y: open.y, away, radius });
		});
	}
	for (const stack of stacks) {
		if (stack === open) continue;
		const { x, y, ids } = stack;
		const [only] = ids;
		// Under the ground of what is spread: there again once it is closed.
		if (spread && Math.hypot(x - spread.at.x, y - spread.at.y) * worldSize < spread.radius + 10)
			continue;
		for (const id of ids) markOf.set(id, marks.length);
		if (ids.length === 1 && only !== undefined) {
			const { radius } = graph.getNodeAttributes(only);
			marks.push({ kind: 'node', id: only, x, y, away: { x: 0, y: 0 }, radius });
		} else {
			const passing = ids.filter(passes);
			marks.push({
				kind: 'stack',
				key: stack.key,
				ids,
				count: passing.length,
				x,
				y,
				radius: stackRadius(Math.max(passing.length, 1)),
				parts: partsOf(graph, passing),
				name: nameOf(stack),
				splits: stack.spots.length > 1 && !deepest
			});
		}
	}
	return { marks, markOf, spread };
}
