import * as v from 'valibot';
import { isPartialDate } from '#lib/domain/dates.ts';
import { isSlug } from '#lib/domain/schema/identifiers.ts';
import { ACTOR_KINDS } from '#lib/domain/vocabulary/actor-kinds.ts';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import { ENCODINGS } from './decode.ts';
import { SEPARATORS } from './separated.ts';

export const TABLE_KINDS = ['structures', 'ties', 'resources'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];
export const DECIMALS = [',', '.'] as const;
export type Decimal = (typeof DECIMALS)[number];

/** In place of a structure of the graph: make a new one, or leave the row out. */
export const ANSWER_NEW = 'new';
export const ANSWER_SKIP = 'skip';

const kinds = v.picklist(ACTOR_KINDS);
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

const CHOICES = v.strictObject({
	table: v.optional(v.picklist(TABLE_KINDS)),
	encoding: v.optional(v.picklist(ENCODINGS)),
	separator: v.optional(v.picklist(SEPARATORS)),
	/** Line of the file the headers are on. */
	headerLine: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	sheet: v.optional(v.string()),
	decimal: v.optional(v.picklist(DECIMALS)),
	dateOrder: v.optional(v.picklist(DATE_ORDERS)),
	/** Header → field; an empty field leaves the column out. */
	columns: v.optional(v.record(v.string(), v.string())),
	/** The same of the second table, of a file that holds a network. */
	tieColumns: v.optional(v.record(v.string(), v.string())),
	/** Word of the file → kind, where the word is not one we know. */
	kinds: v.optional(v.record(v.string(), kinds)),
	types: v.optional(v.record(v.string(), v.picklist(RELATION_TYPES))),
	/** For rows that say none. */
	defaultKind: v.optional(kinds),
	defaultType: v.optional(v.picklist(RELATION_TYPES)),
	/** Kind of the structures to make of ends nobody knows; without it such ties are refused. */
	sourceKind: v.optional(kinds),
	targetKind: v.optional(kinds),
	/** Where the file and what is known differ. */
	onDifference: v.optional(v.picklist(['keep', 'replace'])),
	/** Line, or line and end (`12:source`) → id of a structure, `new` or `skip`. */
	answers: v.optional(v.record(v.string(), v.pipe(v.string(), v.check(isSlug)))),
	publisher: v.optional(text),
	/** The file's own date. */
	date: v.optional(v.pipe(v.string(), v.check(isPartialDate))),
	projectId: v.optional(v.pipe(v.string(), v.check(isSlug)))
});

/** What a person corrected or completed in what was understood of a file. Kept, it is a mapping. */
export type Choices = v.InferOutput<typeof CHOICES>;

/** Choices as a mapping file holds them, or the names of those that cannot be. */
export function parseChoices(input: unknown): { choices: Choices } | { wrong: string[] } {
	const parsed = v.safeParse(CHOICES, input);
	if (parsed.success) return { choices: parsed.output };
	return { wrong: [...new Set(parsed.issues.map((issue) => v.getDotPath(issue) ?? ''))] };
}
