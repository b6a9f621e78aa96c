import type { Change, ChangeSet } from '#lib/domain/changes.ts';

/** What a page writes with, for the history. */
export interface Written {
	who: string;
	/** In a sentence. */
	why: string;
	/** The page it was written on. */
	page: string;
	/** ISO instant. */
	at: string;
}

/** Changes made on a page, as one change set. */
export const writtenOn = (
	{ who, why, at, page }: Written,
	changes: readonly Change[]
): ChangeSet => ({
	...{ who, why, at, changes },
	origin: { kind: 'page', name: page }
});
