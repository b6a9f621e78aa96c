import type { Coverage } from '#lib/domain/vocabulary/project-kinds.ts';
import type { NetworkNode } from '#lib/network/model.ts';
import { nearestTo, type Nearest } from '#lib/network/nearest.ts';
import { horizontalTies } from '#lib/network/ties.ts';
import type { Catalogue, IsolatedStructure } from '../catalogue.ts';
import type { SuggestedPartners } from './suggestions.ts';

/** A structure that stands apart, with what could be done about it. */
export interface StandingApart {
	row: IsolatedStructure;
	node: NetworkNode;
	/** Where it was judged, and how well that was documented. */
	project?: { id: string; name: string; coverage: Coverage } | undefined;
	/** Names of the resources it holds. */
	offers: readonly string[];
	/** The nearest structure that cooperates or shares. */
	nearest?: (Nearest & { node: NetworkNode }) | undefined;
	partners: SuggestedPartners | undefined;
}

/** What is known around each of these structures, in their order. Linear in the whole network for each row. */
export async function standingApart(
	catalogue: Catalogue,
	rows: readonly IsolatedStructure[]
): Promise<StandingApart[]> {
	const prepared = await catalogue.network({ kind: 'all' });
	if (!prepared) return [];
	const { network } = prepared;
	const nodes = new Map(network.nodes.map((node) => [node.id, node]));
	const cards = new Map((await catalogue.cards()).map((card) => [card.id, card]));
	const ends = new Set(horizontalTies(network).flatMap(({ a, b }) => [a, b]));
	const linked = network.nodes.filter(({ id, label }) => label === 'Actor' && ends.has(id));
	const asked = new Set(rows.map(({ actorId }) => actorId));
	const offers = new Map<string, string[]>();
	for (const { type, source, target } of network.edges)
		if (type === 'HOLDS' && asked.has(source))
			offers.set(source, [...(offers.get(source) ?? []), nodes.get(target)?.name ?? target]);

	const found: StandingApart[] = [];
	for (const row of rows) {
		const node = nodes.get(row.actorId);
		if (!node) continue;
		const card = row.projectId === undefined ? undefined : cards.get(row.projectId);
		const nearest = nearestTo(node, linked);
		const nearestNode = nearest && nodes.get(nearest.id);
		found.push({
			row,
			node,
			project: card && { id: card.id, name: card.name, coverage: card.coverage },
			offers: offers.get(node.id) ?? [],
			nearest: nearest && nearestNode && { ...nearest, node: nearestNode },
			partners: await catalogue.suggestions(node.id)
		});
	}
	return found;
}
