import type { Answer, Call } from './endpoint.ts';
import { refOf } from './node-ref.ts';
import { notFound } from './problem.ts';

/** What would be lost if a structure, a funder or a resource left: in sentences, and the sums by years. */
export async function departure(call: Call): Promise<Answer> {
	const { catalogue, id, query, sayDeparture } = call;
	const found = await catalogue.departure(id, { projectId: query.project, day: query.date });
	if (!found) throw notFound(id);
	const { departure: lost, node, nodes } = found;
	const items = sayDeparture(lost, (each) => nodes.get(each)?.name ?? each).map(
		({ kind, sentence, ids }) => ({
			kind,
			sentence,
			nodes: ids.flatMap((each) => {
				const named = nodes.get(each);
				return named ? [refOf(named)] : [];
			})
		})
	);
	return { body: { node: refOf(node), items, funding: lost.sums } };
}
