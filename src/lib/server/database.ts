import type { Config } from './config.ts';
import type { Repository } from './repository.ts';

// Loaded by name until both adapters are in the tree: each exports one opening function.
const adapter = async (path: string): Promise<Record<string, unknown>> =>
	(await import(/* @vite-ignore */ path)) as Record<string, unknown>;

async function open(path: string, name: string, argument: unknown): Promise<Repository> {
	const make = (await adapter(path))[name];
	if (typeof make !== 'function') throw new TypeError(`${path} has no ${name}`);
	return (await make(argument)) as Repository;
}

/**
 * The database this instance is configured for: Neo4j when `NEO4J_URI` is set, else the SQLite file.
 * Neither is asked anything yet: `migrate()` comes next. Each driver is loaded only when it is used.
 */
export async function openRepository(config: Pick<Config, 'neo4j' | 'data'>): Promise<Repository> {
	return config.neo4j
		? (await import('./neo4j/index.ts')).openNeo4jRepository(config.neo4j)
		: open('./sqlite/index.ts', 'openSqliteRepository', config.data);
}

/** A database that lives in memory and goes with the process: the demonstration's, tests'. */
export function openMemoryRepository(): Promise<Repository> {
	return open('./sqlite/index.ts', 'openSqliteRepository', ':memory:');
}
