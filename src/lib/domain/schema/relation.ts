import * as v from 'valibot';
import { firstDay, isPartialDate, lastDay } from '../dates.ts';
import type { Relation } from '../entities.ts';
import { FUNDING_STAGES, INTENSITIES, RELATION_TYPES } from '../vocabulary/relation-types.ts';
import * as p from './primitives.ts';
import { parseWith, type Parsed, type Rule } from './problem.ts';

export const RELATION_SCHEMA = v.strictObject({
	id: p.id,
	type: v.picklist(RELATION_TYPES),
	source: p.id,
	target: p.id,
	detail: v.optional(p.text),
	since: v.optional(p.date),
	until: v.optional(p.date),
	intensity: v.optional(v.picklist(INTENSITIES)),
	projectId: v.optional(p.id),
	resourceId: v.optional(p.id),
	amountEur: v.optional(p.amount),
	amountPeriod: v.optional(p.period),
	stage: v.optional(v.picklist(FUNDING_STAGES))
});

const datesInOrder = ({ since, until }: Relation): boolean =>
	since === undefined ||
	until === undefined ||
	!isPartialDate(since) ||
	!isPartialDate(until) ||
	lastDay(until) >= firstDay(since);

const moneyOnFunding = (relation: Relation): boolean =>
	relation.type === 'FUNDS' ||
	(relation.amountEur === undefined &&
		relation.amountPeriod === undefined &&
		relation.stage === undefined);

const RULES: readonly Rule<Relation>[] = [
	{ field: 'target', test: (r) => r.source !== r.target, code: 'same_ends' },
	{ field: 'until', test: datesInOrder, code: 'ends_before_start' },
	{ field: 'amountEur', test: moneyOnFunding, code: 'amount_without_funding' }
];

/** A relation with what can be told without its ends; which ends a type may have is in `check`. */
export const parseRelation = (input: unknown): Parsed<Relation> =>
	parseWith<Relation>(RELATION_SCHEMA, input, RULES);
