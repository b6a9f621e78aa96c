import type { Dossier } from '../document.ts';

/** What a dossier leaves as, and its media type. */
export const FORMATS = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf',
	html: 'text/html; charset=utf-8'
} as const;
export type Format = keyof typeof FORMATS;

/** The whole file. Each writer is loaded when it is first asked for. */
export async function writeDossier(
	dossier: Dossier,
	format: Format
): Promise<Uint8Array<ArrayBuffer>> {
	switch (format) {
		case 'docx':
			if (dossier.letter) return (await import('../letter/word.ts')).writeLetter(dossier);
			return (await import('../word/document.ts')).writeWord(dossier);
		case 'pdf':
			if (dossier.letter)
				return (await (await import('../letter/pdf.ts')).fittedLetter(dossier)).bytes;
			return (await import('../pdf/document.ts')).writePdf(dossier);
		case 'html':
			return new TextEncoder().encode(await page(dossier));
	}
}

async function page(dossier: Dossier): Promise<string> {
	if (dossier.letter) return (await import('../letter/page.ts')).writeLetterPage(dossier);
	return (await import('../page/document.ts')).writePage(dossier);
}
