import {
	Bookmark,
	Document,
	ExternalHyperlink,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	TableOfContents,
	TextRun,
	type FileChild,
	type PageNumberEstimator
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { SourceRef } from '#lib/domain/views.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { blocksOf, type Block, type Dossier } from '../document.ts';
import { rulesTable, sourceParts } from '../parts.ts';
import { anchorOf, blockOf } from './blocks.ts';
import { PAGE, soft, SOURCES, stylesIn } from './styles.ts';

const heading = (text: string, pageBreakBefore = false): Paragraph =>
	new Paragraph({ heading: HeadingLevel.HEADING_1, text, pageBreakBefore });

function sourceOf(source: SourceRef, number: number): Paragraph {
	const { name, facts, url } = sourceParts(source);
	return new Paragraph({
		numbering: { reference: SOURCES, level: 0 },
		children: [
			new Bookmark({ id: anchorOf(number), children: [new TextRun(name)] }),
			new TextRun({ text: facts, color: soft }),
			...(url
				? [
						new TextRun(' '),
						new ExternalHyperlink({
							link: url,
							children: [new TextRun({ text: url, style: 'Hyperlink' })]
						})
					]
				: [])
		]
	});
}

/** In their order, figures drawn side by side. */
async function written(blocks: readonly Block[]): Promise<FileChild[]> {
	return (await Promise.all(blocks.map(blockOf))).flat();
}

/**
 * The pages the contents name. Asked as it is, the library first lays the whole document out once more
 * for the numbers of its headings, and ours have none.
 */
const pagesOf: PageNumberEstimator = (document, context) => estimatePageNumbers(document, context);

/** The dossier as a Word document: real styles, a table of contents, figures with their words, numbered sources. */
export async function writeWord(dossier: Dossier): Promise<Uint8Array<ArrayBuffer>> {
	const children: FileChild[] = [
		new Paragraph({ heading: HeadingLevel.TITLE, text: dossier.title }),
		new Paragraph({ children: [new TextRun({ text: dossier.framework, bold: true })] }),
		...dossier.about.map(
			(line) => new Paragraph({ children: [new TextRun({ text: line, color: soft })] })
		),
		new TableOfContents(m.proposal_contents(), {
			hyperlink: true,
			headingStyleRange: '1-1',
			beginDirty: false
		})
	];
	const sections = await Promise.all(
		dossier.sections.map(async (section, index) => [
			heading(section.title, index === 0),
			...(await written(blocksOf(section)))
		])
	);
	children.push(...sections.flat());
	children.push(heading(m.proposal_rules()), ...(await written([rulesTable(dossier)])));
	children.push(heading(m.proposal_sources()));
	children.push(...dossier.sources.map((source, index) => sourceOf(source, index + 1)));
	children.push(heading(m.proposal_annex()), ...(await written(dossier.annex)));
	const references = dossier.references.map((text) => [{ text }]);
	children.push(...(await written([{ kind: 'list', items: references }])));
	const document = new Document({
		...stylesIn(getLocale() === 'en' ? 'en-GB' : 'fr-FR'),
		title: m.proposal_file_title({ project: dossier.title, framework: dossier.framework }),
		creator: m.app_name(),
		description: dossier.about.join(' · '),
		pageNumbers: pagesOf,
		sections: [
			{
				properties: { page: PAGE },
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								children: [
									new TextRun({ text: `${dossier.title} · `, color: soft, size: 18 }),
									new TextRun({
										children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
										color: soft,
										size: 18
									})
								]
							})
						]
					})
				},
				children
			}
		]
	});
	return new Uint8Array(await Packer.toArrayBuffer(document));
}
