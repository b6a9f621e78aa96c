import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { InvalidCursorError } from './errors.ts';

it('comes back as it was, and travels in an address', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, id) => {
			const cursor = encodeCursor({ name, id });
			expect(cursor).toMatch(/^[\w-]+$/);
			expect(decodeCursor(cursor)).toEqual({ name, id });
		})
	);
});

it.each(['', 'x', 'W10', 'WzEsMl0', 'eyJuYW1lIjoiYSJ9'])('refuses %j', (cursor) => {
	expect(() => decodeCursor(cursor)).toThrow(InvalidCursorError);
});
