/** What could be done for a structure that stands apart, in a sentence a person can say. */
import type { IsolationClass } from '#lib/network/model.ts';
import { namesOf } from './fragile-sentences.ts';
import { dateLabel, isolationReasons } from './labels.ts';
import { m } from './paraglide/messages.js';

const WITH: Record<IsolationClass, (words: { name: string; partners: string }) => string> = {
	no_tie: m.insight_do_no_tie,
	no_horizontal_tie: m.insight_do_no_horizontal_tie,
	outside_only: m.insight_do_outside_only,
	detached_group: m.insight_do_detached_group,
	single_bridge: m.insight_do_single_bridge,
	absent: m.insight_do_absent
};
const ALONE: Record<IsolationClass, (words: { partners: string }) => string> = {
	no_tie: m.insight_do_alone_no_tie,
	no_horizontal_tie: m.insight_do_alone_no_horizontal_tie,
	outside_only: m.insight_do_alone_outside_only,
	detached_group: m.insight_do_alone_detached_group,
	single_bridge: m.insight_do_alone_single_bridge,
	absent: m.insight_do_alone_absent
};

const said = (names: readonly string[]): string => namesOf(names, names.length, (name) => name);

/** « coopère aussi hors de ce réseau, avec X et Y »; nothing when nobody is known there. */
const alsoElsewhere = (names: readonly string[]): string =>
	names.length > 0 ? m.insight_apart_elsewhere_too({ names: said(names) }) : '';

/** Why a structure stands apart: the families or partners it has here, and those it has elsewhere. */
export const apartReasons = (
	row: Parameters<typeof isolationReasons>[0],
	partners: readonly string[],
	elsewhere: readonly string[]
): string =>
	[isolationReasons(row, partners), alsoElsewhere(elsewhere)].filter(Boolean).join(' · ');

/**
 * What could be done, naming the likeliest partner when one is suggested. Not everything goes through the
 * one partner it has here when it has others elsewhere.
 */
export function whatToDo(
	of: IsolationClass,
	partners: readonly string[],
	likeliest: string | undefined,
	elsewhere: readonly string[] = []
): string {
	const words = { partners: said(partners) };
	if (of === 'single_bridge' && elsewhere.length > 0)
		return likeliest === undefined
			? m.insight_do_alone_elsewhere({ ...words, elsewhere: said(elsewhere) })
			: m.insight_do_elsewhere({ ...words, elsewhere: said(elsewhere), name: likeliest });
	return likeliest === undefined ? ALONE[of](words) : WITH[of]({ ...words, name: likeliest });
}

/** « sa dernière coopération connue a pris fin en 2021 ». */
export const apartSince = (date: string): string => m.insight_since({ date: dateLabel(date) });
