import type { SourceRef } from '#lib/domain/views.ts';
import type { Network } from '#lib/network/model.ts';
import type { Repository } from '../repository.ts';

/** The sources the relations of a network rest on, by id. One query. */
export async function citedSources(
	repository: Repository,
	{ edges }: Pick<Network, 'edges'>
): Promise<SourceRef[]> {
	const ids = [...new Set(edges.flatMap((edge) => edge.sources))].sort();
	const nodes = new Map((await repository.nodes(ids)).map((node) => [node.id, node]));
	return ids.flatMap((id) => {
		const node = nodes.get(id);
		if (node?.label !== 'Source') return [];
		const { name, publisher, year, url, section, accessed } = node;
		return [{ id, name, publisher, year, url, section, accessed }];
	});
}
