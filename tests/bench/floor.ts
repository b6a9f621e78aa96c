/**
 * The floor a first drawing is compared with: the same payload, decoded and handed to plain sigma.
 * The address of the network is the page's query.
 */
import Graph from 'graphology';
import Sigma from 'sigma';
import { decodePayload, NETWORK_MEDIA_TYPE } from '#lib/network/payload.ts';

const container = document.querySelector('#drawing');
const answer = await fetch(decodeURIComponent(location.search.slice(1)), {
	headers: { accept: NETWORK_MEDIA_TYPE }
});
const { network, layout } = decodePayload(await answer.text());
const graph = new Graph({ multi: true, type: 'directed' });
for (const { id, name } of network.nodes) {
	const at = layout.positions.get(id);
	graph.addNode(id, { label: name, x: at?.x ?? 0, y: at?.y ?? 0, size: 4 });
}
for (const { id, source, target } of network.edges)
	graph.addDirectedEdgeWithKey(id, source, target);
if (container instanceof HTMLElement) {
	const sigma = new Sigma(graph, container);
	// The first rendering is over by now: sigma renders while it is made.
	if (sigma.getGraph().order > 0) performance.mark('maillage:first-draw');
}
