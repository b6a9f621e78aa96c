import {
	BorderStyle,
	Document,
	HeadingLevel,
	LineRuleType,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType,
	type FileChild
} from 'docx';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Dossier } from '../document.ts';
import { clean, pictureOf, plainRuns } from '../word/blocks.ts';
import { BULLETS, PAGE, soft, stylesIn, TEXT_WIDTH } from '../word/styles.ts';
import { letterOf, type Letter, type Limits } from './letter.ts';
import { fittedLetter } from './pdf.ts';

/** Twentieths of a point. */
const spacing = { before: 0, after: 40, line: 240, lineRule: LineRuleType.AUTO };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDER = {
	...{ top: none, bottom: none, left: none, right: none },
	...{ insideHorizontal: none, insideVertical: none }
};

/** Before and after, side by side; said in words when a drawing cannot be made. */
async function figures({ figures: drawn, caption }: Letter, { figure: most, size }: Limits) {
	if (drawn.length === 0) return [];
	const column = Math.floor(TEXT_WIDTH / drawn.length);
	const tallest = Math.max(...drawn.map(({ figure }) => figure.height));
	// Pixels of 96 to the inch: a point is four thirds of one.
	const widest = Math.max(...drawn.map(({ figure }) => figure.width));
	const scale = Math.min((((column - 120) / 1440) * 96) / widest, (most * 4) / (3 * tallest));
	const pictures = await Promise.all(
		drawn.map(({ figure, alt }) => pictureOf(figure, alt, Math.floor(figure.width * scale)))
	);
	const cells = pictures.map(
		(picture, index) =>
			new TableCell({
				width: { size: column, type: WidthType.DXA },
				children: [
					new Paragraph({
						spacing,
						children: picture
							? [picture]
							: [new TextRun(clean(`${m.proposal_figure_failed()} ${drawn[index]?.alt ?? ''}`))]
					})
				]
			})
	);
	return [
		new Table({
			width: { size: 100, type: WidthType.PERCENTAGE },
			columnWidths: drawn.map(() => column),
			borders: NO_BORDER,
			rows: [new TableRow({ cantSplit: true, children: cells })]
		}),
		new Paragraph({
			spacing,
			children: [new TextRun({ text: clean(caption), color: soft, size: 2 * (size - 1.5) })]
		})
	];
}

async function bodyOf(letter: Letter, limits: Limits): Promise<FileChild[]> {
	const size = 2 * limits.size;
	const small = (text: string, less: number): Paragraph =>
		new Paragraph({
			spacing,
			children: [new TextRun({ text: clean(text), color: soft, size: size - less })]
		});
	const body: FileChild[] = [
		small(letter.to, 0),
		new Paragraph({
			heading: HeadingLevel.TITLE,
			spacing,
			children: [new TextRun({ text: clean(letter.subject), size: size + 10 })]
		}),
		...letter.about.map((line) => small(line, 1))
	];
	for (const [index, { title, lines }] of letter.sections.entries()) {
		body.push(
			new Paragraph({
				heading: HeadingLevel.HEADING_1,
				spacing: { ...spacing, before: 100 },
				children: [new TextRun({ text: clean(title), size: size + 3 })]
			}),
			...lines.map(
				({ runs, bullet }) =>
					new Paragraph({
						spacing,
						...(bullet ? { numbering: { reference: BULLETS, level: 0 } } : {}),
						children: plainRuns(runs, size)
					})
			)
		);
		if (index === Math.floor(letter.sections.length / 2))
			body.push(...(await figures(letter, limits)));
	}
	if (letter.missing)
		body.push(
			new Paragraph({
				spacing,
				children: [new TextRun({ text: clean(letter.missing), bold: true, size })]
			})
		);
	body.push(
		new Paragraph({ spacing, children: [new TextRun({ text: clean(letter.closing), size })] }),
		...letter.sources.map((source) => small(source, 4))
	);
	return body;
}

/**
 * The letter as a Word document on two pages. How much it tells is what the PDF could hold: its letters
 * are wider than Word's at the same size.
 */
export async function writeLetter(dossier: Dossier): Promise<Uint8Array<ArrayBuffer>> {
	const { limits } = await fittedLetter(dossier);
	const letter = letterOf(dossier, limits);
	const document = new Document({
		...stylesIn(getLocale() === 'en' ? 'en-GB' : 'fr-FR'),
		title: letter.subject,
		creator: m.app_name(),
		description: letter.about.join(' · '),
		sections: [{ properties: { page: PAGE }, children: await bodyOf(letter, limits) }]
	});
	return new Uint8Array(await Packer.toArrayBuffer(document));
}
