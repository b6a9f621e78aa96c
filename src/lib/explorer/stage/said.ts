/** What is said of a choice of nodes, on screen and aloud. */
import type { Depth } from '#lib/domain/view-state/state.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { MOST_CHOSEN, tiesBetween } from './choice.ts';

/** "4 structures sélectionnées · liens entre elles : 3". */
export function saidChosen(
	ids: ReadonlySet<string>,
	nodes: ReadonlyMap<string, NetworkNode> | undefined,
	edges: readonly NetworkEdge[],
	isStructure: (node: NetworkNode) => boolean
): string {
	const found = [...ids].flatMap((id) => nodes?.get(id) ?? []);
	const count = found.length;
	const what = found.every(isStructure)
		? m.drawing_selected_structures({ count })
		: m.drawing_selected_nodes({ count });
	const said = count < MOST_CHOSEN ? what : m.drawing_selected_most({ said: what });
	return `${said} · ${m.drawing_between({ count: tiesBetween(ids, edges) })}`;
}

export const depthName = (depth: Depth): string =>
	depth === 0 ? m.drawing_depth_all() : m.drawing_depth_name({ count: depth });
