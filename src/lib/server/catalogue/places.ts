import { isOrganisation, type GraphNode } from '#lib/domain/entities.ts';
import type { Network, NetworkNode } from '#lib/network/model.ts';
import { placesOf, type NetworkPlaces, type Whereabouts } from '#lib/network/places.ts';
import { communeCentres } from '../places/communes.ts';
import { inventedPlace } from '../places/fictional.ts';
import type { Repository } from '../repository.ts';

/** A project of one commune is there; of several, it is in none of them. */
function whereabouts(node: GraphNode): Whereabouts | undefined {
	if (isOrganisation(node) || node.label === 'SharedResource') return node;
	if (node.label !== 'HealthProject' || node.codesInsee?.length !== 1) return undefined;
	const [codeInsee] = node.codesInsee;
	const [commune] = node.communes?.length === 1 ? node.communes : [];
	return { codeInsee, commune };
}

/** Asks the repository what it knows of the places of a network's nodes. */
export async function findPlaces(
	repository: Pick<Repository, 'slice'>,
	network: Network,
	fictional: boolean
): Promise<NetworkPlaces> {
	const [{ nodes }, centres] = await Promise.all([
		repository.slice(network.scope),
		communeCentres()
	]);
	const known = new Map(nodes.map((node) => [node.id, whereabouts(node)]));
	return placesOf(network, {
		of: (id) => known.get(id),
		centre: (code) => centres.get(code),
		...(fictional ? { invented: inventedPlace } : {})
	});
}

/** Where some structures are, one point for each place. One query. */
export async function placesAmong(
	repository: Pick<Repository, 'nodes'>,
	nodes: readonly NetworkNode[],
	fictional: boolean
): Promise<NetworkPlaces> {
	const [records, centres] = await Promise.all([
		repository.nodes(nodes.map(({ id }) => id)),
		communeCentres()
	]);
	const known = new Map(records.map((node) => [node.id, whereabouts(node)]));
	return placesOf(
		{ nodes, edges: [] },
		{
			of: (id) => known.get(id),
			centre: (code) => centres.get(code),
			...(fictional ? { invented: inventedPlace } : {})
		}
	);
}
