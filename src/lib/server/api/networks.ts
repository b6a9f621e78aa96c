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
	isolated,
	...(network.outside ? { outside: network.outside } : {})
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

async function places({ catalogue, query }: Call, scope: Scope, id: string): Promise<Answer> {
	const options = { day: query.date, halo: query.halo === 'true' };
	const body = await catalogue.places(scope, options);
	if (!body) throw notFound(id);
	return { body };
}

export const projectNetwork = (call: Call): Promise<Answer> =>
	answer(call, { kind: 'project', id: call.id }, call.id);

export const projectPlaces = (call: Call): Promise<Answer> =>
	places(call, { kind: 'project', id: call.id }, call.id);

const SCOPES = ['region', 'department', 'funder'] as const;

/** The scope a question is about, and the name it is given there. */
function scopeOf({ region, department, funder }: Call['query']): [Scope, string] {
	if ([region, department, funder].filter((value) => value !== undefined).length > 1)
		throw new ApiError({ status: 400, code: 'one_scope', known: SCOPES });
	if (region) return [{ kind: 'region', code: region }, region];
	if (department) return [{ kind: 'departement', code: department }, department];
	if (funder) return [{ kind: 'funder', id: funder }, funder];
	return [{ kind: 'all' }, 'all'];
}

/** The network of a region, a département, a funder, or everything. */
export const anyNetwork = async (call: Call): Promise<Answer> =>
	answer(call, ...scopeOf(call.query));

async function cited({ catalogue, query }: Call, scope: Scope, id: string): Promise<Answer> {
	const halo = query.halo === 'true';
	const items = await catalogue.sources(scope, { day: query.date, halo });
	if (!items) throw notFound(id);
	return { body: { items } };
}

async function proven({ catalogue, query }: Call, scope: Scope, id: string): Promise<Answer> {
	const halo = query.halo === 'true';
	const body = await catalogue.proofs(scope, { day: query.date, halo });
	if (!body) throw notFound(id);
	return { body };
}

export const projectProofs = (call: Call): Promise<Answer> =>
	proven(call, { kind: 'project', id: call.id }, call.id);
export const proofs = async (call: Call): Promise<Answer> => proven(call, ...scopeOf(call.query));

/** What the same networks rest on. */
export const projectSources = (call: Call): Promise<Answer> =>
	cited(call, { kind: 'project', id: call.id }, call.id);
export const sources = async (call: Call): Promise<Answer> => cited(call, ...scopeOf(call.query));

/** Where what is in the same networks stands. */
export const anyPlaces = async (call: Call): Promise<Answer> =>
	places(call, ...scopeOf(call.query));
