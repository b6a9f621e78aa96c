/** Words for what the domain names, in the reader's language. One place, so that no page says it its own way. */
import { m } from './paraglide/messages.js';
import { getLocale, type Locale } from './paraglide/runtime.js';
import type { Certainty, Verdict } from '#lib/domain/claims.ts';
import type { NodeLabel } from '#lib/domain/entities.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import type { KindGroup } from '#lib/domain/vocabulary/actor-kinds.ts';
import type {
	AccessDimension,
	ProjectKind,
	ProjectStatus
} from '#lib/domain/vocabulary/project-kinds.ts';
import { regionByCode } from '#lib/domain/vocabulary/regions.ts';
import type {
	Family,
	FundingStage,
	Intensity,
	RelationType
} from '#lib/domain/vocabulary/relation-types.ts';
import type { IsolationRow } from '#lib/network/model.ts';
import * as words from './vocabulary.ts';

/** The word for a code of an open list; a code nobody named is shown as it is, without underscores. */
export function lookUp(table: Readonly<Record<string, () => string>>, code: string): string {
	return Object.hasOwn(table, code) ? (table[code]?.() ?? code) : code.replaceAll('_', ' ');
}

/** First letter in upper case, the rest untouched. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Kind of a node, in lower case: « centre de santé », « locaux », « contrat local de santé », « source ». */
export function kindLabel(node: { label: NodeLabel; kind?: string | undefined }): string {
	if (!node.kind) return words.LABEL[node.label]().toLocaleLowerCase();
	if (node.label === 'HealthProject') return lookUp(words.PROJECT_KIND, node.kind);
	if (node.label === 'SharedResource') return lookUp(words.RESOURCE_KIND, node.kind);
	return lookUp(words.ACTOR_KIND, node.kind);
}
export const actorKindLabel = (kind: string): string => lookUp(words.ACTOR_KIND, kind);
export const projectKindLabel = (kind: ProjectKind | string): string =>
	lookUp(words.PROJECT_KIND, kind);
/** A colour group of the legend, with a capital: « Soins de premier recours ». */
export const groupLabel = (group: KindGroup | 'project'): string => words.GROUP[group]();

/** A family, with a capital: « Coopération ». */
export const familyLabel = (family: Family): string => words.FAMILY[family]();
/** The verb between two ends, read from the source (`out`: « héberge ») or the target (`in`: « hébergée par »). */
export const relationPhrase = (type: RelationType, direction: 'out' | 'in'): string =>
	direction === 'out' ? words.OUT[type]() : words.IN[type]();
/** A whole relation as one sentence without a full stop: « La Ruche héberge La Marée ». */
export const relationSentence = (type: RelationType, source: string, target: string): string =>
	`${source} ${words.OUT[type]()} ${target}`;

export const statusLabel = (status: RelationStatus): string => words.STATUS[status]();
export const projectStatusLabel = (status: ProjectStatus): string => words.PROJECT_STATUS[status]();
export const certaintyLabel = (certainty: Certainty): string => words.CERTAINTY[certainty]();
export const accessLabel = (dimension: AccessDimension | string): string =>
	lookUp(words.ACCESS, dimension);
export const stageLabel = (stage: FundingStage): string => words.STAGE[stage]();
export const intensityLabel = (intensity: Intensity): string => words.INTENSITY[intensity]();

/** Who stands behind a relation: « dit par les deux », « dit par X ». Without names: « dit par une des deux ». */
export function verdictLabel(
	verdict: Verdict,
	ends?: { source: { name: string }; target: { name: string } }
): string {
	switch (verdict) {
		case 'said_by_both':
			return m.verdict_said_by_both();
		case 'said_by_source':
			return ends ? m.verdict_said_by_source({ name: ends.source.name }) : m.verdict_unnamed();
		case 'said_by_target':
			return ends ? m.verdict_said_by_target({ name: ends.target.name }) : m.verdict_unnamed();
		case 'said_by_third_party':
			return m.verdict_said_by_third_party();
		case 'contradicted':
			return m.verdict_contradicted();
		case 'not_asked':
			return m.verdict_not_asked();
	}
}
const VERDICT_HELP: Record<Verdict, () => string> = {
	said_by_both: m.verdict_help_said_by_both,
	said_by_source: m.verdict_help_said_by_source,
	said_by_target: m.verdict_help_said_by_target,
	said_by_third_party: m.verdict_help_said_by_third_party,
	contradicted: m.verdict_help_contradicted,
	not_asked: m.verdict_help_not_asked
};
/** One sentence saying what a verdict means. */
export const verdictHelp = (verdict: Verdict): string => VERDICT_HELP[verdict]();

/** More partners than this are told as a number. */
const MOST_PARTNERS = 5;

const ISOLATION: Record<IsolationRow['class'], () => string> = {
	no_tie: m.isolation_no_tie,
	no_horizontal_tie: m.isolation_no_horizontal_tie,
	detached_group: m.isolation_detached_group,
	outside_only: m.isolation_outside_only,
	single_bridge: m.isolation_single_bridge,
	absent: m.isolation_absent
};
/** An isolation class: « aucune coopération connue ». */
export const isolationLabel = (value: IsolationRow['class']): string => ISOLATION[value]();
/** Why a structure stands apart: « participe au projet · relève de l’ARS », « avec X » for a single bridge. Empty when there is nothing to add. */
export function isolationReasons(
	row: Pick<IsolationRow, 'class' | 'reasons'>,
	partners: readonly string[] = []
): string {
	const families = row.class === 'no_horizontal_tie' ? row.reasons : [];
	const reasons = families.map((family) => words.REASON[family]());
	const rest = partners.length > MOST_PARTNERS ? partners.length - MOST_PARTNERS + 1 : 0;
	const named = partners.slice(0, partners.length - rest);
	if (rest > 0) named.push(m.insight_and_others({ count: rest }));
	if (named.length > 0) reasons.push(m.reason_with({ name: named.join(', ') }));
	return reasons.join(' · ');
}

/** Name of a region by INSEE code; « national » without one. */
export const regionLabel = (code: string | undefined): string =>
	code === undefined
		? m.region_national()
		: (regionByCode(code)?.name.replaceAll("'", '’') ?? code);

/** Something of a language made when first asked for, and once: a list of thousands of lines says thousands of numbers and dates. */
function perLanguage<T>(make: (locale: Locale) => T): () => T {
	const made = new Map<Locale, T>();
	return () => {
		const locale = getLocale();
		let found = made.get(locale);
		if (found === undefined) made.set(locale, (found = make(locale)));
		return found;
	};
}
const euros = (minimumFractionDigits: 0 | 2) =>
	perLanguage(
		(locale) =>
			new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', minimumFractionDigits })
	);
const dates = (day: { day?: 'numeric' }) =>
	perLanguage(
		(locale) =>
			new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
				year: 'numeric',
				month: 'long',
				...day,
				timeZone: 'UTC'
			})
	);
const numbers = perLanguage(
	(locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
);
const roundEuros = euros(0);
const exactEuros = euros(2);
const months = dates({});
const days = dates({ day: 'numeric' });

/** A whole number with the spaces of the language: « 1 200 ». */
export const number = (value: number): string => numbers().format(value);
/** Euros, without cents when round: « 1 200 000 € ». */
export const amount = (eur: number): string =>
	(Number.isInteger(eur) ? roundEuros : exactEuros)().format(eur);

/** A date as precise as its source: « 2021 », « mars 2024 », « 14 mars 2021 ». */
export function dateLabel(date: string): string {
	if (date.length === 4) return date;
	const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
	return (date.length > 7 ? days : months)().format(Date.UTC(year, month - 1, day));
}
/** « depuis 2021 », « 2018 – 2023 », « jusqu’à 2020 », « date inconnue ». */
export function periodLabel(period: {
	since?: string | undefined;
	until?: string | undefined;
}): string {
	const { since, until } = period;
	if (since && until)
		return since === until
			? dateLabel(since)
			: m.period_between({ from: dateLabel(since), to: dateLabel(until) });
	if (since) return m.period_since({ date: dateLabel(since) });
	if (until) return m.period_until({ date: dateLabel(until) });
	return m.period_unknown();
}

/** « 16 structures », « 9 coopérations et partages »…: counts with their noun, in the right number. */
export const counted = {
	structures: (count: number) => m.count_structures({ count, n: number(count) }),
	ties: (count: number) => m.count_ties({ count, n: number(count) }),
	resources: (count: number) => m.count_resources({ count, n: number(count) }),
	apart: (count: number) => m.count_apart({ count, n: number(count) }),
	projects: (count: number) => m.count_projects({ count, n: number(count) }),
	sources: (count: number) => m.count_sources({ count, n: number(count) }),
	relations: (count: number) => m.count_relations({ count, n: number(count) })
};
