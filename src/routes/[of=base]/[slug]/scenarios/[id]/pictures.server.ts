import { miniature, type MiniatureData } from '#lib/explorer/miniature.ts';
import type { Layout, NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import type { ScenarioPicture } from '#lib/server/catalogue/scenarios.ts';
import type { Family } from '#lib/domain/vocabulary/relation-types.ts';

/** What is drawn apart over a miniature: planned in the one after, ending in the one before. */
export interface Marks {
	lines: { family: Family; d: string }[];
	nodes: { group: NetworkNode['group']; x: number; y: number }[];
}
export interface BeforeAfterPictures {
	before: { data: MiniatureData; marks: Marks };
	after: { data: MiniatureData; marks: Marks };
}

const DRAWN: ReadonlySet<Family> = new Set(['funding', 'cooperation', 'sharing']);
const short = (value: number): number => Math.round(value * 10) / 10;

function marksOf(
	{ nodes, edges }: { nodes: readonly NetworkNode[]; edges: readonly NetworkEdge[] },
	layout: Layout,
	marked: ReadonlySet<string>
): Marks {
	const shown = new Map(
		nodes
			.filter(({ member, group }) => member && group !== 'ars' && group !== 'project')
			.map((node) => [node.id, layout.positions.get(node.id)])
	);
	return {
		lines: edges.flatMap(({ id, family, source, target }) => {
			const [a, b] = [shown.get(source), shown.get(target)];
			if (!marked.has(id) || !DRAWN.has(family) || !a || !b) return [];
			return [{ family, d: `M${short(a.x)} ${short(a.y)}L${short(b.x)} ${short(b.y)}` }];
		}),
		nodes: nodes.flatMap(({ id, group }) => {
			const at = shown.get(id);
			return marked.has(id) && at ? [{ group, x: short(at.x), y: short(at.y) }] : [];
		})
	};
}

/** The box that holds both pictures: what stays in its place is seen in its place. */
function commonBox(boxes: readonly string[]): string {
	const parts = boxes.map((box) => box.split(' ').map(Number));
	const left = Math.min(...parts.map(([x = 0]) => x));
	const top = Math.min(...parts.map(([, y = 0]) => y));
	const right = Math.max(...parts.map(([x = 0, , w = 0]) => x + w));
	const bottom = Math.max(...parts.map(([, y = 0, , h = 0]) => y + h));
	return [left, top, right - left, bottom - top].map(short).join(' ');
}

/** Both networks in the same places and the same frame, what is planned and what would end drawn apart. */
export function picturesOf({
	before,
	after,
	planned,
	ended
}: ScenarioPicture): BeforeAfterPictures {
	const solid = (edges: readonly NetworkEdge[], apart: ReadonlySet<string>) =>
		edges.filter(({ id }) => !apart.has(id));
	const drawn = {
		before: miniature(
			{ ...before.network, edges: solid(before.network.edges, ended) },
			before.layout
		),
		after: miniature({ ...after.network, edges: solid(after.network.edges, planned) }, after.layout)
	};
	const viewBox = commonBox([drawn.before.viewBox, drawn.after.viewBox]);
	return {
		before: {
			data: { ...drawn.before, viewBox },
			marks: marksOf(before.network, before.layout, ended)
		},
		after: {
			data: { ...drawn.after, viewBox },
			marks: marksOf(after.network, after.layout, planned)
		}
	};
}
