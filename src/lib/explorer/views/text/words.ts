/** What a network's text says before its lists, sentence by sentence. */
import { departementName } from '#lib/domain/vocabulary/departements.ts';
import {
	accessLabel,
	certaintyLabel,
	counted,
	familyLabel,
	groupLabel,
	isolationLabel,
	number,
	statusLabel
} from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { elides } from '#lib/i18n/path-sentences.ts';
import type { EssValue } from '#lib/domain/view-state/state.ts';
import { APART } from '#lib/network/isolation.ts';
import type { YearChange } from '#lib/network/years.ts';
import type { TextFilters } from './held-back.ts';
import type { NetworkText } from './text.ts';

const listOf = (items: readonly string[]): string =>
	new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(items);
const withCount = (label: string, count: number): string =>
	m.text_with_count({ label, count: number(count) });

/** « Groupe de 11 structures, autour d’Aides ». */
export const groupTitle = (count: number, name: string): string =>
	elides(name) ? m.text_group_elided({ count, name }) : m.text_group({ count, name });

/** Counts, groups, relay structures, who is apart, what is filtered: the whole in a few sentences. */
export function overviewOf(text: NetworkText): string[] {
	return [
		seen(text),
		...(text.planned.nodes + text.planned.ties > 0
			? [
					m.planning_text({
						nodes: m.planning_text_nodes({ count: text.planned.nodes }),
						ties: m.text_seen_ties({
							count: text.planned.ties,
							n: number(text.planned.ties)
						})
					})
				]
			: []),
		...(text.families.length > 1
			? [
					m.text_seen_families({
						list: listOf(
							text.families.map(({ family, ties }) => withCount(familyLabel(family), ties.length))
						)
					})
				]
			: []),
		...(text.documented ? together(text) : [m.explorer_undocumented_long()]),
		...filtersSaid(text.filters)
	];
}

function seen(text: NetworkText): string {
	const { structures, resources, agencies, projects } = text;
	const things = [
		...(structures > 0 ? [counted.structures(structures)] : []),
		...(resources > 0 ? [counted.resources(resources)] : []),
		...(agencies > 0 ? [m.text_seen_ars({ count: agencies })] : []),
		...(projects > 0 ? [counted.projects(projects)] : [])
	];
	if (things.length === 0) return m.text_seen_none();
	const count = text.families.reduce((sum, { ties }) => sum + ties.length, 0);
	return m.text_seen({
		things: listOf(things),
		ties: m.text_seen_ties({ count, n: number(count) })
	});
}

function together({ groups, relays, most, apart }: NetworkText): string[] {
	const members = groups.reduce((sum, { nodes }) => sum + nodes.length, 0);
	const alone = apart.filter(({ class: name }) => APART.has(name));
	const aside = alone.reduce((sum, { rows }) => sum + rows.length, 0);
	return [
		m.text_seen_groups({
			count: groups.length,
			members: number(members),
			largest: number(groups[0]?.nodes.length ?? 0)
		}),
		...(most.length > 0
			? [
					m.text_seen_most({
						list: listOf(
							most.slice(0, 3).map(({ node, partners }) => withCount(node.name, partners))
						)
					})
				]
			: []),
		...(groups.length > 0
			? [m.text_seen_relays({ count: relays.length, n: number(relays.length) })]
			: []),
		m.text_seen_apart({
			count: aside,
			n: number(aside),
			list: listOf(
				alone.map(({ class: name, rows }) =>
					aside === 1 ? isolationLabel(name) : withCount(isolationLabel(name), rows.length)
				)
			)
		})
	];
}

const ESS: Record<EssValue, () => string> = {
	oui: m.explorer_ess_yes,
	non: m.explorer_ess_no,
	inconnu: m.explorer_ess_unknown
};

function filtersSaid({ nodes, ties, year, span, ...filters }: TextFilters): string[] {
	const years = span
		? [m.text_filters_span({ before: String(span.before), after: String(span.after) })]
		: year !== undefined
			? [m.text_filters_year({ year: String(year) })]
			: [];
	if (nodes + ties === 0) return [...years, ...(years.length > 0 ? [] : [m.text_filters_none()])];
	const hidden = [
		...filters.groups.map(groupLabel),
		...filters.families.map(familyLabel),
		...filters.statuses.map(statusLabel),
		...filters.certainties.map(certaintyLabel),
		...filters.ess.map((value) => m.text_filters_ess({ value: ESS[value]() })),
		...filters.access.map((value) =>
			m.text_filters_access({
				value: value === 'inconnu' ? m.explorer_access_unknown() : accessLabel(value)
			})
		),
		...departementsSaid(filters.departements)
	];
	const expanded =
		filters.expanded.length > 0
			? [m.text_filters_expanded({ list: listOf(filters.expanded) })]
			: [];
	return [
		...years,
		m.text_filters({
			nodes: m.text_filters_nodes({ count: nodes, n: number(nodes) }),
			ties: m.text_filters_ties({ count: ties, n: number(ties) })
		}),
		// Names of families have commas of their own.
		...(hidden.length > 0
			? [m.text_filters_hidden({ list: hidden.join(m.text_filters_between()) })]
			: []),
		...expanded
	];
}

function departementsSaid(shown: readonly string[] | undefined): string[] {
	if (!shown) return [];
	if (shown.length === 0) return [m.text_filters_departements_all()];
	return [m.text_filters_departements({ list: listOf(shown.map(departementName)) })];
}

const CHANGES: Record<YearChange, (span: { before: string; after: string }) => string> = {
	created: m.text_change_created,
	ended: m.text_change_ended,
	renewed: m.text_change_renewed,
	kept: m.text_change_kept
};

/** What became of a tie between two years. */
export const changeWord = (
	change: YearChange,
	{ before, after }: { before: number; after: number }
): string => CHANGES[change]({ before: String(before), after: String(after) });

/** Ends with a full stop, and only one. */
export const sentence = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`);
