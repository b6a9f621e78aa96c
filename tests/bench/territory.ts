import type { Scope } from '#lib/domain/scope.ts';
import { openRepository } from '#lib/server/database.ts';
import { ensureLayouts } from '#lib/server/layouts.ts';
import type { Repository } from '#lib/server/repository.ts';
import { fictionalChangeSet } from '#lib/server/seed/fictional/change-set.ts';
import { fictionalOfSize } from '#lib/server/seed/fictional/territory.ts';
import { readNational } from './national.ts';

const AT = '2026-01-01T00:00:00.000Z';

async function filled(
	data: string,
	graph: Parameters<typeof fictionalChangeSet>[0],
	scopes?: readonly Scope[]
): Promise<Repository> {
	const repository = await openRepository({ data, neo4j: undefined });
	await repository.migrate();
	await repository.apply(fictionalChangeSet(graph, { name: 'mesures', at: AT }));
	// Nothing is left to lay out behind a measurement's back.
	await ensureLayouts(repository, { scopes });
	return repository;
}

/** A database under `data` with a fictional territory of so many drawn nodes and relations, laid out. */
export const fill = (data: string, nodes: number, relations: number): Promise<Repository> =>
	filled(data, fictionalOfSize(nodes, relations, 1));

/** A database under `data` with the national file, laid out. */
export const fillNational = async (data: string): Promise<Repository> =>
	filled(data, await readNational(), [{ kind: 'all' }]);
