import type { DateOrder, TableKind } from '#lib/import/choices.ts';
import { isFiness, type FileFormat } from '#lib/import/contents.ts';
import type { Encoding } from '#lib/import/decode.ts';
import type { FileRefusalCode } from '#lib/import/problem.ts';
import type { Understood } from '#lib/import/understand.ts';
import { fieldLabel } from './import-field-labels.ts';
import { dateLabel, number } from './labels.ts';
import { m } from './paraglide/messages.js';

type Words = Readonly<Record<string, string | number>>;

const REFUSALS: Record<FileRefusalCode, (words: never) => string> = {
	empty_file: m.import_refused_empty_file,
	too_large: m.import_refused_too_large,
	not_a_table: m.import_refused_not_a_table,
	mixed_encodings: m.import_refused_mixed_encodings,
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
			typeof value === 'number' && key !== 'line' && key !== 'other' ? number(value) : value
		])
	);

/** Why a file is refused whole, with the remedy. */
export const fileRefusalSentence = ({ code, params }: { code: FileRefusalCode; params: Words }) =>
	REFUSALS[code](inLanguage(params) as never);

const TABLES: Record<TableKind, () => string> = {
	structures: m.import_table_structures,
	ties: m.import_table_ties,
	resources: m.import_table_resources
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
