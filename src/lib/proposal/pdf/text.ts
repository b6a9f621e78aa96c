import { m } from '#lib/i18n/paraglide/messages.js';
import type { Run } from '../document.ts';
import { markOf } from '../parts.ts';
import { COLOURS, MARGIN, WIDTH, type Doc, type FontName, type Struct } from './sheet.ts';

/** Name of the place in the list of sources a number leads to. */
export const anchorOf = (source: number): string => `source-${source}`;

/** What no font draws: control characters, halves of characters. */
export const clean = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n]/gu, ' ');

interface Piece {
	text: string;
	/** Place a click leads to. */
	goTo?: string;
	link?: string;
	/** What is said of a link. */
	alt?: string;
	soft?: boolean;
	font?: FontName;
}

/** Text, then who vouches for it. */
export const piecesOf = (runs: readonly Run[], font: FontName = 'body'): Piece[] =>
	runs.flatMap((run) => {
		const mark = markOf(run);
		return [
			{ text: clean(run.text), font },
			...(mark ? [{ text: `\u00a0[${mark}]`, soft: true }] : []),
			...(run.sources ?? []).map((number) => ({
				text: `\u00a0[${number}]`,
				goTo: anchorOf(number),
				alt: m.proposal_source_alt({ n: number })
			}))
		];
	});

export const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

interface TextPlace {
	x?: number;
	y?: number;
	width?: number;
	align?: 'left' | 'right';
	size?: number;
	gap?: number;
}

/** Writes pieces one after the other as one paragraph of `parent`, links tagged as such. */
export function writePieces(
	doc: Doc,
	parent: Struct,
	pieces: readonly Piece[],
	place: TextPlace = {}
) {
	const { x, y, width, align = 'left', size = 10.5, gap = 2.5 } = place;
	const whole = pieces.filter(({ text }) => text !== '');
	whole.forEach((piece, index) => {
		const options = {
			...{ align, lineGap: gap, continued: index < whole.length - 1 },
			...(width === undefined ? {} : { width }),
			...(piece.goTo === undefined ? {} : { goTo: piece.goTo }),
			...(piece.link === undefined ? {} : { link: piece.link })
		};
		const isLink = piece.goTo !== undefined || piece.link !== undefined;
		const draw = (structParent?: Struct): void => {
			doc
				.font(piece.font ?? 'body')
				.fontSize(size)
				.fillColor(isLink ? COLOURS.accent : piece.soft ? COLOURS.soft : COLOURS.ink);
			const all = structParent ? { ...options, structParent } : options;
			if (index === 0 && (x !== undefined || y !== undefined))
				doc.text(piece.text, x ?? doc.x, y ?? doc.y, all);
			else doc.text(piece.text, all);
		};
		if (!isLink) parent.add(() => draw());
		else {
			const link = doc.struct('Link', { alt: piece.alt ?? piece.text });
			parent.add(link);
			link.add(() => draw(link));
			link.end();
		}
	});
	doc.fillColor(COLOURS.ink);
}

/** How high pieces are in this width. */
export const heightOf = (
	doc: Doc,
	pieces: readonly Piece[],
	width: number,
	size = 10.5,
	gap = 2.5
) =>
	doc
		.font(pieces[0]?.font ?? 'body')
		.fontSize(size)
		.heightOfString(plain(pieces) || ' ', { width, lineGap: gap });

/** What a figure or a table is called: its title before a table, its words under a figure. */
export function writeCaption(doc: Doc, parent: Struct, caption: string): void {
	const element = doc.struct('Caption', {}, () => {
		doc
			.font('body')
			.fontSize(9)
			.fillColor(COLOURS.soft)
			.text(caption, MARGIN, doc.y, { width: WIDTH });
		doc.fillColor(COLOURS.ink);
	});
	parent.add(element);
	element.end();
}
