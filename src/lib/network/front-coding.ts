const LONGEST = 35;

/**
 * Ids as what each adds to the one before: a base-36 digit says how many letters they share, the rest
 * follows (`fictif-a`, `fictif-b` → `0fictif-a`, `7b`). Sorted ids shrink by half before compression
 * and to almost nothing after it. Method: front coding of sorted lists (Witten, Moffat and Bell,
 * Managing Gigabytes, 1999).
 */
export function frontCoded(ids: readonly string[]): string[] {
	let before = '';
	return ids.map((id) => {
		let shared = 0;
		while (shared < LONGEST && shared < id.length && id[shared] === before[shared]) shared++;
		before = id;
		return shared.toString(36) + id.slice(shared);
	});
}

/** The ids again. A text that is not front coded gives other ids, never an error. */
export function frontDecoded(coded: readonly string[]): string[] {
	let before = '';
	return coded.map(
		(text) => (before = before.slice(0, parseInt(text.charAt(0), 36)) + text.slice(1))
	);
}
