import type { Change, ChangeSet } from '#lib/domain/changes.ts';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import type { InvalidChangeError } from '../errors.ts';

export type Problem = InvalidChangeError['problems'][number];

/** ASCII only: ids are slugs of pages, and sort alike in JavaScript and in both databases. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,199}$/;
const PROPERTY = /^[a-z][A-Za-z0-9]*$/;
const RESERVED: ReadonlySet<string> = new Set([
	'id',
	'label',
	'type',
	'source',
	'target',
	'revision'
]);
const LABELS: ReadonlySet<string> = new Set([...NODE_LABELS, 'Claim']);
const TYPES: ReadonlySet<string> = new Set(RELATION_TYPES);
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Text both databases give back as it was: neither keeps half of a surrogate pair. */
const isText = (value: unknown): boolean =>
	typeof value === 'string' && Buffer.from(value).toString() === value;

const isStorable = (value: unknown): boolean =>
	typeof value === 'boolean' ||
	(typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) ||
	isText(value) ||
	(Array.isArray(value) && value.every(isText));

/** Who, when and from what: what a revision says of itself. */
export function problemsOfHeader(changeSet: ChangeSet): Problem[] {
	const problems: Problem[] = [];
	if (changeSet.who.trim() === '') problems.push({ id: '', field: 'who', code: 'missing' });
	if (!INSTANT.test(changeSet.at) || Number.isNaN(Date.parse(changeSet.at)))
		problems.push({ id: '', field: 'at', code: 'not_an_instant', value: changeSet.at });
	for (const field of ['who', 'why'] as const) {
		if (!isText(changeSet[field])) problems.push({ id: '', field, code: 'bad_value' });
	}
	return problems;
}

function problemsOfProperties(
	id: string,
	properties: Readonly<Record<string, unknown>>,
	nullable: boolean
): Problem[] {
	const problems: Problem[] = [];
	for (const [field, value] of Object.entries(properties)) {
		if (!PROPERTY.test(field) || RESERVED.has(field))
			problems.push({ id, field, code: 'bad_property' });
		else if (!(nullable && value === null) && !isStorable(value))
			problems.push({ id, field, code: 'bad_value', value });
	}
	return problems;
}

function problemsOfSubject(change: Change): Problem[] {
	const { id } = change;
	const problems: Problem[] = [];
	if (!ID.test(id)) problems.push({ id, field: 'id', code: 'bad_id', value: id });
	if (change.entity === 'node') {
		if (!LABELS.has(change.label))
			problems.push({ id, field: 'label', code: 'unknown_label', value: change.label });
		return problems;
	}
	if (!TYPES.has(change.type))
		problems.push({ id, field: 'type', code: 'unknown_type', value: change.type });
	if (change.source === change.target)
		problems.push({ id, field: 'target', code: 'tied_to_itself', value: change.target });
	return problems;
}

/** What is wrong with one change, whatever is stored. */
export function problemsOfChange(change: Change): Problem[] {
	const problems = problemsOfSubject(change);
	if (change.op === 'create')
		return [...problems, ...problemsOfProperties(change.id, change.after, false)];
	if (change.op === 'remove')
		return [...problems, ...problemsOfProperties(change.id, change.before, false)];
	problems.push(...problemsOfProperties(change.id, change.before, true));
	problems.push(...problemsOfProperties(change.id, change.after, true));
	for (const key of new Set([...Object.keys(change.before), ...Object.keys(change.after)])) {
		if (!(key in change.before) || !(key in change.after))
			problems.push({ id: change.id, field: key, code: 'one_sided' });
	}
	return problems;
}
