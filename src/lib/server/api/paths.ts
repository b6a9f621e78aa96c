import type { Network, NetworkNode } from '#lib/network/model.ts';
import { areTied, pathsBetween, stopsOf, waysEver, waysOf } from '#lib/network/paths.ts';
import type { Answer, Call } from './endpoint.ts';
import { refOf } from './node-ref.ts';
import { ApiError, notFound } from './problem.ts';

function whyNone(network: Network, from: string, to: string): 'same' | 'past' | 'apart' {
	if (from === to) return 'same';
	return areTied(waysEver(network.edges), from, to) ? 'past' : 'apart';
}

/**
 * The shortest ways between two nodes of a project's network, or of everything: relations alive on the
 * day, every family of cooperation and sharing. An empty list comes with its reason.
 */
export async function paths({ catalogue, query, sayPath }: Call): Promise<Answer> {
	const { from, to, project, date } = query;
	for (const [name, value] of [
		['from', from],
		['to', to]
	] as const)
		if (value === undefined)
			throw new ApiError({ status: 400, code: 'parameter', name, value: '', remedy: 'text' });
	const prepared = await catalogue.network(
		project === undefined ? { kind: 'all' } : { kind: 'project', id: project },
		{ day: date }
	);
	if (!prepared) throw notFound(project ?? 'all');
	const { network } = prepared;
	const nodes = new Map(network.nodes.map((node) => [node.id, node]));
	const nodeAt = (id = ''): NetworkNode => {
		const node = nodes.get(id);
		if (!node) throw notFound(id);
		return node;
	};
	const ends = { from: nodeAt(from), to: nodeAt(to) };
	const found = pathsBetween(waysOf(network.edges), ends.from.id, ends.to.id);
	const items = found.map((path) => ({
		length: path.length,
		nodes: stopsOf(path).map((id) => refOf(nodeAt(id))),
		relations: path.map((step) => step.relations.map(({ id }) => id)),
		sentence: sayPath(path, nodeAt)
	}));
	return {
		body: {
			from: refOf(ends.from),
			to: refOf(ends.to),
			...(items.length === 0 ? { reason: whyNone(network, ends.from.id, ends.to.id) } : {}),
			items
		}
	};
}
