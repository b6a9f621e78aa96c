import type { Catalogue } from './catalogue.ts';
import type { Config } from './config.ts';
import { openMemoryRepository, openRepository } from './database.ts';
import { fillDemonstration } from './demonstration.ts';
import { DatabaseUnavailableError } from './errors.ts';
import { createService } from './service.ts';
import { fillStarter, SeedRefusedError } from './starter.ts';

/** The running program as pages and endpoints see it, in `event.locals.app`. */
export interface App {
	/** The real set, in the configured database. */
	catalogue: Catalogue;
	/** The fictional territory of `/demonstration`, in memory, apart from everything. */
	demonstration: Catalogue;
	/** Who runs this instance; each absent until configured, and then not shown. */
	operator: { name?: string; contact?: string; sourceUrl?: string };
	mode: 'local' | 'public';
	/** Folder of what this instance keeps, on SQLite and beside Neo4j. */
	data: string;
	/** Where the real set is, for threads that open it for themselves. */
	database: Pick<Config, 'neo4j' | 'data'>;
	/** Style of the map's background, on another host; absent: the bundled one. */
	mapStyleUrl: string | undefined;
	/** Resolves when the database answers. @throws the repository's errors */
	ready(): Promise<void>;
	close(): Promise<void>;
}

/** The program cannot serve and waiting will not help: its `cause` says why, and it ends. */
export class StartupError extends Error {
	override name = 'StartupError';
	/** 1 when the data were refused, 3 when the database cannot be used. */
	readonly exitCode: 1 | 3;
	constructor(cause: unknown) {
		super('start', { cause });
		this.exitCode = cause instanceof SeedRefusedError ? 1 : 3;
	}
}

/**
 * Opens the configured database, upgrades it and seeds it when it is empty. A server that is away does
 * not stop the program: it starts, says so on its pages, and tries again as requests come. Nor does one
 * that is being filled, which takes half a minute: pages say so meanwhile. A file takes seconds, and is
 * waited for, so that the first page is the gallery.
 * @throws {StartupError} caused by a database that cannot be used, or a damaged seed
 */
export async function createApp(
	config: Config,
	options: { onError?: (error: unknown) => void } = {}
): Promise<App> {
	const onError = options.onError ?? (() => undefined);
	const kind = config.neo4j ? 'neo4j' : 'sqlite';
	const open = () => openRepository(config);
	const where = config.neo4j?.uri;
	const { neo4j, data } = config;
	const database = { neo4j, data };
	const real = createService({ kind, open, fill: fillStarter, where, database, onError });
	const demonstration = createService({
		kind: 'sqlite',
		open: openMemoryRepository,
		fill: fillDemonstration,
		onError
	});
	const close = async () => {
		await real.close();
		await demonstration.close();
	};
	try {
		await real.ready();
	} catch (error) {
		if (kind === 'sqlite' || !(error instanceof DatabaseUnavailableError)) {
			await close();
			throw new StartupError(error);
		}
		if (error.reason !== 'preparing') onError(error);
	}
	return {
		catalogue: real.catalogue,
		demonstration: demonstration.catalogue,
		operator: config.operator,
		mode: config.mode,
		data: config.data,
		database,
		mapStyleUrl: config.mapStyleUrl,
		ready: () => real.ready(),
		close
	};
}
