import type { Scope } from '#lib/domain/scope.ts';
import type { PreparedNetwork } from '../catalogue.ts';
import type { Answer, Call } from './endpoint.ts';
import { ApiError, notFound } from './problem.ts';

/** The form anyone can read: every node and edge as an object. */
const plain = ({ network, isolated }: PreparedNetwork, fictional: boolean) => ({
	scope: network.scope,
	day: network.day,
	revision: network.revision,
	documented: network.documented,
	fictional,
	...(network.project ? { project: network.project } : {}),
	nodes: network.nodes,
	edges: network.edges,
	isolated
});

async function answer(call: Call, scope: Scope, id: string): Promise<Answer> {
	const { catalogue, query } = call;
	const options = { day: query.date, halo: query.halo === 'true' };
	// As an address for a page to ask for before any code of it runs: a preload has no header of its own.
	const compact = query.form ? query.form === 'columns' : call.compact;
	if (compact) {
		const { acceptEncoding } = call;
		const encoded = await catalogue.encodedNetwork(scope, { ...options, acceptEncoding });
		if (!encoded) throw notFound(id);
		return { encoded };
	}
	const prepared = await catalogue.network(scope, options);
	if (!prepared) throw notFound(id);
	return { body: plain(prepared, catalogue.fictional) };
}

export const projectNetwork = (call: Call): Promise<Answer> =>
	answer(call, { kind: 'project', id: call.id }, call.id);

const SCOPES = ['region', 'department', 'funder'] as const;

/** The network of a region, a département, a funder, or everything. */
export function anyNetwork(call: Call): Promise<Answer> {
	const { region, department, funder } = call.query;
	if ([region, department, funder].filter((value) => value !== undefined).length > 1)
		throw new ApiError({ status: 400, code: 'one_scope', known: SCOPES });
	if (region) return answer(call, { kind: 'region', code: region }, region);
	if (department) return answer(call, { kind: 'departement', code: department }, department);
	if (funder) return answer(call, { kind: 'funder', id: funder }, funder);
	return answer(call, { kind: 'all' }, 'all');
}
