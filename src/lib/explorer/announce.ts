import { m } from '#lib/i18n/paraglide/messages.js';
import { isStructure, neighbourCount } from './data.ts';
import type { Explorer } from './explorer.svelte.ts';

/** One sentence on what is shown, read aloud once per change. Empty until the network is there. */
export function announcement(explorer: Explorer): string {
	const { selectedNode, selectedEdge, data, shown, apart } = explorer;
	if (!data) return '';
	if (selectedNode) {
		const count = neighbourCount(selectedNode.id, shown.edges);
		const { name } = selectedNode;
		return count > 0 ? m.explorer_said_node({ name, count }) : m.explorer_said_node_alone({ name });
	}
	if (selectedEdge)
		return m.explorer_said_edge({
			source: data.nodes.get(selectedEdge.source)?.name ?? '',
			target: data.nodes.get(selectedEdge.target)?.name ?? ''
		});
	const structures = m.explorer_said_shown({ count: shown.nodes.filter(isStructure).length });
	const aside = data.network.documented
		? m.explorer_said_apart({ count: shown.nodes.filter((node) => apart.has(node.id)).length })
		: m.explorer_said_undocumented();
	return `${structures}, ${aside}`;
}
