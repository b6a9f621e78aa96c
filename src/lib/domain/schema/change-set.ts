import * as v from 'valibot';
import type { Change, ChangeSet, PartialProperties, Properties, Subject } from '../changes.ts';
import { CLAIM_SCHEMA, parseClaim } from './claim.ts';
import { NODE_SCHEMAS, parseNode } from './nodes.ts';
import * as p from './primitives.ts';
import { fieldProblems, parseWith, type Problem } from './problem.ts';
import { parseRelation, RELATION_SCHEMA } from './relation.ts';

/** What is wrong in a change set, and in which of its records (`''`: in the change set itself). */
export interface ChangeProblem extends Problem {
	id: string;
}

const frame = v.object({
	who: p.text,
	why: p.text,
	at: p.instant,
	origin: v.object({
		kind: v.picklist(['seed', 'import', 'page', 'scenario', 'undo', 'fictional']),
		name: v.optional(v.string()),
		checksum: v.optional(v.string()),
		revision: v.optional(v.number()),
		details: v.optional(v.string())
	})
});

/** Who or what a record is: given once by the change, never among its properties. */
const FIXED: ReadonlySet<string> = new Set(['id', 'label', 'type', 'source', 'target']);

type Fields = Readonly<Record<string, v.GenericSchema | undefined>>;

function fieldsOf(change: Change): Fields {
	if (change.entity === 'relation') return RELATION_SCHEMA.entries;
	return change.label === 'Claim' ? CLAIM_SCHEMA.entries : NODE_SCHEMAS[change.label].entries;
}

/** Everything wrong with a whole record: each field, then the rules between fields. */
export function recordProblems(subject: Subject, properties: Properties): ChangeProblem[] {
	const { id } = subject;
	const parsed =
		subject.entity === 'relation'
			? parseRelation({
					...properties,
					id,
					type: subject.type,
					source: subject.source,
					target: subject.target
				})
			: subject.label === 'Claim'
				? parseClaim({ ...properties, id })
				: parseNode({ ...properties, id, label: subject.label });
	return parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, id }));
}

/** Each property an `update` sets, by itself: rules between properties need the stored record. */
function updatedProblems(change: Change, after: PartialProperties): Problem[] {
	const fields = fieldsOf(change);
	return Object.entries(after).flatMap(([field, value]) => {
		const schema = Object.hasOwn(fields, field) ? fields[field] : undefined;
		if (!schema) return [{ code: 'unknown_field' as const, field, value }];
		return fieldProblems(schema, field, value ?? undefined);
	});
}

const NONE: Problem[] = [];

function fixedProblems(properties: PartialProperties): Problem[] {
	let problems: Problem[] | undefined;
	for (const field in properties)
		if (FIXED.has(field))
			(problems ??= []).push({ code: 'fixed_field', field, value: properties[field] });
	return problems ?? NONE;
}

function changeProblems(change: Change): Problem[] {
	const badId = v.is(p.id, change.id)
		? []
		: [{ code: 'bad_id', field: 'id', value: change.id } as const];
	switch (change.op) {
		case 'remove':
			return badId;
		case 'create':
			return [...fixedProblems(change.after), ...recordProblems(change, change.after)];
		case 'update': {
			const uneven = Object.keys({ ...change.before, ...change.after }).filter(
				(field) => !Object.hasOwn(change.before, field) || !Object.hasOwn(change.after, field)
			);
			return [
				...badId,
				...uneven.map((field) => ({ code: 'uneven_update', field }) as const),
				...fixedProblems(change.after),
				...updatedProblems(change, change.after)
			];
		}
	}
}

/**
 * Everything the domain refuses in a change set by itself: who, when, each record created in whole,
 * each property updated, no record twice. Ends and stored values are the repository's to compare.
 */
export function changeSetProblems(changeSet: ChangeSet): ChangeProblem[] {
	const problems: ChangeProblem[] = [];
	const framed = parseWith(frame, changeSet);
	if (!framed.ok) problems.push(...framed.problems.map((problem) => ({ ...problem, id: '' })));
	const seen = new Set<string>();
	for (const change of changeSet.changes) {
		if (seen.has(change.id)) problems.push({ id: change.id, field: 'id', code: 'changed_twice' });
		seen.add(change.id);
		for (const problem of changeProblems(change)) problems.push({ ...problem, id: change.id });
	}
	return problems;
}
