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
	return openSqlite({ path: placeOf(config), busyTimeoutMs, onWait });
}

/** What people know the database by: its file, or its server's address. */
export const placeOf = ({ neo4j, data }: Pick<Config, 'neo4j' | 'data'>): string =>
	neo4j?.uri ?? join(data, SQLITE_FILE);

/** A database that lives in memory and goes with the process: the demonstration's, tests'. */
export async function openMemoryRepository(): Promise<Repository & Archive> {
	const { openSqlite } = await import('./sqlite/repository.ts');
	return openSqlite({ path: ':memory:' });
}
