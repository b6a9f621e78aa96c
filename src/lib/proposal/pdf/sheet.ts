import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { paperColour } from '../palette.ts';

/** Points in a centimetre. */
const CM = 28.35;
export const MARGIN = 2.2 * CM;
/** A4. */
export const PAGE = { width: 595.28, height: 841.89 };
export const WIDTH = PAGE.width - 2 * MARGIN;
export const BOTTOM = PAGE.height - MARGIN;

export const COLOURS = {
	ink: paperColour('ink'),
	soft: paperColour('soft'),
	accent: paperColour('accent'),
	line: paperColour('line'),
	wash: paperColour('wash')
};

const FONTS = { body: '400Regular', bold: '700Bold', italic: '400Regular_Italic' };
export type FontName = keyof typeof FONTS;

/** The font has a thin space that breaks and none that does not: the second is drawn by the first. */
const DRAWN: readonly [string, string][] = [
	['\u202f', '\u2009'],
	['\u2011', '-']
];

function fontOf(weight: string): Font {
	const require = createRequire(import.meta.url);
	const file = `@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`;
	const font = create(readFileSync(require.resolve(file)));
	if (!('layout' in font)) throw new Error(`${weight} is a collection of fonts`);
	const layout = font.layout.bind(font);
	font.layout = (text, ...options) =>
		layout(
			DRAWN.reduce((drawn, [from, to]) => drawn.replaceAll(from, to), text),
			...options
		);
	return font;
}

export type Doc = PDFKit.PDFDocument;
export type Struct = PDFKit.PDFStructureElement;

/** An empty tagged document with our fonts in it. */
export function openDocument(options: { lang: string; title: string; about: string }): Doc {
	const doc = new PDFDocument({
		size: 'A4',
		margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
		pdfVersion: '1.7',
		tagged: true,
		lang: options.lang,
		displayTitle: true,
		bufferPages: true,
		info: { Title: options.title, Author: 'Maillage', Subject: options.about }
	});
	for (const [name, weight] of Object.entries(FONTS))
		// The types know files and bytes only; the library takes a font that is open already.
		Reflect.apply(doc.registerFont, doc, [name, fontOf(weight)]);
	return doc.font('body').fontSize(10.5).fillColor(COLOURS.ink);
}

/** Starts a page when less than this is left on the one begun. */
export function keep(doc: Doc, height: number): void {
	if (doc.y + height > BOTTOM) doc.addPage();
}

/** What is drawn and says nothing: rules, grounds, page numbers. */
export function artifact(
	doc: Doc,
	draw: () => void,
	type: 'Layout' | 'Pagination' = 'Layout'
): void {
	doc.markContent('Artifact', { type });
	draw();
	doc.endMarkedContent();
}
