/** What was written, by whom, and each record it touched, in words. */
import type { Change, Origin, PropertyValue, Revision } from '#lib/domain/changes.ts';
import type { NodeLabel } from '#lib/domain/entities.ts';
import * as facts from './facts.ts';
import { fieldLabel } from './import-field-labels.ts';
import { accessLabel, kindLabel, lookUp, number } from './labels.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';
import { tiePhrase, type TieEnd } from './tie-sentences.ts';
import { INTENSITY, PROJECT_STATUS, STAGE } from './vocabulary.ts';

const KINDS: Record<Origin['kind'], () => string> = {
	seed: m.history_kind_seed,
	import: m.history_kind_import,
	page: m.history_kind_page,
	scenario: m.history_kind_scenario,
	undo: m.history_kind_undo,
	fictional: m.history_kind_fictional
};
export const originLabel = (kind: Origin['kind']): string => KINDS[kind]();

/** « 23 novembre 2026 à 14:05 », by the clock of a reader in France. */
export const momentLabel = (at: string): string =>
	new Intl.DateTimeFormat(getLocale(), {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Europe/Paris'
	}).format(new Date(at));

/** « 12 fiches créées, 3 modifiées »; what is none is not said. */
export function recordCounts({
	created,
	updated,
	removed
}: Pick<Revision, 'created' | 'updated' | 'removed'>): string {
	const parts = [
		created > 0 && m.history_created({ count: created, n: number(created) }),
		updated > 0 && m.history_updated({ count: updated, n: number(updated) }),
		removed > 0 && m.history_removed({ count: removed, n: number(removed) })
	];
	return parts.filter((part) => part !== false).join(m.history_and());
}

/** What a revision was made for; of one that takes another back, which. */
export const reasonSaid = ({ origin, why }: Pick<Revision, 'origin' | 'why'>): string =>
	origin.kind === 'undo' && origin.revision !== undefined
		? m.history_why_undo({ number: String(origin.revision), why })
		: why;

const FIELDS: Readonly<Record<string, () => string>> = {
	capacity: m.history_field_capacity,
	territoryText: m.history_field_territoryText,
	communes: m.history_field_communes,
	codesInsee: m.history_field_codesInsee,
	startYear: m.history_field_startYear,
	endYear: m.history_field_endYear,
	status: m.history_field_status,
	objectives: m.history_field_objectives,
	accessDimensions: m.history_field_accessDimensions,
	economicModel: m.history_field_economicModel,
	evaluation: m.history_field_evaluation,
	figures: m.history_field_figures,
	coverage: m.history_field_coverage,
	collectionNote: m.history_field_collectionNote,
	resourceId: m.history_field_resourceId,
	level: m.history_field_level,
	code: m.history_field_code,
	population: m.history_field_population,
	publisher: m.history_field_publisher,
	publisherId: m.history_field_publisherId,
	year: m.history_field_year,
	url: m.history_field_url,
	section: m.history_field_section,
	accessed: m.history_field_accessed,
	date: m.history_field_date,
	replacedBy: m.history_field_replacedBy
};
const LABELS: Readonly<Record<string, (code: string) => string>> = {
	services: facts.serviceLabel,
	publics: facts.publicLabel,
	economicModel: facts.economyLabel,
	accessDimensions: accessLabel,
	status: (code) => lookUp(PROJECT_STATUS, code),
	stage: (code) => lookUp(STAGE, code),
	intensity: (code) => lookUp(INTENSITY, code)
};
const MOST_SHOWN = 200;

/** Name of a node by its id, when it is known. */
type NameOf = (id: string) => TieEnd | undefined;
type Single = string | number | boolean;

function wordOf(
	field: string,
	value: Single,
	label: NodeLabel | undefined,
	nameOf: NameOf
): string {
	if (typeof value === 'boolean') return value ? m.import_yes() : m.import_no();
	// Years, codes and degrees are no quantities: they are written as they are.
	if (typeof value === 'number') return String(value);
	if (field === 'kind' && label) return kindLabel({ label, kind: value });
	const said = LABELS[field]?.(value) ?? nameOf(value)?.name ?? value;
	return said.length > MOST_SHOWN ? `${said.slice(0, MOST_SHOWN)}…` : said;
}

/** A property before and after; an absent side is undefined. */
export interface ChangedField {
	field: string;
	before: string | undefined;
	after: string | undefined;
}

/** What a reader sees of one change, or nothing for a claim: it stands on the page of what it is about. */
export interface ChangedRecord {
	id: string;
	op: Change['op'];
	/** « La Lanterne (association) », « La Lanterne coopère avec Le Phare ». */
	said: string;
	/** Label of a node, so that its page is found; none for a relation. */
	label: NodeLabel | undefined;
	fields: ChangedField[];
}

const heldBy = (change: Change) => (change.op === 'remove' ? change.before : change.after);

function recordSaid(change: Change, nameOf: NameOf): string {
	const end = (id: string): TieEnd => nameOf(id) ?? { name: id, label: 'Actor' };
	if (change.entity === 'node') {
		const { kind } = heldBy(change);
		const { name, label } = end(change.id);
		return change.op === 'update'
			? name
			: m.history_record({
					name,
					kind: kindLabel({ label, kind: typeof kind === 'string' ? kind : undefined })
				});
	}
	return tiePhrase(change.type, end(change.source), end(change.target));
}

/** One change in words, its properties before and after. */
export function changedRecord(change: Change, nameOf: NameOf): ChangedRecord | undefined {
	const label = change.entity === 'node' ? change.label : undefined;
	if (label === 'Claim') return undefined;
	const before = change.op === 'create' ? {} : change.before;
	const after = change.op === 'remove' ? {} : change.after;
	const said = (field: string, value: PropertyValue | null | undefined) =>
		value === null || value === undefined
			? undefined
			: (typeof value === 'object' ? value : [value])
					.map((each) => wordOf(field, each, label, nameOf))
					.join(', ');
	const fields =
		change.op === 'update' ? [...new Set([...Object.keys(before), ...Object.keys(after)])] : [];
	return {
		id: change.id,
		op: change.op,
		said: recordSaid(change, nameOf),
		label,
		fields: fields.map((field) => ({
			field: FIELDS[field]?.() ?? fieldLabel(field),
			before: said(field, before[field]),
			after: said(field, after[field])
		}))
	};
}
