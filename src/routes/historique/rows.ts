import { momentLabel, originLabel, recordCounts, reasonSaid } from '#lib/i18n/history-sentences.ts';
import type { PastRevision } from '#lib/server/catalogue/history.ts';

/** A revision as its row and the head of its page say it. */
export const revisionRow = (revision: PastRevision) => ({
	number: revision.number,
	kind: originLabel(revision.origin.kind),
	why: reasonSaid(revision),
	who: revision.who,
	at: revision.at,
	moment: momentLabel(revision.at),
	counts: recordCounts(revision),
	undoneBy: revision.undoneBy
});
export type RevisionRow = ReturnType<typeof revisionRow>;
