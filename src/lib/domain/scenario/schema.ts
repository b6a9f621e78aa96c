import * as v from 'valibot';
import { parseNode } from '../schema/nodes.ts';
import * as p from '../schema/primitives.ts';
import { parseWith, type Parsed, type Problem } from '../schema/problem.ts';
import { parseRelation } from '../schema/relation.ts';
import type { GraphNode, Relation } from '../entities.ts';
import { AGREEMENTS, type PlannedNode, type Scenario, type Step } from './scenario.ts';

/** Longest text of a step or of a scenario, in characters. */
export const LONGEST_NOTE = 10_000;
/** Longest name of a scenario, in characters. */
export const LONGEST_NAME = 200;

const PLANNED_LABELS: readonly string[] = ['Actor', 'Funder', 'SharedResource'];

const isPlannedNode = (input: unknown): input is PlannedNode => {
	const parsed = parseNode(input);
	return parsed.ok && PLANNED_LABELS.includes(parsed.value.label);
};
const plannedNode = v.custom<PlannedNode>(isPlannedNode);
const relation = v.custom<Relation>((input) => parseRelation(input).ok);

const value = v.union([v.string(), v.number(), v.boolean(), v.array(v.string()), v.null()]);
const properties = v.record(v.string(), value);
const entity = v.picklist(['node', 'relation']);
const note = v.optional(v.pipe(p.text, v.maxLength(LONGEST_NOTE)));

const change = v.variant('op', [
	v.strictObject({ op: v.literal('add'), node: plannedNode, relations: v.array(relation) }),
	v.strictObject({ op: v.literal('tie'), relation }),
	v.strictObject({
		op: v.literal('modify'),
		entity,
		id: p.id,
		before: properties,
		after: properties
	}),
	v.strictObject({ op: v.literal('end'), entity, id: p.id })
]);

const step = v.strictObject({
	id: p.id,
	change,
	who: note,
	when: v.optional(p.date),
	agreement: v.picklist(AGREEMENTS),
	note,
	at: p.instant
});

const edit = v.variant('op', [
	v.strictObject({ op: v.literal('add'), step }),
	v.strictObject({ op: v.literal('replace'), step }),
	v.strictObject({ op: v.literal('remove'), stepId: p.id }),
	v.strictObject({ op: v.literal('absorb'), stepId: p.id, become: v.record(p.id, p.id) })
]);

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const scenario = v.strictObject({
	id: p.id,
	name: v.pipe(p.text, v.maxLength(LONGEST_NAME)),
	note,
	base: v.variant('kind', [
		v.strictObject({ kind: v.literal('project'), id: p.id }),
		v.strictObject({ kind: v.literal('departement'), code: p.departement }),
		v.strictObject({ kind: v.literal('region'), code: p.region })
	]),
	baseName: p.text,
	by: p.text,
	createdAt: p.instant,
	updatedAt: p.instant,
	archivedAt: v.optional(p.instant),
	deletedAt: v.optional(p.instant),
	edits: v.array(edit),
	done: count
});

/** A scenario as it was kept, or everything wrong with it. */
export const parseScenario = (input: unknown): Parsed<Scenario> =>
	parseWith<Scenario>(scenario, input, [
		{ field: 'done', test: ({ edits, done }) => done <= edits.length, code: 'wrong_type' }
	]);

/** Everything wrong with what a step changes, by the field to correct; rules between facts are `applySteps`'. */
function changeProblems({ change: planned }: Step): Problem[] {
	switch (planned.op) {
		case 'add': {
			const node = parseNode(planned.node);
			const relations = planned.relations.flatMap((each) => problemsOf(parseRelation(each)));
			return [...problemsOf(node), ...relations];
		}
		case 'tie':
			return problemsOf(parseRelation(planned.relation));
		case 'modify':
		case 'end':
			return [];
	}
}

const problemsOf = (parsed: Parsed<GraphNode | Relation>): Problem[] =>
	parsed.ok ? [] : parsed.problems;

/** A step as `scenario.ts` describes it, or everything wrong with it, the fields of its node and relations named. */
export function stepProblems(planned: Step): Problem[] {
	const own = changeProblems(planned);
	if (own.length > 0) return own;
	const parsed = parseWith<Step>(step, planned);
	return parsed.ok ? [] : parsed.problems;
}
