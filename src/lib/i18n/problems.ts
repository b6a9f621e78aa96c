import { m } from './paraglide/messages.js';

interface Words {
	field: string;
	value: string;
	allowed: string;
	expected: string;
	found: string;
}

/** One sentence with its remedy for each code the domain, the graph's check and the seed's files give. */
const SENTENCES: Readonly<Record<string, (words: Words) => string>> = {
	required: m.errors_problem_required,
	unknown_field: m.errors_problem_unknown_field,
	wrong_type: m.errors_problem_wrong_type,
	not_in_list: m.errors_problem_not_in_list,
	empty_text: m.errors_problem_empty_text,
	bad_id: m.errors_problem_bad_id,
	bad_siren: m.errors_problem_bad_siren,
	bad_siret: m.errors_problem_bad_siret,
	bad_finess: m.errors_problem_bad_finess,
	bad_rna: m.errors_problem_bad_rna,
	bad_commune_code: m.errors_problem_bad_commune_code,
	bad_postal_code: m.errors_problem_bad_postal_code,
	bad_departement: m.errors_problem_bad_departement,
	bad_region: m.errors_problem_bad_region,
	bad_territory_code: m.errors_problem_bad_territory_code,
	bad_latitude: m.errors_problem_bad_latitude,
	bad_longitude: m.errors_problem_bad_longitude,
	place_incomplete: m.errors_problem_place_incomplete,
	place_at_zero: m.errors_problem_place_at_zero,
	bad_url: m.errors_problem_bad_url,
	bad_date: m.errors_problem_bad_date,
	bad_instant: m.errors_problem_bad_instant,
	bad_year: m.errors_problem_bad_year,
	ends_before_start: m.errors_problem_ends_before_start,
	bad_amount: m.errors_problem_bad_amount,
	bad_period: m.errors_problem_bad_period,
	amount_without_funding: m.errors_problem_amount_without_funding,
	bad_population: m.errors_problem_bad_population,
	bad_figure: m.errors_problem_bad_figure,
	repeated_item: m.errors_problem_repeated_item,
	same_ends: m.errors_problem_same_ends,
	claim_value: m.errors_problem_claim_value,
	changed_twice: m.errors_problem_changed_twice,
	fixed_field: m.errors_problem_fixed_field,
	uneven_update: m.errors_problem_uneven_update,
	id_taken: m.errors_problem_id_taken,
	dangling: m.errors_problem_dangling,
	wrong_end: m.errors_problem_wrong_end,
	duplicate: m.errors_problem_duplicate,
	unused_source: m.errors_problem_unused_source,
	no_source: m.errors_problem_no_source,
	no_place: m.errors_problem_no_place,
	missing_file: m.errors_problem_missing_file,
	not_utf8: m.errors_problem_not_utf8,
	bad_csv: m.errors_problem_bad_csv,
	missing_column: m.errors_problem_missing_column,
	unknown_column: m.errors_problem_unknown_column,
	repeated_column: m.errors_problem_repeated_column,
	cell_count: m.errors_problem_cell_count,
	not_a_number: m.errors_problem_not_a_number,
	not_a_boolean: m.errors_problem_not_a_boolean
};

/** A refused value, whoever refused it. */
export interface Refusal {
	code: string;
	field: string;
	value?: unknown;
	allowed?: readonly string[] | undefined;
	params?: Readonly<Record<string, string | number>> | undefined;
}

const LONGEST_VALUE = 80;

function shown(value: unknown): string {
	const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** True when a code has a sentence of its own. */
export const hasSentence = (code: string): boolean => Object.hasOwn(SENTENCES, code);

/** What is wrong with a value and how to put it right, in the current language. */
export function problemSentence({ code, field, value, allowed, params }: Refusal): string {
	const sentence = SENTENCES[code];
	if (!sentence) return m.errors_problem_other({ value: shown(value), code });
	return sentence({
		field,
		value: shown(value),
		allowed: allowed?.join(', ') ?? '',
		expected: String(params?.['expected'] ?? ''),
		found: String(params?.['found'] ?? '')
	});
}

/** The same, with where it is: file, line and column, or record and property. */
export function locatedSentence(
	problem: Refusal & { file?: string; line?: number | undefined; id?: string }
): string {
	const reason = problemSentence(problem);
	const { file, line, field, id } = problem;
	if (file === undefined) return m.errors_problem_in_record({ id: id ?? '', field, reason });
	if (line === undefined) return m.errors_problem_of_file({ file, reason });
	return field === ''
		? m.errors_problem_in_line({ file, line, reason })
		: m.errors_problem_in_file({ file, line, field, reason });
}
