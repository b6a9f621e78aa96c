import { isOrganisation } from '#lib/domain/entities.ts';
import { isOpinion } from '#lib/domain/opinions.ts';
import type { NetworkProofs, SourceRef } from '#lib/domain/views.ts';
import type { Network } from '#lib/network/model.ts';
import type { Repository } from '../repository.ts';
import { claimViews, readAround, relationViews } from './relation-views.ts';

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

/** Records, relations and claims of a network. Three queries, whatever its size. */
export async function networkProofs(
	repository: Repository,
	{ nodes, edges, day, revision }: Network
): Promise<NetworkProofs> {
	const relations = await repository.relations(edges.map(({ id }) => id));
	const ids = nodes.map(({ id }) => id);
	const reading = await readAround(repository, relations, ids);
	const records = ids.flatMap((id) => reading.nodes.get(id) ?? []);
	return {
		day,
		revision,
		organisations: records.filter(isOrganisation),
		resources: records.filter((node) => node.label === 'SharedResource'),
		projects: records.filter((node) => node.label === 'HealthProject'),
		relations: relationViews(reading, day),
		claims: ids.flatMap((about) => {
			const claims = claimViews(about, reading).filter((claim) => !isOpinion(claim));
			return claims.length > 0 ? { about, claims } : [];
		})
	};
}
