import type { PartialProperties, Properties, PropertyValue } from '#lib/domain/changes.ts';

/** Order of ids everywhere: they are ASCII, so both databases and JavaScript sort them alike. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** True for the same value; lists are equal when they hold the same texts in the same order. */
export function sameValue(a: PropertyValue | null, b: PropertyValue | null): boolean {
	if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
	return a.length === b.length && a.every((text, index) => text === b[index]);
}

/** `properties` once `after` is written over them; `null` takes a property away. Keys in order. */
export function withChanges(properties: Properties, after: PartialProperties): Properties {
	const merged: Record<string, PropertyValue | null> = { ...properties, ...after };
	const result: Record<string, PropertyValue> = {};
	for (const key of Object.keys(merged).sort()) {
		const value = merged[key];
		if (value !== null && value !== undefined) result[key] = value;
	}
	return result;
}

/** What an update from `before` to `after` says, or `undefined` when they are alike. */
export function diffProperties(
	before: Properties,
	after: Properties
): { before: PartialProperties; after: PartialProperties } | undefined {
	const from: Record<string, PropertyValue | null> = {};
	const to: Record<string, PropertyValue | null> = {};
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
	for (const key of keys) {
		const was = before[key] ?? null;
		const is = after[key] ?? null;
		if (sameValue(was, is)) continue;
		from[key] = was;
		to[key] = is;
	}
	return Object.keys(to).length > 0 ? { before: from, after: to } : undefined;
}
