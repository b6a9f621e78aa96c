import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assembly, piecesOf, type Piece } from './pieces.ts';

/** As between threads: nothing is shared, classes but the built-in ones are lost. */
const sent = (value: unknown): { value: unknown; pieces: Piece[] } => {
	const pieces = [...piecesOf(value)].map((piece) => structuredClone(piece));
	const assembly = new Assembly();
	for (const piece of pieces) assembly.add(piece);
	return { value: assembly.value, pieces };
};

const rows = (many: number) => Array.from({ length: many }, (_, id) => ({ id, tags: ['a'] }));

describe('an answer between threads', () => {
	it('is the same once it is put together, whatever it is made of', () => {
		fc.assert(
			fc.property(fc.anything({ withMap: true, withDate: true, maxDepth: 4 }), (value) => {
				expect(sent(value).value).toEqual(value);
			})
		);
	});

	it('comes in pieces of two thousand things at most, in its order', () => {
		const answer = {
			network: { nodes: rows(4_500), edges: rows(3) },
			layout: { positions: new Map(rows(2_001).map((row) => [String(row.id), row])) },
			themes: [{ items: [{ ids: rows(2_500) }] }]
		};
		const { value, pieces } = sent(answer);
		expect(value).toEqual(answer);
		const sizes = pieces.map((piece) =>
			piece.part === 'shell'
				? 0
				: piece.part === 'items'
					? piece.items.length
					: piece.entries.length
		);
		expect(sizes).toEqual([0, 2_000, 2_000, 500, 2_000, 1, 2_000, 500]);
		const [shell] = piecesOf(answer);
		expect(JSON.stringify(shell).length).toBeLessThan(500);
	});

	it('may be one large list by itself, or nothing', () => {
		expect(sent(rows(2_001)).value).toEqual(rows(2_001));
		expect(sent(undefined).value).toBeUndefined();
	});
});
