import { artifact, COLOURS, MARGIN, PAGE, WIDTH, type Doc } from './sheet.ts';
import { clean } from './text.ts';

/** The title and the number of each page, once all are there. */
export function footers(doc: Doc, title: string): void {
	const { start, count } = doc.bufferedPageRange();
	for (let page = start; page < start + count; page++) {
		doc.switchToPage(page);
		// Under the margin a text would start a page of its own.
		doc.page.margins.bottom = 0;
		artifact(
			doc,
			() => {
				doc.font('body').fontSize(8.5).fillColor(COLOURS.soft);
				const said = `${title.length > 70 ? `${title.slice(0, 69)}…` : title} · ${page + 1} / ${count}`;
				doc.text(clean(said), MARGIN, PAGE.height - MARGIN * 0.65, {
					width: WIDTH,
					lineBreak: false
				});
			},
			'Pagination'
		);
	}
}

/** The whole file, once the document has been ended. */
export async function finished(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	await new Promise<void>((resolve, reject) => {
		doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
		doc.on('end', resolve);
		doc.on('error', reject);
	});
	return new Uint8Array(Buffer.concat(chunks));
}
