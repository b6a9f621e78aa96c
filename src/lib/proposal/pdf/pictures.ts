import { blocksOf, type Dossier, type Figure } from '../document.ts';
import { rasterise } from '../figures/raster.ts';

/**
 * Every figure as a picture, drawn side by side; one that cannot be drawn is left out, and its place
 * says so.
 */
export async function picturesOf(dossier: Dossier): Promise<Map<Figure, Uint8Array>> {
	const figures = dossier.sections
		.flatMap(blocksOf)
		.flatMap((block) => (block.kind === 'figure' ? block.figure : []));
	const drawn = await Promise.all(
		figures.map(async (figure) => {
			const png = await rasterise(figure).catch(() => undefined);
			return png && ([figure, png] as const);
		})
	);
	return new Map(drawn.flatMap((each) => (each ? [each] : [])));
}
