/** What a departure would cost, in sentences a person can say. */
import type { Departure, LostSum } from '#lib/network/departure.ts';
import { isWithoutLoss } from '#lib/network/departure.ts';
import { namesOf } from './fragile-sentences.ts';
import { amount, periodLabel, stageLabel } from './labels.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

export const LOSSES = [
	'funding',
	'only_funder',
	'premises',
	'resource',
	'project',
	'alone',
	'group',
	'not_counted',
	'nothing'
] as const;

/** One sentence, and the nodes it speaks of. */
export interface DepartureLine {
	kind: (typeof LOSSES)[number];
	sentence: string;
	ids: readonly string[];
}

const stageWord = (stage: LostSum['stage']): string =>
	stage === 'unknown' ? m.departure_no_stage() : stageLabel(stage);

/** « 120 000 € (accordé, 2024), 1 montant inconnu (accordé, 2024) ». */
function sumWords(sums: readonly LostSum[]): string {
	const said = sums.flatMap(({ period, since, stage, eur, known, unknown }) => {
		const begun = since === undefined ? m.departure_no_period() : periodLabel({ since });
		const words = { stage: stageWord(stage), period: period?.replace('-', '–') ?? begun };
		return [
			...(known > 0 ? [m.departure_sum({ ...words, amount: amount(eur) })] : []),
			...(unknown > 0 ? [m.departure_sum_unknown({ ...words, count: unknown })] : [])
		];
	});
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(said);
}

/** Everything that would be lost, what weighs most first; one sentence when nothing would. */
export function departureLines(
	departure: Departure,
	nameOf: (id: string) => string
): DepartureLine[] {
	const lines: DepartureLine[] = [];
	const say = (
		kind: DepartureLine['kind'],
		ids: readonly string[],
		sentence: (words: { count: number; names: string }) => string,
		more: readonly string[] = []
	): void => {
		if (ids.length === 0) return;
		const words = { count: ids.length, names: namesOf(ids, ids.length, nameOf) };
		lines.push({ kind, sentence: sentence(words), ids: [...ids, ...more] });
	};
	const each = (ids: readonly string[]): string[] => [...new Set(ids)];

	const { funding, premises, sums } = departure;
	say('funding', each(funding.map(({ to }) => to)), ({ count }) =>
		m.departure_funding({ count, sums: sumWords(sums) })
	);
	const only = funding.filter((one) => one.only).map(({ to }) => to);
	say('only_funder', each(only), m.departure_only);
	for (const place of each(premises.flatMap(({ resource }) => resource ?? []))) {
		const ids = premises.filter(({ resource }) => resource === place).map(({ who }) => who);
		const resource = nameOf(place);
		say('premises', each(ids), (words) => m.departure_premises({ ...words, resource }), [place]);
	}
	const hosted = premises.filter(({ resource }) => resource === undefined).map(({ who }) => who);
	say('premises', each(hosted), m.departure_hosted);
	for (const { id, users } of departure.resources) {
		const resource = nameOf(id);
		say('resource', users, (words) => m.departure_resource({ ...words, resource }), [id]);
	}
	say('project', departure.projects, m.departure_projects);
	say('alone', departure.alone, m.departure_alone);
	for (const group of departure.groups)
		say('group', group, ({ names }) => m.departure_group({ names, count: departure.rest }));
	if (isWithoutLoss(departure))
		lines.push({ kind: 'nothing', sentence: m.departure_nothing(), ids: [] });
	if (departure.fundingOver > 0) {
		const sentence = m.departure_over({ count: departure.fundingOver });
		lines.push({ kind: 'not_counted', sentence, ids: [] });
	}
	return lines;
}
