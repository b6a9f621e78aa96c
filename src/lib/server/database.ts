import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Archive } from './archive.ts';
import type { Repository } from './repository.ts';

/** The name of the SQLite file in `MAILLAGE_DATA`. */
export const SQLITE_FILE = 'maillage.sqlite';

/** How long a writer waits for another one, in milliseconds, who is told that it does, and who may end it. */
export interface Waiting {
	patienceMs?: number;
	onWait?: () => void;
	/** Heard between two tries on SQLite; a server answers when it does. */
	signal?: AbortSignal;
}

/** As long as the largest file of ours takes to be written by somebody else, many times over. */
export const LONG_PATIENCE_MS = 15 * 60_000;

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
		const { patienceMs, onWait } = waiting;
		return openNeo4jRepository({ ...config.neo4j, patienceMs, onWait });
	}
	const { openSqlite } = await import('./sqlite/repository.ts');
	const { patienceMs: busyTimeoutMs, onWait, signal } = waiting;
	return openSqlite({ path: placeOf(config), busyTimeoutMs, onWait, signal });
}

/** What people know the database by: its file, or its server's address. */
export const placeOf = ({ neo4j, data }: Pick<Config, 'neo4j' | 'data'>): string =>
	neo4j?.uri ?? join(data, SQLITE_FILE);

/** A database that lives in memory and goes with the process: the demonstration's, tests'. */
export async function openMemoryRepository(): Promise<Repository & Archive> {
	const { openSqlite } = await import('./sqlite/repository.ts');
	return openSqlite({ path: ':memory:' });
}
