import type { Change, PartialProperties } from '#lib/domain/changes.ts';
import type { InvalidChangeError } from '../errors.ts';

export type Problem = InvalidChangeError['problems'][number];

/** Text both databases give back as it was: neither keeps half of a surrogate pair. */
const isText = (value: unknown): boolean =>
	typeof value === 'string' && Buffer.from(value).toString() === value;

const isStorable = (value: unknown): boolean =>
	value === null ||
	typeof value === 'boolean' ||
	(typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) ||
	isText(value) ||
	(Array.isArray(value) && value.every(isText));

const NOTHING: PartialProperties = {};

/** Values no database gives back as they were: half characters, numbers that are none, minus zero. */
export function storageProblems(change: Change): Problem[] {
	const before = change.op === 'create' ? NOTHING : change.before;
	const after = change.op === 'remove' ? NOTHING : change.after;
	return [...Object.entries(before), ...Object.entries(after)]
		.filter(([, value]) => value !== undefined && !isStorable(value))
		.map(([field, value]) => ({ id: change.id, field, code: 'wrong_type', value }));
}
