import type { NetworkNode } from '#lib/network/model.ts';
import { stopsOf } from '#lib/network/paths.ts';
import type { Answer, Call } from './endpoint.ts';
import { refOf } from './node-ref.ts';
import { ApiError, notFound } from './problem.ts';

/** @throws 400 when it is not said */
function said(name: 'from' | 'to', value: string | undefined): string {
	if (value !== undefined) return value;
	throw new ApiError({ status: 400, code: 'parameter', name, value: '', remedy: 'text' });
}

/**
 * The shortest ways between two nodes of a project's network, or of everything: relations alive on the
 * day, every family of cooperation and sharing. An empty list comes with its reason.
 */
export async function paths({ catalogue, query, sayPath }: Call): Promise<Answer> {
	const { project: projectId, date: day } = query;
	const [from, to] = [said('from', query.from), said('to', query.to)];
	const found = await catalogue.ways(from, to, { projectId, day });
	if ('missing' in found) throw notFound(found.missing);
	const nodeAt = (id: string): NetworkNode => {
		const node = found.nodes.get(id);
		if (!node) throw notFound(id);
		return node;
	};
	const items = found.paths.map((path) => ({
		length: path.length,
		nodes: stopsOf(path).map((id) => refOf(nodeAt(id))),
		relations: path.map((step) => step.relations.map(({ id }) => id)),
		sentence: sayPath(path, nodeAt)
	}));
	return {
		body: {
			from: refOf(found.from),
			to: refOf(found.to),
			...(found.none === undefined ? {} : { reason: found.none }),
			items
		}
	};
}
