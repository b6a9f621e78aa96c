import type { PropertyValue } from '#lib/domain/changes.ts';
import { sameValue } from '../changes/values.ts';
import type { FieldChange } from './outcome.ts';

/** Both sides of what is written of fields; `undefined` when all stays. */
export function sidesOf(fields: readonly FieldChange[]) {
	const written = fields.filter(({ kept }) => !kept);
	if (written.length === 0) return undefined;
	return {
		before: Object.fromEntries(written.map(({ field, before }) => [field, before])),
		after: Object.fromEntries(written.map(({ field, after }) => [field, after]))
	};
}

/** What a file says beside what is stored: fields it fills, and those it says otherwise. */
export function compare(
	stored: Readonly<Record<string, unknown>>,
	said: Readonly<Record<string, PropertyValue>>,
	options: {
		replace: boolean;
		alike: (field: string, a: PropertyValue, b: PropertyValue) => boolean;
		/** Fields that are never replaced. */
		fixed?: ReadonlySet<string>;
	}
): FieldChange[] {
	return Object.entries(said).flatMap(([field, after]): FieldChange[] => {
		const before = valueOf(stored[field]);
		if (before !== null && (sameValue(before, after) || options.alike(field, before, after)))
			return [];
		const kept = before !== null && (!options.replace || (options.fixed?.has(field) ?? false));
		return [{ field, before, after, kept }];
	});
}

/** A value as a change may say it. */
export function valueOf(value: unknown): PropertyValue | null {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
		return value;
	return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
}

/** What is written of such fields. */
export const written = (fields: readonly FieldChange[]): [string, PropertyValue][] =>
	fields.flatMap(({ field, after, kept }) => (kept ? [] : [[field, after]]));
