import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergedText, mergePieces, type Piece } from './merge.ts';

const kinds = (pieces: readonly Piece[]): string[] => pieces.map(({ kind }) => kind);
const side = (pieces: readonly Piece[], who: 'mine' | 'theirs'): string =>
	pieces
		.map((piece) => {
			if (piece.kind === 'conflict') return piece[who];
			return piece.kind === 'same' || piece.kind === who ? piece.text : piece.before;
		})
		.join('');

const BEFORE = 'Deux liens sont connus. Ils sont anciens.\n\n- A coopère avec B\n- C accueille D\n';

it('takes what one side alone changed, from each', () => {
	const mine = BEFORE.replace('Ils sont anciens.', 'Nous les avons noués en 2019.');
	const theirs = BEFORE.replace('- C accueille D\n', '- C accueille D\n- E aide F\n');
	const pieces = mergePieces(mine, BEFORE, theirs);
	expect(kinds(pieces)).not.toContain('conflict');
	expect(mergedText(pieces)).toBe(mine.replace('accueille D\n', 'accueille D\n- E aide F\n'));
});

it('tells who took a line out, and keeps it out', () => {
	const without = BEFORE.replace('- A coopère avec B\n', '');
	expect(kinds(mergePieces(without, BEFORE, BEFORE))).toEqual(['same', 'mine', 'same']);
	expect(kinds(mergePieces(BEFORE, BEFORE, without))).toEqual(['same', 'theirs', 'same']);
	expect(mergedText(mergePieces(BEFORE, BEFORE, without))).toBe(without);
});

it('asks where both changed one sentence, and loses neither meanwhile', () => {
	const mine = BEFORE.replace('Deux liens', 'Nos deux liens');
	const theirs = BEFORE.replace('Deux liens', 'Trois liens');
	const pieces = mergePieces(mine, BEFORE, theirs);
	expect(kinds(pieces)).toEqual(['conflict', 'same']);
	expect(mergedText(pieces, ['mine'])).toBe(mine);
	expect(mergedText(pieces, ['theirs'])).toBe(theirs);
	expect(mergedText(pieces)).toMatch(/Nos deux liens[^.]*\.\s+Trois liens/);
});

it('keeps the marks of a sentence with it, whoever writes after it', () => {
	const before = '- A aide B. [prévu]';
	const mine = `${before}\n\nNous y tenons.`;
	const theirs = `${before}\n- C aide D. [prévu]`;
	expect(mergedText(mergePieces(mine, before, theirs))).toBe(
		'- A aide B. [prévu]\n\nNous y tenons.\n- C aide D. [prévu]'
	);
	const cited = 'Un fait. [src-a] Un autre.';
	expect(mergePieces(cited, 'Un fait. [src-a] Un', cited)[0]).toEqual({
		kind: 'same',
		text: cited
	});
});

const part = fc.constantFrom('Un. ', 'Deux. ', 'Trois.\n', '- a\n', '\n', 'fin');
const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
it('gives each text back from its pieces, and one side when the other did nothing', () => {
	fc.assert(
		fc.property(text, text, text, (mine, before, theirs) => {
			const pieces = mergePieces(mine, before, theirs);
			expect(side(pieces, 'mine')).toBe(mine);
			expect(side(pieces, 'theirs')).toBe(theirs);
			expect(mergedText(mergePieces(mine, before, before))).toBe(mine);
			expect(mergedText(mergePieces(before, before, theirs))).toBe(theirs);
		})
	);
});

it('makes one conflict of texts that repeat themselves without end', () => {
	const lines = (n: number, end: string): string => '- ainsi\n'.repeat(n) + end;
	const pieces = mergePieces(`x\n${lines(25_000, 'a')}`, lines(24_000, 'b'), lines(23_000, 'c'));
	expect(kinds(pieces)).toEqual(['conflict']);
});
