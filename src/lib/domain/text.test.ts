import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText, searchTokens } from './text.ts';

it.each([
	['L’Hôpital Saint-Éloi', 'l hopital saint eloi'],
	["  Cœur d'Hérault ", 'coeur d herault'],
	['ŒUVRE Ÿ', 'oeuvre y'],
	['« PMI » n° 12', 'pmi n 12'],
	['—', '']
])('folds %j to %j', (text, expected) => {
	expect(foldText(text)).toBe(expected);
});

it('folding twice changes nothing more', () => {
	for (const text of ['Ærø & Straße', 'E\u0301cole', 'ﬁnancé'])
		expect(foldText(foldText(text))).toBe(foldText(text));
});

it.each([
	['ASCII', fc.string({ unit: 'binary-ascii' })],
	[
		'Western languages',
		fc.string({
			unit: fc
				.oneof(
					fc.integer({ min: 0, max: 0x17f }),
					fc.integer({ min: 0x2000, max: 0x2040 }),
					fc.constantFrom(0x301, 0x308)
				)
				.map((code) => String.fromCharCode(code)),
			maxLength: 40
		})
	]
])('folds a text of %s as it does any other', (_, texts) => {
	fc.assert(
		fc.property(texts, (text) => {
			// The Cyrillic letter sends the same text through the tables of Unicode.
			expect(`${foldText(`${text} x`)} ж`).toBe(foldText(`${text} x ж`));
		}),
		{ numRuns: 1000 }
	);
});

it('keeps eight words of a long question', () => {
	expect(searchTokens('un deux trois quatre cinq six sept huit neuf dix')).toHaveLength(8);
	expect(searchTokens(' , ')).toEqual([]);
});

it('leaves elided articles out of a question', () => {
	expect(searchTokens("l'hôpital d’Éloi, qu'on aime")).toEqual(['hopital', 'eloi', 'on', 'aime']);
	expect(searchTokens("aujourd'hui L.D.")).toEqual(['aujourd', 'hui', 'l', 'd']);
});
