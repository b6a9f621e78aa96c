import type { Block, Run } from '../document.ts';
import { artifact, BOTTOM, COLOURS, keep, MARGIN, WIDTH, type Doc, type Struct } from './sheet.ts';
import { heightOf, piecesOf, plain, writeCaption, writePieces } from './text.ts';

const SIZE = 9;
const GAP = 1.5;
const PAD = 4;
/** A row higher than that is written as text: it would fit on no page. */
const HIGHEST = 480;

/** Widths that share the page: each column gets its longest word, the rest goes where there is text. */
function widthsOf(doc: Doc, rows: readonly (readonly string[])[], columns: number): number[] {
	doc.font('bold').fontSize(SIZE);
	const at = (column: number): string[] => rows.slice(0, 200).map((row) => row[column] ?? '');
	const most = (texts: readonly string[]): number =>
		texts.reduce((widest, text) => Math.max(widest, doc.widthOfString(text.slice(0, 80))), 0);
	const least = Array.from(
		{ length: columns },
		(_, column) =>
			Math.min(most(at(column).flatMap((text) => text.split(/[\s-]/))), WIDTH / columns) + 2 * PAD
	);
	const wished = Array.from({ length: columns }, (_, column) => Math.min(most(at(column)), 220));
	const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
	const free = Math.max(0, WIDTH - sum(least));
	const all = sum(wished) || 1;
	const widths = least.map((width, column) => width + (free * (wished[column] ?? 0)) / all);
	const scale = WIDTH / sum(widths);
	return widths.map((width) => width * scale);
}

const rule = (doc: Doc, y: number): void =>
	artifact(doc, () => {
		doc
			.moveTo(MARGIN, y)
			.lineTo(MARGIN + WIDTH, y)
			.lineWidth(0.5)
			.strokeColor(COLOURS.line)
			.stroke();
	});

interface Cell {
	pieces: ReturnType<typeof piecesOf>;
	tag: 'TH' | 'TD';
	right: boolean;
}

/** How high a row is: its highest cell. */
function rowHeight(doc: Doc, cells: readonly Cell[], widths: readonly number[]): number {
	const heights = cells.map(({ pieces }, column) =>
		heightOf(doc, pieces, (widths[column] ?? 0) - 2 * PAD, SIZE, GAP)
	);
	return Math.max(...heights) + 2 * PAD;
}

/** One row at the cursor; nothing of it is tagged when `parent` is absent: a head said before. */
function writeRow(
	doc: Doc,
	cells: readonly Cell[],
	widths: readonly number[],
	{ parent, height = rowHeight(doc, cells, widths) }: { parent?: Struct; height?: number } = {}
): void {
	const top = doc.y;
	const isHead = cells[0]?.tag === 'TH' && cells.at(-1)?.tag === 'TH';
	if (isHead) artifact(doc, () => doc.rect(MARGIN, top, WIDTH, height).fill(COLOURS.wash));
	const row = parent && doc.struct('TR');
	if (row) parent.add(row);
	let x = MARGIN;
	for (const [column, { pieces, tag, right }] of cells.entries()) {
		const width = widths[column] ?? 0;
		const place = {
			...{ x: x + PAD, y: top + PAD, width: width - 2 * PAD, size: SIZE, gap: GAP },
			align: right ? ('right' as const) : ('left' as const)
		};
		if (row) {
			const cell = doc.struct(tag);
			row.add(cell);
			writePieces(doc, cell, pieces, place);
			cell.end();
		} else
			artifact(doc, () => {
				doc.font('bold').fontSize(SIZE).fillColor(COLOURS.ink);
				doc.text(plain(pieces), place.x, place.y, {
					width: place.width,
					lineGap: GAP,
					align: place.align
				});
			});
		x += width;
	}
	row?.end();
	doc.x = MARGIN;
	doc.y = top + height;
	rule(doc, doc.y);
}

/** Rows under one another, the head again on each page. */
function writeRows(
	doc: Doc,
	parent: Struct,
	{
		head,
		rows,
		widths
	}: { head?: readonly Cell[]; rows: readonly (readonly Cell[])[]; widths: readonly number[] }
): void {
	const table = doc.struct('Table');
	parent.add(table);
	if (head) writeRow(doc, head, widths, { parent: table });
	else rule(doc, doc.y);
	for (const cells of rows) {
		const height = rowHeight(doc, cells, widths);
		if (doc.y + height > BOTTOM) {
			doc.addPage();
			if (head) writeRow(doc, head, widths);
		}
		writeRow(doc, cells, widths, { parent: table, height });
	}
	table.end();
	doc.y += 10;
}

/** A cell too long for a page cuts the table: its row is read as paragraphs, the rest as two tables. */
function tallest(doc: Doc, cells: readonly Cell[], widths: readonly number[]): boolean {
	return cells.some(
		({ pieces }, column) =>
			plain(pieces).length > 1500 &&
			heightOf(doc, pieces, (widths[column] ?? 0) - 2 * PAD, SIZE, GAP) > HIGHEST
	);
}

function asText(doc: Doc, parent: Struct, cells: readonly Cell[]): void {
	for (const { pieces } of cells) {
		const paragraph = doc.struct('P');
		parent.add(paragraph);
		writePieces(doc, paragraph, pieces);
		paragraph.end();
		doc.y += 4;
	}
}

function written(
	doc: Doc,
	parent: Struct,
	given: { head?: readonly Cell[]; rows: readonly (readonly Cell[])[]; widths: readonly number[] }
): void {
	const { widths, rows } = given;
	let from = 0;
	const upTo = (to: number): void => {
		if (to > from) writeRows(doc, parent, { ...given, rows: rows.slice(from, to) });
	};
	for (const [index, cells] of rows.entries()) {
		if (!tallest(doc, cells, widths)) continue;
		upTo(index);
		asText(doc, parent, cells);
		from = index + 1;
	}
	upTo(rows.length);
}

const cell = (run: Run, tag: 'TH' | 'TD', right = false): Cell => ({
	pieces: piecesOf([run], tag === 'TH' ? 'bold' : 'body'),
	tag,
	right
});

export function writeTable(
	doc: Doc,
	parent: Struct,
	block: Extract<Block, { kind: 'table' }>
): void {
	const { caption, head, rows, numeric = [] } = block;
	keep(doc, 70);
	writeCaption(doc, parent, caption);
	doc.y += 3;
	const texts = [head, ...rows.map((row) => row.map((run) => plain(piecesOf([run]))))];
	written(doc, parent, {
		widths: widthsOf(doc, texts, head.length),
		head: head.map((text, column) => cell({ text }, 'TH', numeric.includes(column))),
		rows: rows.map((row) => row.map((run, column) => cell(run, 'TD', numeric.includes(column))))
	});
}

export function writeFacts(
	doc: Doc,
	parent: Struct,
	{ rows }: Extract<Block, { kind: 'facts' }>
): void {
	written(doc, parent, {
		widths: [WIDTH * 0.28, WIDTH * 0.72],
		rows: rows.map(({ term, runs }) => [
			cell({ text: term }, 'TH'),
			{ pieces: piecesOf(runs), tag: 'TD' as const, right: false }
		])
	});
}
