import type { Catalogue } from './catalogue.ts';
import type { Config } from './config.ts';
import { openMemoryRepository, openRepository } from './database.ts';
import { DatabaseUnavailableError } from './errors.ts';
import { fillDemonstration, fillStarter } from './seed/fill.ts';
import { createService } from './service.ts';

/** The running program as pages and endpoints see it, in `event.locals.app`. */
export interface App {
	/** The real set, in the configured database. */
	catalogue: Catalogue;
	/** The fictional territory of `/demonstration`, in memory, apart from everything. */
	demonstration: Catalogue;
	/** Who runs this instance; each absent until configured, and then not shown. */
	operator: { name?: string; contact?: string; sourceUrl?: string };
	mode: 'local' | 'public';
	/** Resolves when the database answers. @throws the repository's errors */
	ready(): Promise<void>;
	close(): Promise<void>;
}

/** The database cannot serve and waiting will not help: the program says so and ends. */
export class StartupError extends Error {
	override name = 'StartupError';
	readonly exitCode = 3;
}

/**
 * Opens the configured database, upgrades it and seeds it when it is empty. A server that is away does
 * not stop the program: it starts, says so on its pages, and tries again as requests come.
 * @throws {StartupError} caused by an embedded file that cannot be used, or a database that is not ours
 */
export async function createApp(
	config: Config,
	options: { onError?: (error: unknown) => void } = {}
): Promise<App> {
	const onError = options.onError ?? (() => undefined);
	const kind = config.neo4j ? 'neo4j' : 'sqlite';
	const open = () => openRepository(config);
	const real = createService({ kind, open, fill: fillStarter, onError });
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
			throw new StartupError('database', { cause: error });
		}
		onError(error);
	}
	return {
		catalogue: real.catalogue,
		demonstration: demonstration.catalogue,
		operator: config.operator,
		mode: config.mode,
		ready: () => real.ready(),
		close
	};
}
