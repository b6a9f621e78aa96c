/** Why a partner is suggested and what speaks against it, in words a person can repeat aloud. */
import type { Nearest } from '#lib/network/nearest.ts';
import type { Objection, Reason } from '#lib/network/suggestions/suggest.ts';
import { dateLabel, kindLabel, number } from './labels.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

/** More names than this are told as a number. */
const MOST_SAID = 3;

const join = (words: readonly string[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words);

function named(ids: readonly string[], nameOf: (id: string) => string): string {
	const said = ids.slice(0, ids.length > MOST_SAID ? MOST_SAID - 1 : MOST_SAID).map(nameOf);
	const rest = ids.length - said.length;
	return join(rest > 0 ? [...said, m.insight_and_others({ count: rest })] : said);
}

const kindsIn = (kinds: readonly string[]): string =>
	join(kinds.map((kind) => kindLabel({ label: 'SharedResource', kind })));

const distance = (km: number): string =>
	km < 1 ? m.insight_near() : m.insight_distance({ km: number(Math.round(km)) });

/** « 3 partenaires communs : A, B et C ». */
export function reasonPhrase(reason: Reason, nameOf: (id: string) => string): string {
	switch (reason.kind) {
		case 'partners':
		case 'resources':
		case 'projects': {
			const words = { count: reason.ids.length, names: named(reason.ids, nameOf) };
			if (reason.kind === 'partners') return m.insight_reason_partners(words);
			return reason.kind === 'resources'
				? m.insight_reason_resources(words)
				: m.insight_reason_projects(words);
		}
		case 'same_commune':
			return m.insight_reason_same_commune();
		case 'same_departement':
			return m.insight_reason_same_departement();
		case 'distance':
			return distance(reason.km);
		case 'offers':
			return m.insight_reason_offers({ kinds: kindsIn(reason.kinds) });
		case 'needs':
			return m.insight_reason_needs({ kinds: kindsIn(reason.kinds) });
		case 'usual':
			return m.insight_reason_usual();
	}
}

/** How near the nearest is: « même commune », « même intercommunalité, à 6 km », « à 12 km ». */
export function nearestPhrase(
	{ km, same }: Pick<Nearest, 'km' | 'same'>,
	sameEpci: boolean
): string {
	if (same === 'commune') return m.insight_reason_same_commune();
	if (!sameEpci) return km === undefined ? m.insight_reason_same_departement() : distance(km);
	if (km === undefined) return m.insight_same_epci();
	return m.insight_two({ first: m.insight_same_epci(), second: distance(km) });
}

/** « une coopération entre elles a pris fin en 2021 ». */
export function objectionPhrase(objection: Objection): string {
	switch (objection.kind) {
		case 'ended':
			return objection.until === undefined
				? m.insight_against_ended()
				: m.insight_against_ended_until({ until: dateLabel(objection.until) });
		case 'contested':
			return m.insight_against_contested();
		case 'far':
			return distance(objection.km);
		case 'other_region':
			return m.insight_against_other_region();
	}
}
