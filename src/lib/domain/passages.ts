/** A passage of a proposal as somebody wrote it: words of a team, never facts of the graph. */
export interface StoredPassage {
	/** What the dossier is of, its framework and its language: `prj-x:pts:fr`. */
	dossier: string;
	/** Its place there: the section's id, a dot, the subject's. */
	passage: string;
	/** From one, without a gap. */
	version: number;
	/** Absent where a version gives the place back to what the data say. */
	text?: string | undefined;
	/** What the data said when this was written, to tell later what changed in them. */
	base: string;
	/** ISO instant. */
	at: string;
	who: string;
}

/** A version without its words, for a list of them. */
export type PassageVersion = Pick<StoredPassage, 'version' | 'at' | 'who'>;

/** More characters than that in one passage are refused. */
export const MOST_PASSAGE_CHARACTERS = 200_000;
