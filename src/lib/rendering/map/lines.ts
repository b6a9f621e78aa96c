import type { DrawnGraph } from '../graph.ts';
import { isShown, type Visibility } from '../model.ts';
import { curvatures, type EdgeAttributes } from '../styles.ts';
import type { Marks } from './marks.ts';

/** One line between two marks: a relation, or all those of a family between two stacks. */
export interface Line {
	/** Places in the list of marks. */
	from: number;
	to: number;
	family: EdgeAttributes['family'];
	edges: readonly string[];
	/** Signed, as a share of the length. */
	curvature: number;
	/** Pale because it does not pass: nothing is counted of it. */
	ghost: boolean;
}

export interface Lines {
	lines: readonly Line[];
	/** Relations both ends of which are in one stack. */
	inside: number;
	/** Relations with an end without a place. */
	loose: number;
	/** Relations with an end under what is spread. */
	covered: number;
}

/** The lines to draw between marks. What a line stands for is counted once, whatever becomes of it. */
export function linesOf(
	graph: DrawnGraph,
	visibility: Visibility,
	{ marks, markOf }: Pick<Marks, 'marks' | 'markOf'>,
	placed: ReadonlySet<string>
): Lines {
	const gathered = new Map<
		string,
		{ from: number; to: number; family: Line['family']; edges: string[]; ghost: boolean }
	>();
	let inside = 0;
	let loose = 0;
	let covered = 0;
	graph.forEachEdge((id, { tie }, source, target) => {
		const ghost = !isShown(visibility.edges, tie);
		if (ghost && !visibility.dim) return;
		const from = markOf.get(source);
		const to = markOf.get(target);
		const one = ghost ? 0 : 1;
		if (!placed.has(source) || !placed.has(target)) loose += one;
		else if (from === undefined || to === undefined) covered += one;
		else if (from === to) inside += one;
		else {
			const { family } = tie;
			const single = marks[from]?.kind === 'node' && marks[to]?.kind === 'node';
			const ends = from < to ? `${from} ${to}` : `${to} ${from}`;
			const key = single ? id : `${ends} ${family}${ghost ? ' ghost' : ''}`;
			const known = gathered.get(key);
			if (known) known.edges.push(id);
			else gathered.set(key, { from, to, family, edges: [id], ghost });
		}
	});
	const found = [...gathered.values()];
	const bends = curvatures(
		found.map(({ from, to }) => ({ source: String(from), target: String(to) }))
	);
	return {
		lines: found.map((line, at) => ({ ...line, curvature: bends[at] ?? 0 })),
		inside,
		loose,
		covered
	};
}
