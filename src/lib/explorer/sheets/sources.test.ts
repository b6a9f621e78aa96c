import { expect, it } from 'vitest';
import type { ClaimView } from '#lib/domain/views.ts';
import { bibliography } from './sources.ts';

const claim = (id: string, source?: string): ClaimView => ({
	id,
	says: 'exists',
	how: 'stated',
	by: { name: 'X' },
	source: source ? { id: source, name: source } : undefined
});

it('numbers each source once, in the order met, and leaves out what has none', () => {
	const { sources, numberOf } = bibliography(
		[{ claims: [claim('1', 'b'), claim('2', 'a')] }, { claims: [claim('3')] }],
		[claim('0', 'a')]
	);
	expect(sources.map((s) => s.id)).toEqual(['a', 'b']);
	expect(numberOf.get('b')).toBe(2);
	expect(numberOf.size).toBe(2);
});
