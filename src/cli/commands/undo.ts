import { dayOf, undoRefusalSentence } from '#lib/i18n/undo-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { undoRevision, UndoRefusedError } from '#lib/server/import/undo.ts';
import { withRepository, type Context } from '../context.ts';
import { EXIT, Refusal } from '../terminal.ts';

/** `maillage undo`: takes a revision back, or says which later ones prevent it. */
export const undo = (context: Context, number: number, { by }: { by?: string }): Promise<void> =>
	withRepository(
		context,
		async (repository) => {
			try {
				const revision = await undoRevision(repository, number, { who: by ?? m.import_someone() });
				context.terminal.result([m.import_undone({ number, by: revision.number })], {
					undone: number,
					revision: revision.number
				});
			} catch (error) {
				if (!(error instanceof UndoRefusedError)) throw error;
				const later = error.later.map(({ number: each, why, who, at }) => ({
					number: each,
					why,
					who,
					day: dayOf(at)
				}));
				throw new Refusal(
					error.reason === 'unknown' ? EXIT.wrongCall : EXIT.refused,
					[undoRefusalSentence(error)],
					{ reason: error.reason, number, later }
				);
			}
		},
		{ waits: true }
	);
