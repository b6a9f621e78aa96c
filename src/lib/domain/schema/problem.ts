import * as v from 'valibot';

/**
 * Why a value was refused: a code, never a sentence (those are made in the reader's language).
 * `allowed` lists the accepted values of a closed vocabulary; `params` holds what else the sentence needs.
 */
export interface Problem {
	code: ProblemCode;
	/** Name of the property; `''` when the whole record is not an object. */
	field: string;
	value?: unknown;
	allowed?: readonly string[] | undefined;
	params?: Readonly<Record<string, string | number>> | undefined;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export const PROBLEM_CODES = [
	'required',
	'unknown_field',
	'wrong_type',
	'not_in_list',
	'empty_text',
	'bad_id',
	'bad_siren',
	'bad_siret',
	'bad_finess',
	'bad_rna',
	'bad_commune_code',
	'bad_postal_code',
	'bad_departement',
	'bad_region',
	'bad_territory_code',
	'bad_latitude',
	'bad_longitude',
	'place_incomplete',
	'place_at_zero',
	'bad_url',
	'bad_date',
	'bad_instant',
	'bad_year',
	'ends_before_start',
	'bad_amount',
	'bad_period',
	'amount_without_funding',
	'bad_population',
	'bad_figure',
	'repeated_item',
	'same_ends',
	'claim_value',
	'changed_twice',
	'fixed_field',
	'uneven_update'
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

const isCode = (text: string): text is ProblemCode =>
	(PROBLEM_CODES as readonly string[]).includes(text);

function codeOf(issue: v.BaseIssue<unknown>): ProblemCode {
	if (isCode(issue.message)) return issue.message;
	if (issue.type === 'picklist' || issue.type === 'literal' || issue.type === 'variant')
		return issue.received === 'undefined' ? 'required' : 'not_in_list';
	if (issue.expected === 'never') return 'unknown_field';
	return issue.received === 'undefined' ? 'required' : 'wrong_type';
}

function allowedBy(issue: v.BaseIssue<unknown>): string[] | undefined {
	if (issue.type !== 'picklist' && issue.type !== 'literal' && issue.type !== 'variant')
		return undefined;
	return issue.expected
		?.replace(/^\(|\)$/g, '')
		.split(' | ')
		.map((item) => item.replace(/^"|"$/g, ''));
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
	const field = String(issue.path?.[0]?.key ?? '');
	const allowed = allowedBy(issue);
	const code = codeOf(issue);
	return {
		code,
		field,
		...(issue.input !== undefined && { value: issue.input }),
		...(allowed && { allowed })
	};
}

/** A rule between the fields of a record, told on the field to correct. */
export interface Rule<T> {
	field: keyof T & string;
	test: (record: T) => boolean;
	code: ProblemCode;
}

const broken = <T extends object>(record: T, rules: readonly Rule<T>[]): Problem[] =>
	rules
		.filter((rule) => !rule.test(record))
		.map(({ field, code }) => ({
			code,
			field,
			...(record[field] !== undefined && { value: record[field] })
		}));

/**
 * Reads a record with a schema, then the rules between its fields (once every field has its type);
 * every problem at once, not only the first.
 */
export function parseWith<T extends object>(
	schema: v.GenericSchema<unknown, T>,
	input: unknown,
	rules: readonly Rule<T>[] = []
): Parsed<T> {
	const result = v.safeParse(schema, input);
	const problems = [
		...(result.issues ?? []).map(problemOf),
		...(result.typed ? broken(result.output, rules) : [])
	];
	return result.success && problems.length === 0
		? { ok: true, value: result.output }
		: { ok: false, problems };
}

/** The problems of one value by itself, told on `field`. */
export function fieldProblems(schema: v.GenericSchema, field: string, value: unknown): Problem[] {
	const result = v.safeParse(schema, value);
	return (result.issues ?? []).map((issue) => ({ ...problemOf(issue), field, value }));
}
