import type { Revision } from '#lib/domain/changes.ts';
import { dateLabel } from './labels.ts';
import { m } from './paraglide/messages.js';

/** The day of an instant, as a reader in France counts days. */
export const dayOf = (at: string): string =>
	dateLabel(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date(at)));

const SHOWN = 5;

const revisionPhrase = ({ number, why, who, at }: Revision): string =>
	m.import_revision({ number, why, who, day: dayOf(at) });

/** Why a revision is not taken back, and what to take back first. */
export function undoRefusalSentence(refusal: {
	reason: 'unknown' | 'not_undoable' | 'later';
	number: number;
	later: readonly Revision[];
}): string {
	const { reason, number, later } = refusal;
	if (reason === 'unknown') return m.import_undo_unknown({ number });
	if (reason === 'not_undoable') return m.import_undo_lasting({ number });
	const already = later.find(({ origin }) => origin.kind === 'undo' && origin.revision === number);
	if (already) return m.import_undo_done_before({ number, by: already.number });
	// The last ones first: each rests on those before it.
	const list = later.slice(-SHOWN).reverse().map(revisionPhrase).join(', ');
	return m.import_undo_later({ number, list });
}
