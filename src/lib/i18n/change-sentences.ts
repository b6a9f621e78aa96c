/** What changed in a tie, in a sentence. */
import { TIE_CHANGES, type TieChange, type TieChangeKind } from '#lib/network/tie-changes.ts';
import { dateLabel } from './labels.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';
import { tieFacts, tiePhrase } from './tie-sentences.ts';

const HEAD: Record<TieChangeKind, () => string> = {
	appeared: m.changes_appeared,
	ended: m.changes_ended,
	withdrawn: m.changes_withdrawn,
	sourced: m.changes_sourced,
	contested: m.changes_contested,
	confirmed: m.changes_confirmed
};
const COUNT: Record<TieChangeKind, (words: { count: number }) => string> = {
	appeared: m.changes_count_appeared,
	ended: m.changes_count_ended,
	withdrawn: m.changes_count_withdrawn,
	sourced: m.changes_count_sourced,
	contested: m.changes_count_contested,
	confirmed: m.changes_count_confirmed
};

/** « Liens apparus ». */
export const changeHeading = (kind: TieChangeKind): string => HEAD[kind]();

/** The tie itself: « La Lanterne coopère avec Le Phare, depuis 2019 ». */
export const changedTie = ({ edge, source, target }: TieChange): string =>
	`${tiePhrase(edge.type, source, target)}${tieFacts(edge)}`;

/** « Apparu : La Lanterne coopère avec Le Phare, depuis 2019. » */
export const changeSentence = (change: TieChange): string =>
	m.changes_one({ what: changeHeading(change.kind), tie: changedTie(change) });

/** « 12 apparus, 3 terminés et 1 contesté », what did not happen left out; nothing when nothing did. */
export function countsPhrase(counts: Readonly<Record<TieChangeKind, number>>): string | undefined {
	const said = TIE_CHANGES.flatMap((kind) =>
		counts[kind] > 0 ? [COUNT[kind]({ count: counts[kind] })] : []
	);
	if (said.length === 0) return undefined;
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(said);
}

/** « le 31 décembre 2020 », or a state of the data. */
export const pictureWords = (
	picture: { day: string; revision: number },
	isRevision: boolean
): string =>
	isRevision
		? m.changes_at_revision({ number: String(picture.revision) })
		: m.changes_on_day({ date: dateLabel(picture.day) });
