import { diff3MergeRegions } from 'node-diff3';

/** A part of two texts that came from one: the same, changed on one side, or on both. */
export type Piece =
	| { kind: 'same'; text: string }
	| { kind: 'mine' | 'theirs'; text: string; before: string }
	| { kind: 'conflict'; mine: string; theirs: string; before: string };

/** Which side a conflict is solved by. */
export const SIDES = ['both', 'mine', 'theirs'] as const;
export type Side = (typeof SIDES)[number];

/** Pairs of equal lines beyond which telling them apart would hold the server. */
const MOST_PAIRS = 2_000_000;

/**
 * Sentences and lines, what a person changes and reads as one, with the marks that follow them. A line
 * begins with the end of the one before: what is written after the last leaves it as it was.
 */
const partsOf = (text: string): string[] =>
	text.match(/\n?[^\n]*?(?:[.!?…]["»\u202f]*[ \u00a0\u202f]+(?!\[)|(?=\n)|$)/g)?.filter(Boolean) ??
	[];

function pairs(a: readonly string[], b: readonly string[]): number {
	const counts = new Map<string, number>();
	for (const part of a) counts.set(part, (counts.get(part) ?? 0) + 1);
	return b.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0);
}

/** How much two lists begin alike, and how much of the rest ends alike. */
function around(a: readonly string[], b: readonly string[]): [number, number] {
	const most = Math.min(a.length, b.length);
	let start = 0;
	while (start < most && a[start] === b[start]) start++;
	let end = 0;
	while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
	return [start, end];
}

function joined(pieces: readonly Piece[]): Piece[] {
	const all: Piece[] = [];
	for (const piece of pieces) {
		const last = all.at(-1);
		if (piece.kind === 'same' && last?.kind === 'same')
			all[all.length - 1] = { kind: 'same', text: last.text + piece.text };
		else if (piece.kind !== 'same' || piece.text !== '') all.push(piece);
	}
	return all;
}

/**
 * Two texts made from one, told apart sentence by sentence (three-way merge, Khanna, Kunal and Pierce
 * 2007). Put end to end, the sides give each text back. Texts that repeat themselves too much to be
 * told apart are one conflict.
 */
export function mergePieces(mine: string, before: string, theirs: string): Piece[] {
	if (mine === theirs) return joined([{ kind: 'same', text: mine }]);
	const [a, o, b] = [partsOf(mine), partsOf(before), partsOf(theirs)];
	const [startA, endA] = around(a, o);
	const [startB, endB] = around(b, o);
	const start = Math.min(startA, startB);
	const end = Math.min(endA, endB, Math.min(a.length, b.length, o.length) - start);
	const inner = [a, o, b].map((parts) => parts.slice(start, parts.length - end));
	const [innerA = [], innerO = [], innerB = []] = inner;
	const outside = (from: number, to: number): Piece => ({
		kind: 'same',
		text: o.slice(from, to).join('')
	});
	return joined([
		outside(0, start),
		...(pairs(innerA, innerO) + pairs(innerB, innerO) > MOST_PAIRS
			? [pieceOf(innerA, innerO, innerB)]
			: regions(innerA, innerO, innerB)),
		outside(o.length - end, o.length)
	]);
}

function pieceOf(a: readonly string[], o: readonly string[], b: readonly string[]): Piece {
	const [mine, before, theirs] = [a.join(''), o.join(''), b.join('')];
	if (mine === theirs) return { kind: 'same', text: mine };
	if (mine === before) return { kind: 'theirs', text: theirs, before };
	if (theirs === before) return { kind: 'mine', text: mine, before };
	return { kind: 'conflict', mine, theirs, before };
}

/** What stands between two known places of the old text: changed by one side, or taken out by one. */
function changed(
	a: string[],
	before: string[],
	at: number,
	by?: { side: 'a' | 'b'; text: string[] }
) {
	// Who kept it where it stood is not who took it out.
	const keptByMine = before.every((part, index) => a[at + index] === part);
	const side = by?.side ?? (keptByMine ? 'b' : 'a');
	const text = by?.text ?? [];
	return side === 'a' ? pieceOf(text, before, before) : pieceOf(before, before, text);
}

function regions(a: string[], o: string[], b: string[]): Piece[] {
	const pieces: Piece[] = [];
	let [atMine, atOld] = [0, 0];
	let pending: { side: 'a' | 'b'; text: string[] } | undefined;
	const upTo = (old: number): void => {
		const before = o.slice(atOld, old);
		if (pending || before.length > 0) {
			const piece = changed(a, before, atMine, pending);
			pieces.push(piece);
			if (piece.kind === 'theirs') atMine += before.length;
			else atMine += pending?.text.length ?? 0;
		}
		[pending, atOld] = [undefined, old];
	};
	for (const region of diff3MergeRegions(a, o, b)) {
		if (region.stable && region.buffer !== 'o') {
			pending = { side: region.buffer, text: region.bufferContent };
			continue;
		}
		upTo(region.stable ? region.bufferStart : region.oStart);
		if (region.stable) {
			pieces.push({ kind: 'same', text: region.bufferContent.join('') });
			[atMine, atOld] = [atMine + region.bufferLength, atOld + region.bufferLength];
		} else {
			pieces.push(pieceOf(region.aContent, region.oContent, region.bContent));
			[atMine, atOld] = [atMine + region.aLength, atOld + region.oLength];
		}
	}
	upTo(o.length);
	return pieces;
}

/** One text of the pieces: what one side alone changed is taken, a conflict as its side says. */
export function mergedText(pieces: readonly Piece[], sides: readonly Side[] = []): string {
	let conflict = 0;
	return pieces
		.map((piece) => {
			if (piece.kind !== 'conflict') return piece.text;
			const side = sides[conflict++] ?? 'both';
			if (side !== 'both') return piece[side];
			const isApart = piece.mine === '' || /\s$/.test(piece.mine) || /^\s/.test(piece.theirs);
			const gap = isApart ? '' : '\n';
			return piece.mine + gap + piece.theirs;
		})
		.join('');
}
