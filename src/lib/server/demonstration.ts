import type { Repository } from './repository.ts';
import { fictionalChangeSet } from './seed/fictional/change-set.ts';
import { DEMONSTRATION_PROJECT_ID, demonstrationTerritory } from './seed/fictional/demonstration.ts';

export { DEMONSTRATION_PROJECT_ID };

/** Writes the fictional territory of `/demonstration` into an empty database. */
export const fillDemonstration = (repository: Repository): Promise<unknown> =>
	repository.apply(
		fictionalChangeSet(demonstrationTerritory(), {
			name: DEMONSTRATION_PROJECT_ID,
			at: new Date().toISOString()
		})
	);
