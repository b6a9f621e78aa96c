import type { PictureRequest, SavedFile } from './export-messages.ts';
import { framedMap } from '../views/map/picture-marks.ts';
import { paintSheet } from './picture-paint.ts';
import { framedPicture, pictureSheet, type PictureSheet } from './picture-sheet.ts';
import { FAMILY, sheetSvg } from './picture-svg.ts';

/** The font's file; a picture in another font is better than none. */
async function fontAt(address: string): Promise<ArrayBuffer | undefined> {
	try {
		const response = await fetch(address);
		return response.ok ? await response.arrayBuffer() : undefined;
	} catch {
		return undefined;
	}
}

function fontAddress(file: ArrayBuffer): string {
	let binary = '';
	for (const byte of new Uint8Array(file)) binary += String.fromCharCode(byte);
	return `data:font/woff2;base64,${btoa(binary)}`;
}

/** The images in a picture: only data addresses, which this page may not fetch. */
async function imagesIn({ drawing }: PictureSheet): Promise<Map<string, ImageBitmap>> {
	const images = new Map<string, ImageBitmap>();
	for (const mark of drawing.marks) {
		if (!('image' in mark)) continue;
		const binary = atob(mark.image.slice(mark.image.indexOf(',') + 1));
		const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
		images.set(mark.image, await createImageBitmap(new Blob([bytes], { type: 'image/png' })));
	}
	return images;
}

/** Writes the picture as SVG, or paints it. Rejects when this machine cannot paint away from the page. */
export async function writePicture(given: PictureRequest): Promise<SavedFile> {
	const { stem, scale, subject } = given;
	const font = await fontAt(given.font);
	const framed = 'map' in subject ? framedMap(subject.map) : framedPicture(subject.drawing);
	const sheet = pictureSheet(framed, given.frame);
	if (scale === undefined) {
		const svg = sheetSvg(sheet, font && fontAddress(font));
		return { name: `${stem}.svg`, content: new Blob([svg], { type: 'image/svg+xml' }) };
	}
	if (font) fonts.add(await new FontFace(FAMILY, font, { weight: '200 800' }).load());
	const canvas = new OffscreenCanvas(sheet.width * scale, sheet.height * scale);
	// Painted once and read back: the graphics card would only stand between.
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no canvas');
	paintSheet(context, sheet, { scale, images: await imagesIn(sheet) });
	return { name: `${stem}.png`, content: await canvas.convertToBlob({ type: 'image/png' }) };
}
