import { today } from '#lib/domain/dates.ts';
import { isKnownScope, type Scope } from '#lib/domain/scope.ts';
import type { NetworkExport } from '#lib/export/model.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import type { Network } from '#lib/network/model.ts';
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
	const isolated = isolatedStructures(network);
	const keeper = new LayoutKeeper(repository, inProcess);
	const layout = await keeper.stored({ network, isolated });
	return {
		network,
		day: network.day,
		nodes: network.nodes,
		edges: network.edges,
		sources,
		sourceNames: new Map(sources.map(({ id, name }) => [id, name])),
		positions: layout?.positions
	};
}
