import { blocksOf, type Dossier, type Figure } from '../document.ts';
import { rasterise } from '../word/raster.ts';

/** Every figure as a picture; one that cannot be drawn is left out, and its place says so. */
export async function picturesOf(dossier: Dossier): Promise<Map<Figure, Uint8Array>> {
	const pictures = new Map<Figure, Uint8Array>();
	for (const block of dossier.sections.flatMap(blocksOf)) {
		if (block.kind !== 'figure') continue;
		const png = await rasterise(block.figure).catch(() => undefined);
		if (png) pictures.set(block.figure, png);
	}
	return pictures;
}
