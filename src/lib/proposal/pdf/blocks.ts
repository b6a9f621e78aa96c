import { m } from '#lib/i18n/paraglide/messages.js';
import type { Block, Figure } from '../document.ts';
import { artifact, BOTTOM, COLOURS, keep, MARGIN, WIDTH, type Doc, type Struct } from './sheet.ts';
import { writeFacts, writeTable } from './tables.ts';
import { clean, heightOf, piecesOf, writeCaption, writePieces } from './text.ts';

const INDENT = 14;
const HIGHEST_FIGURE = 430;
/** Share of its size a figure may lose to stand where it is told rather than on the next page. */
const LEAST_SHARE = 0.7;
/** Under a figure, for its words. */
const CAPTION = 40;

/** A title of this level, kept with what follows. */
export function writeHeading(doc: Doc, parent: Struct, level: 1 | 2 | 3, text: string): void {
	const size = { 1: 17, 2: 13, 3: 10.5 }[level];
	keep(doc, size * 2 + 60);
	if (doc.y > MARGIN) doc.y += { 1: 18, 2: 10, 3: 6 }[level];
	const heading = doc.struct(`H${level + 1}`, {}, () => {
		doc
			.font('bold')
			.fontSize(size)
			.fillColor(level === 3 ? COLOURS.soft : COLOURS.ink);
		doc.text(clean(text), MARGIN, doc.y, { width: WIDTH });
		doc.fillColor(COLOURS.ink);
	});
	parent.add(heading);
	heading.end();
	doc.y += 5;
}

function paragraph(doc: Doc, parent: Struct, pieces: ReturnType<typeof piecesOf>): void {
	const element = doc.struct('P');
	parent.add(element);
	writePieces(doc, element, pieces, { x: MARGIN, y: doc.y, width: WIDTH });
	element.end();
	doc.y += 6;
}

function list(doc: Doc, parent: Struct, { items }: Extract<Block, { kind: 'list' }>): void {
	const element = doc.struct('L');
	parent.add(element);
	for (const runs of items) {
		keep(doc, 14);
		const item = doc.struct('LI');
		element.add(item);
		const label = doc.struct('Lbl', {}, () => {
			doc.font('body').fontSize(10.5).text('–', MARGIN, doc.y, { lineBreak: false });
		});
		item.add(label);
		label.end();
		const body = doc.struct('LBody');
		item.add(body);
		writePieces(doc, body, piecesOf(runs), { x: MARGIN + INDENT, y: doc.y, width: WIDTH - INDENT });
		body.end();
		item.end();
		doc.x = MARGIN;
		doc.y += 3;
	}
	element.end();
	doc.y += 4;
}

const roomFor = (doc: Doc): number => BOTTOM - doc.y - CAPTION;

/** True when a figure can stand at the cursor, a little smaller if need be. */
export const fitsHere = (doc: Doc, { width, height }: Figure): boolean =>
	roomFor(doc) >= Math.min(WIDTH / width, HIGHEST_FIGURE / height) * height * LEAST_SHARE;

function figure(
	doc: Doc,
	parent: Struct,
	{ figure: { width, height }, caption, alt }: Extract<Block, { kind: 'figure' }>,
	png: Uint8Array | undefined
): void {
	if (!png)
		return paragraph(doc, parent, [
			{ text: `${m.proposal_figure_failed()} ${alt}`, font: 'italic' }
		]);
	const most = Math.min(WIDTH / width, HIGHEST_FIGURE / height);
	const here = roomFor(doc) / height;
	const scale = here >= most * LEAST_SHARE ? Math.min(most, here) : most;
	const size = { width: width * scale, height: height * scale };
	keep(doc, size.height + CAPTION);
	const [x, y] = [MARGIN + (WIDTH - size.width) / 2, doc.y];
	const element = doc.struct(
		'Figure',
		{ alt, ...{ bbox: [x, y, x + size.width, y + size.height] } },
		() => {
			doc.image(Buffer.from(png), x, y, size);
		}
	);
	parent.add(element);
	element.end();
	doc.x = MARGIN;
	doc.y = y + size.height + 5;
	writeCaption(doc, parent, caption);
	doc.y += 10;
}

/** Left to the team: a bar beside it, so that what is still to be written is seen at once. */
function team(doc: Doc, parent: Struct, text: string): void {
	const pieces = [{ text: m.proposal_team_label(), font: 'bold' as const }, { text: clean(text) }];
	const height = heightOf(doc, pieces, WIDTH - INDENT);
	if (height < 300) keep(doc, height + 8);
	const [top, page] = [doc.y, doc.bufferedPageRange().count];
	const element = doc.struct('P');
	parent.add(element);
	writePieces(doc, element, pieces, { x: MARGIN + INDENT, y: top, width: WIDTH - INDENT });
	element.end();
	const bottom = doc.bufferedPageRange().count === page ? doc.y : BOTTOM;
	if (bottom > top)
		artifact(doc, () => doc.rect(MARGIN, top - 1, 3, bottom - top).fill(COLOURS.accent));
	doc.fillColor(COLOURS.ink);
	doc.x = MARGIN;
	doc.y += 8;
}

/** One block, at the cursor. */
export function writeBlock(
	doc: Doc,
	parent: Struct,
	block: Block,
	pictures: ReadonlyMap<Figure, Uint8Array>
): void {
	switch (block.kind) {
		case 'paragraph':
			return paragraph(doc, parent, piecesOf(block.runs));
		case 'heading':
			return writeHeading(doc, parent, block.level, block.text);
		case 'list':
			return list(doc, parent, block);
		case 'facts':
			return writeFacts(doc, parent, block);
		case 'table':
			return writeTable(doc, parent, block);
		case 'figure':
			return figure(doc, parent, block, pictures.get(block.figure));
		case 'gap':
			return paragraph(doc, parent, [{ text: clean(block.text), font: 'italic', soft: true }]);
		case 'team':
			return team(doc, parent, block.text);
	}
}
