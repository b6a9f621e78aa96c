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

it('folds what has no accent like the rest', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
			// The accent sends the same text through the tables of Unicode.
			expect(`${foldText(`${text} x`)} e`).toBe(foldText(`${text} x é`));
		})
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
