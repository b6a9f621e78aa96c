import { fileRefusalSentence } from '#lib/i18n/import-file-sentences.ts';
import { rowProblem } from '#lib/i18n/import-row-sentences.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import {
	FILE_REFUSALS,
	ROW_PROBLEMS,
	type FileRefusalCode,
	type RowRemark
} from '#lib/import/problem.ts';
import { MAX_BYTES } from '#lib/import/decode.ts';
import { MAX_COLUMNS, MAX_RECORD, MAX_ROWS } from '#lib/import/separated.ts';
import { MAX_UNPACKED } from '#lib/import/workbook.ts';

const MB = 1024 * 1024;
const MOST: Partial<Record<FileRefusalCode, number>> = {
	too_large: MAX_BYTES / MB,
	workbook_too_large: MAX_UNPACKED / MB,
	unpacks_too_large: MAX_BYTES / MB,
	too_many_columns: MAX_COLUMNS,
	too_many_rows: MAX_ROWS,
	long_record: MAX_RECORD
};

/** Codes of the domain that cells of files meet most. */
const OF_CELLS = [
	'bad_siret',
	'bad_siren',
	'bad_finess',
	'bad_rna',
	'bad_date',
	'not_a_number',
	'bad_departement',
	'place_at_zero',
	'place_incomplete'
] as const;

/** Every reason to refuse a whole file, as it is told, an ellipsis where the file's own words stand. */
export const fileRefusals = (): string[] =>
	FILE_REFUSALS.map((code) =>
		fileRefusalSentence({
			code,
			params: {
				line: '…',
				other: '…',
				found: '…',
				sheet: '…',
				headers: '…',
				value: '…',
				format: '…',
				most: MOST[code] ?? '…'
			}
		})
	);

/** Every reason to refuse one row. */
export const rowRefusals = (): string[] => [
	...new Set(
		[...ROW_PROBLEMS, ...OF_CELLS].map((code) => {
			const remark: RowRemark = { code, field: '', value: '…', params: { line: '…' } };
			return rowProblem(remark, []);
		})
	)
];

/** What a person may do about questions, answers and refused rows, in order. */
export const steps = (): string[] => [
	m.guide_step_drop(),
	m.guide_step_read(),
	m.guide_step_answer(),
	m.guide_step_refused(),
	m.guide_step_write(),
	m.guide_step_undo()
];
