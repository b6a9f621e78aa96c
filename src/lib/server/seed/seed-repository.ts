import type { Revision } from '#lib/domain/changes.ts';
import type { Repository } from '../repository.ts';
import type { SeedRecords } from './read-seed.ts';
import { seedChangeSet } from './seed-change-set.ts';
import { readSeededGraph } from './seeded-graph.ts';

export interface Seeding {
	/** `null` when the database already said all of it. */
	revision: Revision | null;
	/** Ids of records left as people made them although the seed says otherwise. */
	kept: string[];
}

/**
 * Brings the seed to a migrated database in one transaction: interrupted, nothing was written and
 * the next call does it all. Called again it writes nothing; what people changed is kept.
 *
 * Errors: those of `Repository.apply`; `ConflictError` when somebody writes at the same moment.
 */
export async function seedRepository(
	repository: Repository,
	records: SeedRecords,
	now: Date = new Date()
): Promise<Seeding> {
	const graph = await readSeededGraph(repository);
	const { changeSet, kept } = seedChangeSet(records, graph, now.toISOString());
	return { revision: await repository.apply(changeSet), kept };
}

/** Kept beside the layouts: the one mark both databases can bear without a revision. */
const EMPTY_ON_PURPOSE = 'seed:empty';

/** Marks a database as empty on purpose: the program will not fill it by itself. */
export async function markEmpty(repository: Repository): Promise<void> {
	const revision = await repository.dataRevision();
	const mark = { key: EMPTY_ON_PURPOSE, version: 0, revision, fingerprint: '', data: '' };
	await repository.saveLayout(mark);
}

/** True for a database nothing was ever written to and that nobody asked to stay empty. */
export async function awaitsSeed(repository: Repository): Promise<boolean> {
	if ((await repository.dataRevision()) > 0) return false;
	return (await repository.layout(EMPTY_ON_PURPOSE)) === undefined;
}
