import { InvalidCursorError } from './errors.ts';

/** Where the next page of a list by folded name starts: after this name and id. */
export interface ListPosition {
	name: string;
	id: string;
}

/** Opaque text for an address; both databases write the same one. */
export const encodeCursor = ({ name, id }: ListPosition): string =>
	Buffer.from(JSON.stringify([name, id])).toString('base64url');

/** @throws InvalidCursorError for anything `encodeCursor` did not write. */
export function decodeCursor(cursor: string): ListPosition {
	try {
		const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
		if (Array.isArray(parsed) && parsed.length === 2) {
			const [name, id]: unknown[] = parsed;
			if (typeof name === 'string' && typeof id === 'string') return { name, id };
		}
	} catch {
		// Falls through: whatever was wrong, it is not a cursor.
	}
	throw new InvalidCursorError(cursor);
}
