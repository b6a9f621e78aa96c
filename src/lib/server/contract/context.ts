import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Change, ChangeSet, Revision } from '#lib/domain/changes.ts';
import { invertChange } from '#lib/domain/changes.ts';
import type { Archive } from '../archive.ts';
import type { Repository, StoredRecord } from '../repository.ts';
import { CREATIONS, changeSet } from './fixture.ts';

/**
 * Opens an empty database, not yet migrated. The one opened before is closed by then, so the same
 * server may be emptied and used again.
 */
export type Open = () => Promise<Repository & Archive>;

const CLOSED = (): never => {
	throw new Error('the repository is opened by a hook of the suite');
};

async function openEmpty(open: Open): Promise<Repository & Archive> {
	const repository = await open();
	await repository.migrate();
	return repository;
}

/** An empty repository for each test of the `describe` it is called in. */
export function freshRepository(open: Open): () => Repository & Archive {
	let current: (Repository & Archive) | undefined;
	beforeEach(async () => {
		current = await openEmpty(open);
	});
	afterEach(async () => {
		await current?.close();
		current = undefined;
	});
	return () => current ?? CLOSED();
}

/** One repository holding the fixture for all tests of the `describe`, which only read it. */
export function fixtureRepository(open: Open): () => Repository {
	let current: Repository | undefined;
	beforeAll(async () => {
		current = await openEmpty(open);
		await current.apply(changeSet(CREATIONS));
	});
	afterAll(async () => {
		await current?.close();
		current = undefined;
	});
	return () => current ?? CLOSED();
}

export async function allRecords(repository: Repository): Promise<StoredRecord[]> {
	const records: StoredRecord[] = [];
	for await (const record of repository.records()) records.push(record);
	return records;
}

/** The change set that takes back `revision`, made from what the repository kept. */
export async function undoOf(repository: Repository, number: number): Promise<ChangeSet> {
	const changes = (await repository.changesOf(number)) ?? [];
	return changeSet(changes.map(invertChange), { origin: { kind: 'undo', revision: number } });
}

/** Applies and expects a revision. */
export async function applied(
	repository: Repository,
	changes: readonly Change[]
): Promise<Revision> {
	const revision = await repository.apply(changeSet(changes));
	if (!revision) throw new Error('the change set was expected to change something');
	return revision;
}

/** What `promise` is refused with. */
export async function refusal(promise: Promise<unknown>): Promise<unknown> {
	try {
		await promise;
	} catch (error) {
		return error;
	}
	throw new Error('expected a refusal');
}

export const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
