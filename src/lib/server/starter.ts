import type { Repository } from './repository.ts';
import { seedDirectory } from './seed/location.ts';
import { readSeed } from './seed/read-seed.ts';
import type { SeedProblem } from './seed/seed-problem.ts';
import { awaitsSeed, seedRepository } from './seed/seed-repository.ts';

/** The seed's files are damaged. Nothing was written. */
export class SeedRefusedError extends Error {
	override name = 'SeedRefusedError';
	constructor(readonly problems: readonly SeedProblem[]) {
		super(problems.map((p) => `${p.file}:${p.line ?? ''} ${p.code}`).join(', '));
	}
}

/**
 * Writes the sourced set into a database that nothing was ever written to, in one transaction.
 * @param writing called once the files are read and found right, before anything is written
 * @returns true when it did; false for a database that has data, or was asked to stay empty
 * @throws {SeedRefusedError}
 */
export async function fillStarter(
	repository: Repository,
	writing: () => void = () => undefined
): Promise<boolean> {
	if (!(await awaitsSeed(repository))) return false;
	const reading = await readSeed(seedDirectory());
	if (!reading.ok) throw new SeedRefusedError(reading.problems);
	writing();
	await seedRepository(repository, reading.value);
	return true;
}
