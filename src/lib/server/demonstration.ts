import type { Repository } from './repository.ts';
import { fictionalChangeSet } from './seed/fictional/change-set.ts';
import {
	DEMONSTRATION_PROJECT_ID,
	demonstrationTerritory
} from './seed/fictional/demonstration.ts';

/** Writes the fictional territory of `/demonstration` into an empty database. */
export async function fillDemonstration(repository: Repository): Promise<boolean> {
	const about = { name: DEMONSTRATION_PROJECT_ID, at: new Date().toISOString() };
	await repository.apply(fictionalChangeSet(demonstrationTerritory(), about));
	return true;
}
