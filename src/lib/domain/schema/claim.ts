import * as v from 'valibot';
import { firstDay, isPartialDate, lastDay } from '../dates.ts';
import type { Claim } from '../entities.ts';
import * as p from './primitives.ts';
import { parseWith, type Parsed, type Rule } from './problem.ts';

export const CLAIM_SCHEMA = v.strictObject({
	id: p.id,
	aboutId: p.id,
	property: v.optional(p.text),
	by: p.text,
	says: v.picklist(['exists', 'ended', 'denies', 'value']),
	value: v.optional(p.text),
	how: v.picklist(['stated', 'inferred']),
	detail: v.optional(p.text),
	firstSeen: v.optional(p.date),
	lastSeen: v.optional(p.date),
	toCheck: v.optional(v.boolean()),
	sourceId: v.optional(p.id),
	section: v.optional(p.text)
});

const isJson = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

/** Only a claim about a property states a value, and then it must be readable. */
const valueWhereSaid = ({ says, value, property }: Claim): boolean =>
	says === 'value'
		? property !== undefined && value !== undefined && isJson(value)
		: value === undefined;

const seenInOrder = ({ firstSeen, lastSeen }: Claim): boolean =>
	firstSeen === undefined ||
	lastSeen === undefined ||
	!isPartialDate(firstSeen) ||
	!isPartialDate(lastSeen) ||
	lastDay(lastSeen) >= firstDay(firstSeen);

const RULES: readonly Rule<Claim>[] = [
	{ field: 'value', test: valueWhereSaid, code: 'claim_value' },
	{ field: 'lastSeen', test: seenInOrder, code: 'ends_before_start' }
];

export const parseClaim = (input: unknown): Parsed<Claim> =>
	parseWith<Claim>(CLAIM_SCHEMA, input, RULES);
