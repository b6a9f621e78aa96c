import type { CheckCode } from '#lib/domain/check/graph-problem.ts';
import type { Problem, ProblemCode } from '#lib/domain/schema/problem.ts';

/** What can be wrong with a file before its rows mean anything. */
export const FILE_CODES = [
	'missing_file',
	'not_utf8',
	'bad_csv',
	'missing_column',
	'unknown_column',
	'repeated_column',
	'cell_count',
	'not_a_number',
	'not_a_boolean'
] as const;
export type FileCode = (typeof FILE_CODES)[number];

/** One mistake in a seed folder, where it is and what it is; sentences are made in `i18n`. */
export interface SeedProblem extends Omit<Problem, 'code'> {
	code: FileCode | ProblemCode | CheckCode;
	file: string;
	/** Line of the file, the header being line 1; absent when the file itself is missing. */
	line?: number | undefined;
}
