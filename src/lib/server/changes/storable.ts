import type { Change, PartialProperties } from '#lib/domain/changes.ts';
import type { InvalidChangeError } from '../errors.ts';

export type Problem = InvalidChangeError['problems'][number];

/** Nothing beyond Latin: no half characters to look for. */
// eslint-disable-next-line no-control-regex
const PLAIN = /^[\u0000-\u02ff]*$/;

/** Text both databases give back as it was: neither keeps half of a surrogate pair. */
const isText = (value: unknown): boolean =>
	typeof value === 'string' && (PLAIN.test(value) || Buffer.from(value).toString() === value);

const isStorable = (value: unknown): boolean =>
	value === null ||
	typeof value === 'boolean' ||
	(typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) ||
	isText(value) ||
	(Array.isArray(value) && value.every(isText));

const NOTHING: PartialProperties = {};
const NONE: Problem[] = [];

/** Values no database gives back as they were: half characters, numbers that are none, minus zero. */
export function storageProblems(change: Change): Problem[] {
	const before = change.op === 'create' ? NOTHING : change.before;
	const after = change.op === 'remove' ? NOTHING : change.after;
	let problems: Problem[] | undefined;
	for (const side of [before, after])
		for (const field in side) {
			const value = side[field];
			if (value === undefined || isStorable(value)) continue;
			(problems ??= []).push({ id: change.id, field, code: 'wrong_type', value });
		}
	return problems ?? NONE;
}
