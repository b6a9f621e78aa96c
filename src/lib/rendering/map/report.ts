import type { DrawnGraph } from '../graph.ts';
import type { PlacedLabel } from '../labels.ts';
import { isShown, type Visibility } from '../model.ts';
import type { Focus } from '../styles.ts';
import type { Lines } from './lines.ts';
import type { Marks } from './marks.ts';
import { isNode, type Seen } from './scene.ts';

export interface Told {
	/** `coming` before it answers to a hand. */
	state: 'coming' | 'drawn';
	graph: DrawnGraph;
	visibility: Visibility;
	/** Ids that have a place. */
	placed: ReadonlySet<string>;
	marks: Marks;
	lines: Lines;
	seen: Seen;
	focus: Focus;
	labels: readonly PlacedLabel[];
	zoom: number;
	ground: 'bundled' | 'style';
}

/** More marks than this are counted and not listed. */
const MOST_LISTED = 400;

/** Says in the element's `data-*` attributes what the map shows, for whoever inspects it. */
export function report({ dataset }: HTMLElement, told: Told): void {
	const { marks, lines, seen, focus, visibility } = told;
	let placed = 0;
	let unplaced = 0;
	told.graph.forEachNode((id, attributes) => {
		if (!isShown(visibility.nodes, attributes)) return;
		if (told.placed.has(id)) placed++;
		else unplaced++;
	});
	dataset['state'] = told.state;
	dataset['placed'] = String(placed);
	dataset['unplaced'] = String(unplaced);
	dataset['stacks'] = String(
		marks.marks.filter((mark) => mark.kind === 'stack' && mark.count > 0).length
	);
	dataset['ghosts'] = String(seen.marks.filter(({ ghost }) => ghost).length);
	dataset['spread'] = String(marks.spread?.count ?? 0);
	const alive = lines.lines.filter(({ ghost }) => !ghost);
	dataset['lines'] = String(alive.length);
	dataset['ties'] = String(alive.reduce((sum, { edges }) => sum + edges.length, 0));
	dataset['inside'] = String(lines.inside);
	dataset['loose'] = String(lines.loose);
	dataset['covered'] = String(lines.covered);
	dataset['labels'] = String(told.labels.length);
	// As in the drawing: key, left, top, width and height.
	dataset['labelBoxes'] = told.labels
		.map(({ key, x, y, width, height }) => {
			const numbers = [x, y, width, height].map((value) => value.toFixed(1));
			return [encodeURIComponent(key), ...numbers].join(',');
		})
		.join(' ');
	dataset['selected'] = focus.selected?.id ?? '';
	dataset['traced'] = [...(focus.traced ?? [])].join(' ');
	dataset['others'] = [...(focus.others ?? [])].join(' ');
	dataset['hovered'] = focus.hovered?.id ?? '';
	dataset['strong'] = String(focus.strong?.size ?? 0);
	dataset['zoom'] = told.zoom.toFixed(2);
	dataset['ground'] = told.ground;
	// Kind, key, place and radius in pixels, how many.
	dataset['marks'] = seen.marks
		.filter(({ ghost }) => !ghost)
		.slice(0, MOST_LISTED)
		.map((mark) => {
			const numbers = [mark.x, mark.y, mark.radius].map((value) => value.toFixed(1));
			return isNode(mark)
				? ['node', encodeURIComponent(mark.mark.id), ...numbers, 1].join(',')
				: ['stack', encodeURIComponent(mark.mark.key), ...numbers, mark.mark.count].join(',');
		})
		.join(' ');
}
