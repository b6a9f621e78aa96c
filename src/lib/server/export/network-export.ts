import { today } from '#lib/domain/dates.ts';
import type { HealthProject, SharedResource } from '#lib/domain/entities.ts';
import { isKnownScope, type Scope } from '#lib/domain/scope.ts';
import type { NetworkExport } from '#lib/export/model.ts';
import { groupOf } from '#lib/network/build.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import type { Network, NetworkNode } from '#lib/network/model.ts';
import { networkOf } from '../catalogue/network-of.ts';
import { citedSources } from '../catalogue/proofs.ts';
import { readSlice } from '../catalogue/registered.ts';
import { inProcess } from '../layouts/compute.ts';
import { LayoutKeeper } from '../layouts/keeper.ts';
import type { Repository } from '../repository.ts';

/** A network as it leaves; who takes it away gives it a title, its licence and what is read beside. */
export type NetworkTaken = Omit<NetworkExport, 'title' | 'licence' | 'about'> & {
	network: Network;
};

/** Projects and resources that relations of a network name, and that it does not show. */
async function namedBeside(
	repository: Repository,
	{ nodes, edges }: Network
): Promise<(HealthProject | SharedResource)[]> {
	const shown = new Set(nodes.map(({ id }) => id));
	const named = new Set(edges.flatMap(({ projectId, resourceId }) => [projectId, resourceId]));
	const ids = [...named].filter((id) => id !== undefined).filter((id) => !shown.has(id));
	return (await repository.nodes(ids.sort())).filter(
		(node) => node.label === 'HealthProject' || node.label === 'SharedResource'
	);
}

function nodeBeside(node: HealthProject | SharedResource): NetworkNode {
	const { id, label, kind, name, region } = node;
	const common = { id, label, kind, name, region, group: groupOf(node), member: false };
	if (node.label === 'HealthProject') return { ...common, access: node.accessDimensions };
	const { commune, departement, lat, lon } = node;
	return { ...common, commune, departement, lat, lon };
}

/**
 * The network of a scope with its sources, and its positions where they are stored and hold: nothing is
 * computed or written for an export.
 * @param registers true to keep the structures that a register alone knows
 * @returns `undefined` when nothing has this scope's id or code
 */
export async function takeNetwork(
	repository: Repository,
	scope: Scope,
	{ registers = false, day = today() }: { registers?: boolean; day?: string } = {}
): Promise<NetworkTaken | undefined> {
	if (!isKnownScope(scope)) return undefined;
	const slice = registers ? await repository.slice(scope) : await readSlice(repository, scope);
	if (scope.kind === 'project' && !slice.nodes.some(({ id }) => id === scope.id)) return undefined;
	const network = networkOf(slice, scope, { today: day });
	const sources = await citedSources(repository, network);
	const beside = await namedBeside(repository, network);
	const projects = new Map(
		[...slice.nodes, ...beside].flatMap((node) =>
			node.label === 'HealthProject' ? [[node.id, node]] : []
		)
	);
	const isolated = isolatedStructures(network);
	const keeper = new LayoutKeeper(repository, inProcess);
	const layout = await keeper.stored({ network, isolated });
	return {
		network,
		day: network.day,
		nodes: [...network.nodes, ...beside.map(nodeBeside)],
		projects,
		edges: network.edges,
		sources,
		sourceNames: new Map(sources.map(({ id, name }) => [id, name])),
		positions: layout?.positions
	};
}
