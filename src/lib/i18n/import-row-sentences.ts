import type { PropertyValue } from '#lib/domain/changes.ts';
import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';
import type { MatchReason } from '#lib/import/matching.ts';
import type { RowRemark } from '#lib/import/problem.ts';
import { fieldLabel } from './import-field-labels.ts';
import { actorKindLabel, capital, number } from './labels.ts';
import { m } from './paraglide/messages.js';
import { problemSentence } from './problems.ts';

/** Codes of the import, and those of the domain that a spreadsheet's reader needs told otherwise. */
const PROBLEMS: Readonly<Record<string, (words: { value: string; line: string }) => string>> = {
	no_name: m.import_problem_no_name,
	unknown_kind: m.import_problem_unknown_kind,
	no_kind: m.import_problem_no_kind,
	unknown_resource_kind: m.import_problem_unknown_resource_kind,
	no_resource_kind: m.import_problem_no_resource_kind,
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
	absurd_date: m.import_problem_absurd_date,
	absurd_amount: m.import_problem_absurd_amount,
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
	project_left: m.formats_note_project_left,
	absurd_opening: m.import_note_absurd_opening
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

/** The same, of one row. */
export const atLine = (line: number, reason: string): string =>
	m.import_at_line({ where: linesLabel([line]), reason });

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
