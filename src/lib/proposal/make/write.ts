import type { Dossier } from '../document.ts';

/** What a dossier leaves as, and its media type. */
export const FORMATS = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf'
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
	}
}
