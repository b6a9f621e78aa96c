import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Archive } from './archive.ts';
import type { Repository } from './repository.ts';

/** The name of the SQLite file in `MAILLAGE_DATA`. */
export const SQLITE_FILE = 'maillage.sqlite';

/** How long a writer waits for another process, in milliseconds, and who is told that it does. */
export interface Waiting {
	patienceMs?: number;
	onWait?: () => void;
}

/**
 * The database this instance is configured for: Neo4j when `NEO4J_URI` is set, else the SQLite file.
 * Neither is asked anything yet: `migrate()` comes next. Each driver is loaded only when it is used.
 */
export async function openRepository(
	config: Pick<Config, 'neo4j' | 'data'>,
	waiting: Waiting = {}
): Promise<Repository & Archive> {
	if (config.neo4j) {
		const { openNeo4jRepository } = await import('./neo4j/index.ts');
		return openNeo4jRepository({ ...config.neo4j, ...waiting });
	}
	const { openSqlite } = await import('./sqlite/repository.ts');
	const { patienceMs: busyTimeoutMs, onWait } = waiting;
	return openSqlite({ path: join(config.data, SQLITE_FILE), busyTimeoutMs, onWait });
}

/** The path of the SQLite file when that is the database and there is no file yet. */
export function missingFile({ neo4j, data }: Pick<Config, 'neo4j' | 'data'>): string | undefined {
	const path = join(data, SQLITE_FILE);
	return neo4j || existsSync(path) ? undefined : path;
}

/** A database that lives in memory and goes with the process: the demonstration's, tests'. */
export async function openMemoryRepository(): Promise<Repository & Archive> {
	const { openSqlite } = await import('./sqlite/repository.ts');
	return openSqlite({ path: ':memory:' });
}
