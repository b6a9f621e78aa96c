import {
	BorderStyle,
	HeadingLevel,
	ImageRun,
	InternalHyperlink,
	LineRuleType,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType,
	AlignmentType,
	type FileChild,
	type ParagraphChild
} from 'docx';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Block, Figure, Run } from '../document.ts';
import { markOf } from '../parts.ts';
import { rasterise } from '../figures/raster.ts';
import { BULLETS, CELL, GAP, rule, SPACE, TEAM, TEXT_WIDTH, wash } from './styles.ts';

/** Name of the place in the list of sources a number leads to. */
export const anchorOf = (source: number): string => `source-${source}`;

/** Control characters have no place in XML: Word refuses a whole file for one of them. */
export const clean = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');

/** Lines a team wrote under one another stay so. */
const broken = (text: string): TextRun[] =>
	text
		.split('\n')
		.map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }));

const marked = (run: Run): TextRun[] => {
	const mark = markOf(run);
	return mark ? [new TextRun({ text: `\u202f[${mark}]`, superScript: true })] : [];
};

/** Text, then the numbers of its sources, each a link to the list at the end. */
export const runsOf = (runs: readonly Run[]): ParagraphChild[] =>
	runs.flatMap((run) => [
		...broken(clean(run.text)),
		...marked(run),
		...(run.sources ?? []).map(
			(number) =>
				new InternalHyperlink({
					anchor: anchorOf(number),
					children: [
						new TextRun({ text: `\u202f[${number}]`, style: 'Hyperlink', superScript: true })
					]
				})
		)
	]);

/** The same without links, in half-points: a letter's list of sources is beside its words. */
export const plainRuns = (runs: readonly Run[], size: number): TextRun[] =>
	runs.flatMap((run) => {
		const mark = markOf(run);
		const marks = [...(mark ? [mark] : []), ...(run.sources ?? []).map(String)];
		return [
			...clean(run.text)
				.split('\n')
				.map((text, index) => new TextRun({ text, size, ...(index > 0 ? { break: 1 } : {}) })),
			...marks.map((text) => new TextRun({ text: `\u202f[${text}]`, superScript: true, size }))
		];
	});

const edge = { style: BorderStyle.SINGLE, size: 4, color: rule };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function cellOf(
	run: Run,
	{ width, head = false, right = false }: { width: number; head?: boolean; right?: boolean }
): TableCell {
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		...(head ? { shading: { fill: wash } } : {}),
		margins: { top: 40, bottom: 40, left: 80, right: 80 },
		children: [
			new Paragraph({
				style: CELL,
				...(right ? { alignment: AlignmentType.RIGHT } : {}),
				children: head ? [new TextRun({ text: clean(run.text), bold: true })] : runsOf([run])
			})
		]
	});
}

/** Twentieths of a point a character of a cell takes, and the margins of a cell. */
const CHARACTER = 115;
const PADDING = 200;
/** Characters beyond which a column wraps rather than widens. */
const WIDEST = 40;

/** Widths that share the page: no column narrower than its longest word, the rest by what they hold. */
function widthsOf(rows: readonly (readonly Run[])[], columns: number): number[] {
	const column = (at: number): string[] => rows.map((row) => row[at]?.text ?? '');
	const longest = (texts: readonly string[]): number =>
		texts.reduce((most, text) => Math.max(most, text.length), 0);
	const least = Array.from({ length: columns }, (_, at) => {
		const words = column(at).flatMap((text) => text.split(/[\s-]/));
		return Math.min(longest(words), WIDEST / 2) * CHARACTER + PADDING;
	});
	const wished = Array.from({ length: columns }, (_, at) => Math.min(longest(column(at)), WIDEST));
	const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
	const free = Math.max(0, TEXT_WIDTH - sum(least));
	return least.map((width, at) => Math.floor(width + (free * (wished[at] ?? 0)) / sum(wished)));
}

function tableOf({ caption, head, rows, numeric = [] }: Extract<Block, { kind: 'table' }>) {
	const widths = widthsOf([head.map((text) => ({ text })), ...rows], head.length);
	const options = (column: number) => ({
		width: widths[column] ?? 0,
		right: numeric.includes(column)
	});
	return [
		new Paragraph({ style: 'Caption', keepNext: true, text: clean(caption) }),
		new Table({
			width: { size: 100, type: WidthType.PERCENTAGE },
			columnWidths: widths,
			borders: {
				top: edge,
				bottom: edge,
				left: none,
				right: none,
				insideHorizontal: edge,
				insideVertical: none
			},
			rows: [
				new TableRow({
					tableHeader: true,
					cantSplit: true,
					children: head.map((text, column) => cellOf({ text }, { ...options(column), head: true }))
				}),
				...rows.map(
					(row) =>
						new TableRow({
							cantSplit: true,
							children: row.map((run, column) => cellOf(run, options(column)))
						})
				)
			]
		}),
		new Paragraph({ style: SPACE, children: [] })
	];
}

function factsTable({ rows }: Extract<Block, { kind: 'facts' }>): FileChild[] {
	const [term, value] = [Math.floor(TEXT_WIDTH * 0.28), Math.floor(TEXT_WIDTH * 0.72)];
	return [
		new Table({
			width: { size: 100, type: WidthType.PERCENTAGE },
			columnWidths: [term, value],
			borders: {
				top: edge,
				bottom: edge,
				left: none,
				right: none,
				insideHorizontal: edge,
				insideVertical: none
			},
			rows: rows.map(
				(row) =>
					new TableRow({
						cantSplit: true,
						children: [
							cellOf({ text: row.term }, { width: term, head: true }),
							new TableCell({
								width: { size: value, type: WidthType.DXA },
								margins: { top: 40, bottom: 40, left: 80, right: 80 },
								children: [new Paragraph({ style: CELL, children: runsOf(row.runs) })]
							})
						]
					})
			)
		}),
		new Paragraph({ style: SPACE, children: [] })
	];
}

/** Absent when it cannot be drawn: the rest of the document is worth having. */
export async function pictureOf(
	figure: Figure,
	alt: string,
	// 96 pixels to the inch, 1440 twentieths of a point.
	width = Math.floor((TEXT_WIDTH / 1440) * 96)
): Promise<ImageRun | undefined> {
	const png = await rasterise(figure).catch(() => undefined);
	if (!png) return undefined;
	const transformation = { width, height: Math.round((width * figure.height) / figure.width) };
	return new ImageRun({
		type: 'svg',
		data: Buffer.from(figure.svg),
		fallback: { type: 'png', data: Buffer.from(png) },
		transformation,
		altText: { name: alt.slice(0, 60), title: alt.slice(0, 60), description: alt }
	});
}

async function figureOf({
	figure,
	alt,
	caption
}: Extract<Block, { kind: 'figure' }>): Promise<FileChild[]> {
	const picture = await pictureOf(figure, alt);
	if (!picture)
		return [new Paragraph({ style: GAP, text: clean(`${m.proposal_figure_failed()} ${alt}`) })];
	return [
		new Paragraph({
			keepNext: true,
			spacing: { line: 240, lineRule: LineRuleType.AUTO },
			children: [picture]
		}),
		new Paragraph({ style: 'Caption', text: clean(caption) })
	];
}

/** One block as Word's own paragraphs and tables. */
export async function blockOf(block: Block): Promise<FileChild[]> {
	switch (block.kind) {
		case 'paragraph':
			return [new Paragraph({ children: runsOf(block.runs) })];
		case 'heading':
			return [
				new Paragraph({
					heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
					text: clean(block.text)
				})
			];
		case 'list':
			return block.items.map(
				(item) =>
					new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: runsOf(item) })
			);
		case 'facts':
			return factsTable(block);
		case 'table':
			return tableOf(block);
		case 'figure':
			return figureOf(block);
		case 'gap':
			return [new Paragraph({ style: GAP, text: clean(block.text) })];
		case 'team':
			return [
				new Paragraph({
					style: TEAM,
					children: [
						new TextRun({ text: m.proposal_team_label(), bold: true }),
						new TextRun(clean(block.text))
					]
				})
			];
	}
}
