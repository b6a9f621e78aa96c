import { isPartialDate, lastDay } from '#lib/domain/dates.ts';
import type { PictureAsked } from './tie-changes.ts';

const REVISION = /^r(\d{1,9})$/;

/** « r12 » is a revision of the data; a year, a month or a day is its last day. Nothing for anything else. */
export function pictureOf(text: string): PictureAsked | undefined {
	const revision = REVISION.exec(text)?.[1];
	if (revision !== undefined) return { revision: Number(revision) };
	return isPartialDate(text) ? { day: lastDay(text) } : undefined;
}
