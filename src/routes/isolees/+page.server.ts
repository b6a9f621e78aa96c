import { departementName } from '#lib/domain/vocabulary/departements.ts';
import { APART } from '#lib/network/isolation.ts';
import { dateLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { RejoinedStructure } from '#lib/server/catalogue.ts';
import { pageNumber } from '../page-number.ts';
import { said } from './said.server.ts';
import { askedIn, selectApart } from './selection.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 25;
/** A longer list would no longer be news. */
const MOST_REJOINED = 12;

function countBy<T>(items: readonly T[], keys: (item: T) => Iterable<string | undefined>) {
	const counts: Record<string, number> = {};
	for (const item of items)
		for (const name of new Set(keys(item)))
			if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}

/** The latest first, each structure once. */
function newest(rows: readonly RejoinedStructure[]) {
	const partners = new Intl.ListFormat(getLocale(), { type: 'conjunction' });
	const latest = [...rows].sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0));
	return [...new Map(latest.reverse().map((row) => [row.actorId, row])).values()]
		.reverse()
		.slice(0, MOST_REJOINED)
		.map(({ actorId: id, name, kind, since, withNames }) => ({
			node: { id, label: 'Actor' as const, kind, name },
			phrase: m.insight_rejoined({
				date: dateLabel(since),
				partners: partners.format(withNames)
			})
		}));
}

export const load: PageServerLoad = async ({ locals, url: { searchParams: params } }) => {
	const { catalogue } = locals.app;
	const asked = askedIn(params);
	const { all, placed, chosen, rejoined, absent, undocumented } = await selectApart(
		catalogue,
		asked
	);
	const { region, departement } = asked;
	const known = await catalogue.repository.count({
		labels: ['Actor', 'Funder'],
		region,
		departement
	});
	const pages = Math.max(1, Math.ceil(chosen.length / PAGE));
	const page = pageNumber(params.get('page'), pages);
	return {
		asked,
		place: departement && departementName(departement),
		total: chosen.length,
		absent,
		byClass: countBy(placed, ({ grounds }) => grounds.map((ground) => ground.class)),
		byCoverage: countBy(chosen, ({ grounds }) =>
			grounds.flatMap(({ projects }) => projects.map(({ coverage }) => coverage))
		),
		undocumented,
		counted: chosen.filter(({ grounds }) => grounds.some((ground) => APART.has(ground.class)))
			.length,
		isKnown: known.total > 0,
		regions: countBy(all, (row) => [row.region]),
		departements: countBy(
			all.filter((row) => region === undefined || row.region === region),
			(row) => [row.departement]
		),
		items: await said(catalogue, chosen.slice((page - 1) * PAGE, page * PAGE)),
		rejoined: newest(rejoined),
		page,
		pages
	};
};
