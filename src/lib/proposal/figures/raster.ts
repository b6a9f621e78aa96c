import { renderAsync } from '@resvg/resvg-js';
import { createRequire } from 'node:module';
import type { Figure } from '../document.ts';
import { opaquePng } from './png.ts';

const FONTS = ['400Regular', '700Bold'].map(
	(weight) =>
		`@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`
);
/** Pixels for one of the view box: sharp when printed across a page. */
const SCALE = 2;

/**
 * The figure as a PNG on white, the colour of the page: for PDF, and for readers of Word files that do
 * not draw SVG. Drawn and packed off the calling thread.
 */
export async function rasterise({ svg, width }: Figure): Promise<Uint8Array> {
	const require = createRequire(import.meta.url);
	const image = await renderAsync(svg, {
		fitTo: { mode: 'width', value: width * SCALE },
		background: '#fff',
		font: {
			fontFiles: FONTS.map((file) => require.resolve(file)),
			loadSystemFonts: false,
			defaultFontFamily: 'Atkinson Hyperlegible Next'
		}
	});
	return opaquePng(image.pixels, image.width, image.height);
}
