import { fileRefusalSentence } from '#lib/i18n/import-file-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { undoRefusalSentence } from '#lib/i18n/undo-sentences.ts';
import { FileRefusedError } from '#lib/import/problem.ts';
import { ConflictError } from '#lib/server/errors.ts';
import { FictionalDatabaseError, UnknownProjectError } from '#lib/server/import/import-file.ts';
import { UndoRefusedError } from '#lib/server/import/undo.ts';

/** An error of an import or of its undoing in words; anything else is thrown again. */
export function inWords(problem: unknown): string {
	if (problem instanceof FileRefusedError) return fileRefusalSentence(problem);
	if (problem instanceof FictionalDatabaseError) return m.import_fictional();
	if (problem instanceof UnknownProjectError)
		return m.import_unknown_project_id({ id: problem.id });
	if (problem instanceof UndoRefusedError) return undoRefusalSentence(problem);
	if (problem instanceof ConflictError) return m.import_conflict();
	throw problem;
}
