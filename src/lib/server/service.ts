import type { Catalogue } from './catalogue.ts';
import { createCatalogue } from './catalogue/create.ts';
import { Slices } from './catalogue/slices.ts';
import { ensureLayouts } from './layouts.ts';
import { layoutComputer } from './layouts/compute.ts';
import { LayoutKeeper } from './layouts/keeper.ts';
import { LayoutWatch } from './layouts/watch.ts';
import { dividedCatalogue } from './reading/divided.ts';
import { readingThread, type ThreadData } from './reading/thread.ts';
import type { Repository } from './repository.ts';
import { RetryingRepository } from './retrying-repository.ts';
import { isFictionalOrigin } from './seed/fictional/change-set.ts';

/** One repository with what reads it: the real set is one, the demonstration another. */
export interface Service {
	catalogue: Catalogue;
	/** Resolves when the database answers, upgraded and filled. @throws the repository's errors */
	ready(): Promise<void>;
	close(): Promise<void>;
}

/**
 * @param options.open gives the repository, without asking it anything yet
 * @param options.fill writes what an empty database starts with; true when it did. From the moment it
 *   calls `writing`, a service that has a `where` answers that its data are being prepared
 */
export function createService(options: {
	kind: Repository['kind'];
	open: () => Promise<Repository>;
	fill: (repository: Repository, writing: () => void) => Promise<boolean>;
	/** Set where filling takes longer than a reader waits. */
	where?: string | undefined;
	/** The database a thread may open too; absent when it is in memory. */
	database?: ThreadData['database'] | undefined;
	onError: (error: unknown) => void;
}): Service {
	let fictional = false;
	let opened: Repository | undefined;
	const computer = layoutComputer();
	const repository = new RetryingRepository(options.kind, async (preparing) => {
		opened ??= await options.open();
		await opened.migrate();
		const filled = await options.fill(opened, () => {
			if (options.where !== undefined) preparing(options.where);
		});
		fictional = isFictionalOrigin(await opened.revision(1));
		// The first page of a fresh start shows every miniature: better laid out before it is asked for.
		if (filled) await ensureLayouts(opened, { keeper: new LayoutKeeper(opened, computer) });
		return opened;
	});
	const layouts = new LayoutKeeper(repository, computer, options.onError);
	const slices = new Slices(repository);
	const thread = readingThread(options.database, () => fictional, options.onError);
	const watch = thread ?? new LayoutWatch(repository, slices, layouts, options.onError);
	const here = createCatalogue(repository, {
		...{ layouts, slices },
		fictional: () => fictional,
		onRevision: (revision) => watch.notice(revision)
	});
	const catalogue = thread ? dividedCatalogue(here, thread) : here;
	return {
		catalogue,
		async ready() {
			await repository.ping();
			watch.notice(await repository.dataRevision());
		},
		async close() {
			await watch.close();
			await computer.close();
			await opened?.close();
		}
	};
}
