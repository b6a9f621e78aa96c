import { m } from '#lib/i18n/paraglide/messages.js';
import { decodeInTurns } from '#lib/network/payload.ts';
import type { Network } from '#lib/network/model.ts';
import { explorerData, type ExplorerData } from '../data.ts';
import type { PlanAnswer } from './answer.ts';

/** A network after a scenario: as it is shown, and as it is reckoned with. */
export interface Laid {
	/** What is planned says so wherever it is named, and is neither there nor known. */
	shown: ExplorerData;
	/** As if all that is planned were there. */
	realised: ExplorerData;
	planned: ReadonlySet<string>;
}

/** The network with what is planned marked as such: in its name, its status, and for the drawing. Pure. */
export const marked = (
	network: Network,
	planned: ReadonlySet<string>,
	{ nameOf, detail }: { nameOf: (name: string) => string; detail: string }
): Network => ({
	...network,
	nodes: network.nodes.map((node) =>
		planned.has(node.id) ? { ...node, name: nameOf(node.name), planned: true } : node
	),
	edges: network.edges.map((edge) =>
		planned.has(edge.id) ? { ...edge, status: 'planned', detail, planned: true } : edge
	)
});

/** Reads what the server laid over the facts. Rejects on a broken payload. */
export async function laidOver({
	planned: ids,
	network
}: NonNullable<PlanAnswer['drawn']>): Promise<Laid> {
	const payload = await decodeInTurns(network);
	const planned = new Set(ids);
	const shown = marked(payload.network, planned, {
		nameOf: (name) => m.planning_named({ name }),
		detail: m.planning_mark()
	});
	return {
		shown: explorerData({ ...payload, network: shown }),
		realised: explorerData(payload),
		planned
	};
}
