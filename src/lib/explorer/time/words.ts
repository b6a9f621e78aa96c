/** What the years say, in words: the bar, its slider and the live region share these sentences. */
import { m } from '#lib/i18n/paraglide/messages.js';
import { YEAR_CHANGES, type YearChange } from '#lib/network/years.ts';

export type ChangeCounts = Readonly<Record<YearChange, number>>;

export const CHANGE_WORDS: Record<YearChange, (words: { count: number }) => string> = {
	created: m.time_created,
	ended: m.time_ended,
	renewed: m.time_renewed,
	kept: m.time_kept
};

/** « 41 liens vivants, dont 12 sans date de début connue, comptés chaque année ». */
export function aliveWords({ alive, undated }: { alive: number; undated: number }): string {
	const known = m.time_alive({ count: alive });
	return undated > 0 ? `${known}, ${m.time_undated({ count: undated })}` : known;
}

/** The same when no year is chosen. */
export function allWords({ alive, undated }: { alive: number; undated: number }): string {
	const known = m.time_links({ count: alive });
	return undated > 0 ? `${known}, ${m.time_all_undated({ count: undated })}` : known;
}

/** « De 2015 à 2019 : 5 liens créés, 2 terminés, aucun renouvelé, 30 maintenus ». */
export const changesWords = (
	{ before, after }: { before: number; after: number },
	counts: ChangeCounts
): string =>
	m.time_said_between({
		before: String(before),
		after: String(after),
		changes: YEAR_CHANGES.map((change) =>
			change === 'created'
				? m.time_said_created({ count: counts.created })
				: CHANGE_WORDS[change]({ count: counts[change] })
		).join(', ')
	});
