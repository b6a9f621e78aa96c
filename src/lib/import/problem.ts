/** Why a file cannot be read at all. Sentences are made in the reader's language. */
export const FILE_REFUSALS = [
	'empty_file',
	'too_large',
	'not_a_table',
	'mixed_encodings',
	'damaged_workbook',
	'workbook_too_large',
	'unknown_sheet',
	'open_quote',
	'long_record',
	'too_many_columns',
	'too_many_rows',
	'bad_json',
	'not_finess_plus',
	'no_rows',
	'no_name_column',
	'no_end_columns',
	'unpacks_too_large',
	'damaged_gzip',
	'web_page',
	'not_a_graph',
	'broken_json',
	'bad_xml',
	'xml_doctype',
	'too_deep',
	'undeclared_attribute',
	'cyclic_reference',
	'hyperedge',
	'no_nodes',
	'not_two_lists',
	'other_format'
] as const;
export type FileRefusalCode = (typeof FILE_REFUSALS)[number];

/** The whole file is refused: nothing in it could be shown row by row. */
export class FileRefusedError extends Error {
	override name = 'FileRefusedError';
	constructor(
		readonly code: FileRefusalCode,
		readonly params: Readonly<Record<string, string | number>> = {}
	) {
		super(`${code} ${JSON.stringify(params)}`);
	}
}

/** What may be wrong with one row, besides the codes of the domain. */
export const ROW_PROBLEMS = [
	'no_name',
	'unknown_kind',
	'no_kind',
	'unknown_resource_kind',
	'no_resource_kind',
	'unknown_type',
	'no_type',
	'no_end',
	'unknown_end',
	'unknown_stage',
	'unknown_project',
	'repeated_row',
	'wrong_end_nature',
	'repeated_id',
	'dangling_end',
	'refused_end',
	'absurd_date',
	'absurd_amount'
] as const;

/** What is told of a row that is taken all the same. */
export const ROW_NOTES = [
	'eaten_number',
	'zero_restored',
	'repaired_siret',
	'repeated_row',
	'not_a_structure',
	'natural_person',
	'closed_structure',
	'swapped_place',
	'place_outside',
	'unknown_manager',
	'project_left',
	'absurd_opening'
] as const;

/** Notes of rows that are left out for what they are. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['natural_person', 'closed_structure']);

/** Something told about a row: a problem refuses it, a note does not. */
export interface RowRemark {
	code: string;
	/** The header of the column, when one is to blame. */
	column?: string | undefined;
	/** The property the column was read as. */
	field: string;
	value?: unknown;
	allowed?: readonly string[] | undefined;
	params?: Readonly<Record<string, string | number>> | undefined;
}
