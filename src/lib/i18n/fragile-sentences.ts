/** What would fall apart, in a sentence a person can say. */
import type { FragileNode, Side } from '#lib/network/fragile.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

/** More names than this are told as a number. */
const MOST_SAID = 5;

/** « Aides, La Marée et 3 autres »: all of a few, the first of many. */
export function namesOf(
	ids: readonly string[],
	count: number,
	nameOf: (id: string) => string
): string {
	const said = ids.slice(0, count > MOST_SAID ? MOST_SAID - 1 : MOST_SAID).map(nameOf);
	const rest = count - said.length;
	if (rest > 0) said.push(m.insight_and_others({ count: rest }));
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(said);
}

/** « Sans La Lanterne, quatre structures ne sont plus reliées : … ». */
export function fragileSentence(
	name: string,
	{ sides, lost }: Pick<FragileNode, 'sides' | 'lost'>,
	nameOf: (id: string) => string
): string {
	const names = namesOf(
		sides.flatMap(({ named }) => named),
		lost,
		nameOf
	);
	return m.insight_fragile_node({ name, count: lost, names });
}

/** « Un seul lien joint A et B : sans lui, trois structures sont coupées des autres : … ». */
export const fragileTieSentence = (
	[first, second]: readonly [string, string],
	{ count, named }: Side,
	nameOf: (id: string) => string
): string => m.insight_fragile_tie({ first, second, count, names: namesOf(named, count, nameOf) });
