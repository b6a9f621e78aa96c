import type { PropertyValue } from '#lib/domain/changes.ts';
import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { DateOrder, TableKind } from '#lib/import/choices.ts';
import { isFiness, type FileFormat } from '#lib/import/contents.ts';
import type { Encoding } from '#lib/import/decode.ts';
import type { MatchReason } from '#lib/import/matching.ts';
import type { FileRefusalCode, RowRemark } from '#lib/import/problem.ts';
import type { Understood } from '#lib/import/understand.ts';
import { actorKindLabel, capital, dateLabel, number } from './labels.ts';
import { m } from './paraglide/messages.js';
import { problemSentence } from './problems.ts';

type Words = Readonly<Record<string, string | number>>;

const REFUSALS: Record<FileRefusalCode, (words: never) => string> = {
	empty_file: m.import_refused_empty_file,
	too_large: m.import_refused_too_large,
	not_a_table: m.import_refused_not_a_table,
	damaged_workbook: m.import_refused_damaged_workbook,
	workbook_too_large: m.import_refused_workbook_too_large,
	unknown_sheet: m.import_refused_unknown_sheet,
	open_quote: m.import_refused_open_quote,
	long_record: m.import_refused_long_record,
	too_many_columns: m.import_refused_too_many_columns,
	too_many_rows: m.import_refused_too_many_rows,
	bad_json: m.import_refused_bad_json,
	not_finess_plus: m.import_refused_not_finess_plus,
	no_rows: m.import_refused_no_rows,
	no_name_column: m.import_refused_no_name_column,
	no_end_columns: m.import_refused_no_end_columns,
	unpacks_too_large: m.formats_refused_unpacks_too_large,
	damaged_gzip: m.formats_refused_damaged_gzip,
	web_page: m.formats_refused_web_page,
	not_a_graph: m.formats_refused_not_a_graph,
	broken_json: m.formats_refused_broken_json,
	bad_xml: m.formats_refused_bad_xml,
	xml_doctype: m.formats_refused_xml_doctype,
	too_deep: m.formats_refused_too_deep,
	undeclared_attribute: m.formats_refused_undeclared_attribute,
	cyclic_reference: m.formats_refused_cyclic_reference,
	hyperedge: m.formats_refused_hyperedge,
	no_nodes: m.formats_refused_no_nodes,
	not_two_lists: m.formats_refused_not_two_lists,
	other_format: m.formats_refused_other_format
};

const inLanguage = (params: Words): Words =>
	Object.fromEntries(
		Object.entries(params).map(([key, value]) => [
			key,
			typeof value === 'number' && key !== 'line' ? number(value) : value
		])
	);

/** Why a file is refused whole, with the remedy. */
export const fileRefusalSentence = ({ code, params }: { code: FileRefusalCode; params: Words }) =>
	REFUSALS[code](inLanguage(params) as never);

/** Codes of the import, and those of the domain that a spreadsheet's reader needs told otherwise. */
const PROBLEMS: Readonly<Record<string, (words: { value: string; line: string }) => string>> = {
	no_name: m.import_problem_no_name,
	unknown_kind: m.import_problem_unknown_kind,
	no_kind: m.import_problem_no_kind,
	unknown_type: m.import_problem_unknown_type,
	no_type: m.import_problem_no_type,
	no_end: m.import_problem_no_end,
	unknown_end: m.import_problem_unknown_end,
	unknown_stage: m.import_problem_unknown_stage,
	unknown_project: m.import_problem_unknown_project,
	repeated_row: m.import_problem_repeated_row,
	wrong_end_nature: m.import_problem_wrong_end_nature,
	repeated_id: m.formats_problem_repeated_id,
	dangling_end: m.formats_problem_dangling_end,
	refused_end: m.formats_problem_refused_end,
	bad_finess: m.import_problem_wrong_key_finess,
	bad_date: m.import_problem_date_in_file,
	not_a_number: m.import_problem_number_in_file,
	not_a_boolean: m.import_problem_yes_or_no,
	bad_departement: m.import_problem_place_name,
	bad_region: m.import_problem_place_name
};

const NOTES: Readonly<
	Record<string, (words: { value: string; now: string; line: string }) => string>
> = {
	eaten_number: m.import_note_eaten_number,
	zero_restored: m.import_note_zero_restored,
	repaired_siret: m.import_note_repaired_siret,
	repeated_row: m.import_note_repeated_row,
	not_a_structure: m.import_note_not_a_structure,
	natural_person: m.import_note_natural_person,
	closed_structure: m.import_note_closed_structure,
	swapped_place: m.import_note_swapped_place,
	place_outside: m.import_note_place_outside,
	unknown_manager: m.import_note_unknown_manager,
	project_left: m.formats_note_project_left
};

const LONGEST = 80;
const cut = (value: unknown): string => {
	const text = String(value ?? '');
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

const LINES_SHOWN = 3;

/** « Ligne 4 », « Lignes 4, 7, 9 et 120 autres ». */
function linesLabel(lines: readonly number[]): string {
	const shown = lines.slice(0, LINES_SHOWN).join(', ');
	const more = lines.length - LINES_SHOWN;
	if (lines.length === 1) return m.import_line({ line: shown });
	return more > 0
		? m.import_lines_more({ lines: shown, n: number(more) })
		: m.import_lines({ lines: shown });
}

/** Without lines, for a place that says them already. */
function located(remark: RowRemark, lines: readonly number[], reason: string): string {
	if (lines.length === 0)
		return remark.column === undefined
			? capital(reason)
			: m.import_in_column({ column: remark.column, reason });
	const where = linesLabel(lines);
	return remark.column === undefined
		? m.import_at_line({ where, reason })
		: m.import_at_column({ where, column: remark.column, reason });
}

/** Why a row is refused, where, and the remedy. */
export function rowProblem(remark: RowRemark, lines: readonly number[]): string {
	const words = { value: cut(remark.value), line: String(remark.params?.['line'] ?? '') };
	const reason = PROBLEMS[remark.code]?.(words) ?? problemSentence(remark);
	return located(remark, lines, reason);
}

/** What is told of a row that is taken all the same. */
export function rowNote(remark: RowRemark, lines: readonly number[]): string {
	const { now = '', line: other = '' } = remark.params ?? {};
	const words = { value: cut(remark.value), now: String(now), line: String(other) };
	return located(remark, lines, NOTES[remark.code]?.(words) ?? problemSentence(remark));
}

const FIELDS: Readonly<Record<string, () => string>> = {
	id: m.import_field_id,
	name: m.import_field_name,
	kind: m.import_field_kind,
	legalForm: m.import_field_legalForm,
	siren: m.import_field_siren,
	siret: m.import_field_siret,
	finess: m.import_field_finess,
	manager: m.import_field_manager,
	rna: m.import_field_rna,
	commune: m.import_field_commune,
	codeInsee: m.import_field_codeInsee,
	postalCode: m.import_field_postalCode,
	departement: m.import_field_departement,
	region: m.import_field_region,
	lat: m.import_field_lat,
	lon: m.import_field_lon,
	placePrecision: m.import_field_placePrecision,
	foundedYear: m.import_field_foundedYear,
	website: m.import_field_website,
	description: m.import_field_description,
	services: m.import_field_services,
	publics: m.import_field_publics,
	ess: m.import_field_ess,
	source: m.import_field_source,
	sourceName: m.import_field_sourceName,
	sourceCommune: m.import_field_sourceCommune,
	target: m.import_field_target,
	targetName: m.import_field_targetName,
	targetCommune: m.import_field_targetCommune,
	targetRna: m.import_field_targetRna,
	type: m.import_field_type,
	detail: m.import_field_detail,
	since: m.import_field_since,
	until: m.import_field_until,
	intensity: m.import_field_intensity,
	amountEur: m.import_field_amountEur,
	amountPeriod: m.import_field_amountPeriod,
	stage: m.import_field_stage,
	projectId: m.import_field_projectId,
	nature: m.formats_field_nature,
	resourceId: m.formats_field_resourceId,
	certainty: m.formats_field_certainty,
	verdict: m.formats_field_verdict,
	sources: m.formats_field_sources,
	sourceTitles: m.formats_field_sourceTitles,
	status: m.formats_field_status,
	coverage: m.formats_field_coverage,
	startYear: m.formats_field_startYear,
	endYear: m.formats_field_endYear,
	accessDimensions: m.formats_field_accessDimensions
};

/** What a column is read as. */
export const fieldLabel = (field: string): string => FIELDS[field]?.() ?? field;

const TABLES: Record<TableKind, () => string> = {
	structures: m.import_table_structures,
	ties: m.import_table_ties
};
export const tableLabel = (table: TableKind): string => TABLES[table]();

const ENCODINGS: Record<Encoding, () => string> = {
	'utf-8': m.import_encoding_utf_8,
	'windows-1252': m.import_encoding_windows_1252,
	'utf-16le': m.import_encoding_utf_16le,
	'utf-16be': m.import_encoding_utf_16be
};
export const encodingLabel = (encoding: Encoding): string => ENCODINGS[encoding]();

const MARKS: Readonly<Record<string, () => string>> = {
	',': m.import_mark_comma,
	';': m.import_mark_semicolon,
	'\t': m.import_mark_tab,
	'|': m.import_mark_pipe,
	'.': m.import_mark_point
};
/** A separator or a decimal mark, by its name. */
export const markLabel = (mark: string): string => MARKS[mark]?.() ?? mark;

export const orderLabel = (order: DateOrder): string =>
	order === 'dmy' ? m.import_order_dmy() : m.import_order_mdy();

const WHYS: Record<MatchReason, () => string> = {
	id: m.import_why_id,
	finess: m.import_why_finess,
	siret: m.import_why_siret,
	siren: m.import_why_siren,
	rna: m.import_why_rna,
	name_and_commune: m.import_why_name_and_commune,
	name: m.import_why_name,
	close_name: m.import_why_close_name,
	other_identifier: m.import_why_other_identifier
};
export const whyLabel = (why: MatchReason): string => WHYS[why]();

const NETWORKS: Readonly<Partial<Record<FileFormat, () => string>>> = {
	gexf: m.formats_read_gexf,
	graphml: m.formats_read_graphml,
	kumu: m.formats_read_kumu,
	maillage: m.formats_read_maillage,
	json: m.formats_read_json
};

/** What a file of FINESS or of a network is, and of which day; `undefined` for a table. */
function formatSentence({ format, date }: Understood): string | undefined {
	const network = NETWORKS[format];
	if (network) return network();
	if (!isFiness(format)) return undefined;
	const name = format === 'finess-plus' ? 'FINESS+' : 'FINESS';
	return date === undefined
		? m.import_read_finess({ name })
		: m.import_read_finess_of({ name, date: dateLabel(date) });
}

/** Where a table is in its file and how it is written; nothing of a format that leaves no choice. */
function writtenSentence(understood: Understood): string | undefined {
	const { encoding, separator, sheet, headerLine: line, format } = understood;
	if (encoding && isFiness(format))
		return m.import_read_encoding({ encoding: encodingLabel(encoding) });
	if (encoding && separator)
		return m.import_read_text({
			encoding: encodingLabel(encoding),
			separator: markLabel(separator),
			line
		});
	return sheet === undefined ? undefined : m.import_read_sheet({ sheet, line });
}

/** What was understood of a file and could be wrong. */
export function understoodSentences(name: string, understood: Understood): string[] {
	const { rows, table, repeated, lost, ties } = understood;
	const columns = [...understood.columns, ...(ties?.columns ?? [])];
	const list = (parts: readonly string[]) => parts.join(' ; ');
	const read = columns.filter(({ field }) => field !== undefined);
	const left = columns.filter(({ field }) => field === undefined);
	const { dateOrder, dateOrderSure } = understood;
	return [
		m.import_read_as({
			name,
			table: tableLabel(table),
			count: rows.length,
			n: number(rows.length)
		}),
		...[formatSentence(understood), writtenSentence(understood)].filter(
			(sentence) => sentence !== undefined
		),
		...(ties
			? [m.formats_read_ties({ count: ties.rows.length, n: number(ties.rows.length) })]
			: []),
		m.import_read_marks({
			order: orderLabel(dateOrder),
			decimal: markLabel(understood.decimal)
		}),
		m.import_read_columns({
			list: list(
				read.map(({ key, field }) =>
					m.import_read_column({ header: key, field: fieldLabel(field ?? '') })
				)
			)
		}),
		...(left.length > 0 ? [m.import_read_left({ list: list(left.map(({ key }) => key)) })] : []),
		...warnings({ repeated, lost, dateOrder, dateOrderSure })
	];
}

/** The same, of one row. */
export const atLine = (line: number, reason: string): string =>
	m.import_at_line({ where: linesLabel([line]), reason });

/** What a person had better look at before writing. */
export function warnings(
	understood: Pick<Understood, 'repeated' | 'lost' | 'dateOrder' | 'dateOrderSure'>
): string[] {
	const { repeated, lost, dateOrder, dateOrderSure } = understood;
	return [
		...(dateOrderSure ? [] : [m.import_read_order_unsure({ order: orderLabel(dateOrder) })]),
		...(lost > 0 ? [m.import_read_lost({ count: lost })] : []),
		...(repeated.length > 0 ? [m.import_read_repeated({ list: repeated.join(', ') })] : [])
	];
}

const isActorKind = (value: PropertyValue): boolean => ACTOR_KINDS.some((kind) => kind === value);

function valueLabel(field: string, value: PropertyValue): string {
	if (Array.isArray(value)) return value.join(', ');
	if (typeof value === 'boolean') return value ? m.import_yes() : m.import_no();
	if (field === 'kind' && isActorKind(value)) return actorKindLabel(String(value));
	return cut(value);
}

/** One property of a row beside what is stored: filled, replaced or kept. */
export function changeSentence(change: {
	field: string;
	before: PropertyValue | null;
	after: PropertyValue;
	kept: boolean;
}): string {
	const field = fieldLabel(change.field);
	const after = valueLabel(change.field, change.after);
	if (change.before === null) return m.import_change_fill({ field, after });
	const before = valueLabel(change.field, change.before);
	return change.kept
		? m.import_change_keep({ field, before, after })
		: m.import_change_replace({ field, before, after });
}

const COUNTS = {
	create: m.import_rows_create,
	update: m.import_rows_update,
	confirm: m.import_rows_confirm,
	same: m.import_rows_same,
	skip: m.import_rows_skip,
	ask: m.import_rows_ask,
	refuse: m.import_rows_refuse
} as const;

/** « 12 à créer », « 3 refusées ». */
export const countLabel = (action: keyof typeof COUNTS, count: number): string =>
	COUNTS[action]({ count, n: number(count) });
