import { openRepository } from '#lib/server/database.ts';
import { ensureLayouts } from '#lib/server/layouts.ts';
import type { Repository } from '#lib/server/repository.ts';
import { fictionalChangeSet } from '#lib/server/seed/fictional/change-set.ts';
import { fictionalOfSize } from '#lib/server/seed/fictional/territory.ts';
import { PROJECT_SCOPE } from './scope.ts';

/** A database under `data` with a fictional territory of so many drawn nodes and relations, laid out. */
export async function fill(data: string, nodes: number, relations: number): Promise<Repository> {
	const repository = await openRepository({ data, neo4j: undefined });
	await repository.migrate();
	const graph = fictionalOfSize(nodes, relations, 1);
	const at = '2026-01-01T00:00:00.000Z';
	await repository.apply(fictionalChangeSet(graph, { name: 'mesures', at }));
	await ensureLayouts(repository, { scopes: [PROJECT_SCOPE] });
	return repository;
}
