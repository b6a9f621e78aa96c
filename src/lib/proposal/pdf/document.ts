import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { blocksOf, type Block, type Dossier } from '../document.ts';
import { rulesTable, sourceParts } from '../parts.ts';
import { writeHeading } from './blocks.ts';
import { Flow } from './flow.ts';
import {
	BOTTOM,
	COLOURS,
	keep,
	MARGIN,
	openDocument,
	WIDTH,
	type Doc,
	type Struct
} from './sheet.ts';
import { finished, footers } from './finish.ts';
import { picturesOf } from './pictures.ts';
import { anchorOf, clean, writePieces } from './text.ts';

interface Part {
	title: string;
	/** Places inside it, for the bookmarks. */
	subjects: readonly string[];
	write: (doc: Doc, section: Struct, flow: Flow) => void;
}

function partsOf(dossier: Dossier): Part[] {
	const blocks = (all: readonly Block[]) => (_: Doc, section: Struct, flow: Flow) => {
		for (const block of all) flow.write(section, block);
	};
	const references = dossier.references.map((text) => [{ text }]);
	return [
		...dossier.sections.map((section) => ({
			title: section.title,
			subjects: section.passages.flatMap(({ title }) => title ?? []),
			write: blocks(blocksOf(section))
		})),
		{ title: m.proposal_rules(), subjects: [], write: blocks([rulesTable(dossier)]) },
		{
			title: m.proposal_sources(),
			subjects: [],
			write: (doc, section) => {
				for (const [index, source] of dossier.sources.entries()) {
					const { name, facts, url } = sourceParts(source);
					const paragraph = doc.struct('P');
					section.add(paragraph);
					if (doc.y + 30 > BOTTOM) doc.addPage();
					doc.addNamedDestination(anchorOf(index + 1), 'XYZ', MARGIN, doc.y, null);
					const pieces = [
						{ text: clean(`${index + 1}. ${name}${facts}`) },
						...(url ? [{ text: ` ${clean(url)}`, link: url, alt: url }] : [])
					];
					writePieces(doc, paragraph, pieces, { x: MARGIN, y: doc.y, width: WIDTH, size: 9.5 });
					paragraph.end();
					doc.y += 4;
				}
			}
		},
		{
			title: m.proposal_annex(),
			subjects: [],
			write: blocks([...dossier.annex, { kind: 'list', items: references }])
		}
	];
}

function cover(doc: Doc, root: Struct, dossier: Dossier): void {
	const title = doc.struct('H1', {}, () => {
		doc.font('bold').fontSize(24).text(clean(dossier.title), { width: WIDTH });
	});
	root.add(title);
	title.end();
	doc.y += 6;
	const lines = [
		{ text: dossier.framework, font: 'bold' as const },
		...dossier.about.map((text) => ({ text, soft: true }))
	];
	for (const line of lines) {
		const paragraph = doc.struct('P');
		root.add(paragraph);
		writePieces(doc, paragraph, [{ ...line, text: clean(line.text) }]);
		paragraph.end();
		doc.y += 3;
	}
}

/** Titles, then what writes beside each the page it is on, once that is known. */
function contents(
	doc: Doc,
	root: Struct,
	parts: readonly Part[]
): (pages: readonly number[]) => void {
	writeHeading(doc, root, 1, m.proposal_contents());
	const table = doc.struct('TOC');
	root.add(table);
	const lines = parts.map(({ title }, index) => {
		keep(doc, 14);
		const line = doc.struct('TOCI');
		table.add(line);
		const [y, page] = [doc.y, doc.bufferedPageRange().count - 1];
		writePieces(doc, line, [{ text: clean(title), goTo: `part-${index}`, alt: title }], {
			x: MARGIN,
			y,
			width: WIDTH - 40
		});
		doc.x = MARGIN;
		doc.y += 3;
		return { line, y, page };
	});
	return (pages) => {
		for (const [index, { line, y, page }] of lines.entries()) {
			doc.switchToPage(page);
			line.add(() => {
				doc.font('body').fontSize(10.5).fillColor(COLOURS.soft);
				const options = { width: WIDTH, align: 'right' as const, lineBreak: false };
				doc.text(String(pages[index] ?? ''), MARGIN, y, options);
			});
			line.end();
		}
		table.end();
		doc.fillColor(COLOURS.ink);
	};
}

/**
 * The dossier as a tagged PDF 1.7: structure, bookmarks, fonts embedded, links to numbered sources. Laid
 * out once: the contents get their pages when all is there.
 */
export async function writePdf(dossier: Dossier): Promise<Uint8Array<ArrayBuffer>> {
	const pictures = await picturesOf(dossier);
	const lang = getLocale() === 'en' ? 'en-GB' : 'fr-FR';
	const title = m.proposal_file_title({ project: dossier.title, framework: dossier.framework });
	const doc = openDocument({ lang, title, about: dossier.about.join(' · ') });
	const bytes = finished(doc);
	const root = doc.struct('Document');
	doc.addStructure(root);
	cover(doc, root, dossier);
	const parts = partsOf(dossier);
	const flow = new Flow(doc, pictures);
	const number = contents(doc, root, parts);
	doc.addPage();
	const pages = parts.map(({ title, subjects, write }, index) => {
		flow.finish();
		const section = doc.struct('Sect');
		root.add(section);
		writeHeading(doc, section, 1, title);
		const at = doc.bufferedPageRange().count;
		doc.addNamedDestination(`part-${index}`, 'XYZ', MARGIN, Math.max(0, doc.y - 40), null);
		const mark = doc.outline.addItem(title);
		for (const subject of subjects) mark.addItem(subject);
		write(doc, section, flow);
		// Ended with the whole: its last figures come with the title of the next.
		return at;
	});
	number(pages);
	root.end();
	footers(doc, dossier.title);
	doc.end();
	return bytes;
}
