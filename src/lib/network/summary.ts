import { isAlive } from '#lib/domain/status.ts';
import { isApart } from './isolation.ts';
import type { IsolationRow, Network } from './model.ts';

export interface NetworkSummary {
	/** Organisations in the network, agencies left out. */
	structures: number;
	/** Cooperation and sharing alive: direct relations and uses of a resource; holding alone ties nobody. */
	cooperations: number;
	resources: number;
	/** Structures of the margin, 0 when nothing is documented. */
	apart: number;
	documented: boolean;
}

/** The counts of a card, from one pass over the network. */
export function summarise(
	network: Pick<Network, 'nodes' | 'edges' | 'documented'>,
	isolated: readonly IsolationRow[]
): NetworkSummary {
	const members = network.nodes.filter((node) => node.member);
	return {
		structures: members.filter(({ label }) => label === 'Actor' || label === 'Funder').length,
		cooperations: network.edges.filter(
			(edge) => edge.horizontal && edge.type !== 'HOLDS' && isAlive(edge.status)
		).length,
		resources: members.filter(({ label }) => label === 'SharedResource').length,
		apart: isolated.filter(isApart).length,
		documented: network.documented
	};
}
