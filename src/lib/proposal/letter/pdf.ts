import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Dossier, Figure } from '../document.ts';
import { finished, footers } from '../pdf/finish.ts';
import { picturesOf } from '../pdf/pictures.ts';
import { COLOURS, keep, MARGIN, openDocument, WIDTH } from '../pdf/sheet.ts';
import type { Doc, Struct } from '../pdf/sheet.ts';
import { clean, piecesOf, writePieces } from '../pdf/text.ts';
import { letterOf, LETTER_PAGES, LEVELS, type Letter, type Limits, type Line } from './letter.ts';

type Pieces = ReturnType<typeof piecesOf>;
const INDENT = 10;
const GAP = 1.2;

function paragraph(doc: Doc, parent: Struct, pieces: Pieces, size: number, indent = 0): void {
	keep(doc, size * 1.4);
	const element = doc.struct('P');
	parent.add(element);
	const place = { x: MARGIN + indent, y: doc.y, width: WIDTH - indent, size, gap: GAP };
	writePieces(doc, element, pieces, place);
	element.end();
	doc.x = MARGIN;
	doc.y += 2.5;
}

/** Sources are cited in the words of a letter, and not linked: the list at its end is short. */
const said = ({ runs, bullet }: Line): Pieces => [
	...(bullet ? [{ text: '–\u00a0' }] : []),
	...piecesOf(runs).map(({ text, soft = false, font = 'body' }) => ({ text, soft, font }))
];

function heading(doc: Doc, root: Struct, level: 1 | 2, text: string, size: number): void {
	keep(doc, size * 4);
	if (level === 2) doc.y += 5;
	const element = doc.struct(`H${level}`, {}, () => {
		doc.font('bold').fontSize(size).fillColor(COLOURS.ink);
		doc.text(clean(text), MARGIN, doc.y, { width: WIDTH });
	});
	root.add(element);
	element.end();
	doc.y += 2;
}

/** The network before and, beside it, after: both at one scale. */
function figures(
	doc: Doc,
	root: Struct,
	{ figures: drawn, caption }: Letter,
	{ figure: most, size }: Limits,
	pictures: ReadonlyMap<Figure, Uint8Array>
): void {
	const ready = drawn.flatMap((one) => {
		const png = pictures.get(one.figure);
		return png ? [{ ...one, png }] : [];
	});
	if (drawn.length > 0 && ready.length < drawn.length)
		return paragraph(
			doc,
			root,
			[{ text: `${m.proposal_figure_failed()} ${drawn[0]?.alt ?? ''}` }],
			size
		);
	const room = (WIDTH - 12 * (ready.length - 1)) / Math.max(1, ready.length);
	const tallest = Math.max(0, ...ready.map(({ figure }) => figure.height));
	const scale = Math.min(room / (ready[0]?.figure.width ?? room), most / Math.max(1, tallest));
	if (ready.length === 0) return;
	keep(doc, tallest * scale + 20);
	const top = doc.y;
	for (const [index, { figure, alt, png }] of ready.entries()) {
		const at = { width: figure.width * scale, height: figure.height * scale };
		const x = MARGIN + index * (room + 12) + (room - at.width) / 2;
		const bbox = [x, top, x + at.width, top + at.height];
		const element = doc.struct('Figure', { alt, ...{ bbox } }, () => {
			doc.image(Buffer.from(png), x, top, at);
		});
		root.add(element);
		element.end();
	}
	doc.x = MARGIN;
	doc.y = top + tallest * scale + 3;
	paragraph(doc, root, [{ text: clean(caption), soft: true }], size - 1.5);
}

async function written(
	letter: Letter,
	limits: Limits,
	pictures: ReadonlyMap<Figure, Uint8Array>
): Promise<{ pages: number; bytes: Uint8Array<ArrayBuffer> }> {
	const { size } = limits;
	const lang = getLocale() === 'en' ? 'en-GB' : 'fr-FR';
	const doc = openDocument({ lang, title: letter.subject, about: letter.about.join(' · ') });
	const bytes = finished(doc);
	const root = doc.struct('Document');
	doc.addStructure(root);
	paragraph(doc, root, [{ text: clean(letter.to), soft: true }], size);
	heading(doc, root, 1, letter.subject, size + 5);
	for (const line of letter.about)
		paragraph(doc, root, [{ text: clean(line), soft: true }], size - 0.5);
	for (const [index, { title, lines }] of letter.sections.entries()) {
		heading(doc, root, 2, title, size + 1.5);
		for (const line of lines) paragraph(doc, root, said(line), size, line.bullet ? INDENT : 0);
		// After the partners and before what is aimed at: where a reader asks who works with whom.
		if (index === Math.floor(letter.sections.length / 2))
			figures(doc, root, letter, limits, pictures);
	}
	if (letter.missing) paragraph(doc, root, [{ text: clean(letter.missing), font: 'bold' }], size);
	paragraph(doc, root, [{ text: clean(letter.closing) }], size);
	for (const source of letter.sources)
		paragraph(doc, root, [{ text: clean(source), soft: true }], size - 2);
	root.end();
	footers(doc, letter.title);
	const pages = doc.bufferedPageRange().count;
	doc.end();
	return { pages, bytes: await bytes };
}

/**
 * The fullest letter that holds on two pages, with its limits. Beyond the barest, a team wrote more than
 * that: nothing of its words is cut, and the letter is longer.
 */
export async function fittedLetter(dossier: Dossier) {
	const pictures = await picturesOf(dossier);
	let last: { limits: Limits; bytes: Uint8Array<ArrayBuffer> } | undefined;
	for (const limits of LEVELS) {
		const { pages, bytes } = await written(letterOf(dossier, limits), limits, pictures);
		last = { limits, bytes };
		if (pages <= LETTER_PAGES) break;
	}
	if (!last) throw new Error('a letter has no level');
	return last;
}
