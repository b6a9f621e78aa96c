import { renderAsync } from '@resvg/resvg-js';
import { createRequire } from 'node:module';
import type { Figure } from '../document.ts';

const FONTS = ['400Regular', '700Bold'].map(
	(weight) =>
		`@expo-google-fonts/atkinson-hyperlegible-next/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`
);
/** Pixels for one of the view box: sharp when printed across a page. */
const SCALE = 2;

/** The figure as a PNG, for readers of Word files that do not draw SVG. Off the main thread. */
export async function rasterise({ svg, width }: Figure): Promise<Uint8Array> {
	const require = createRequire(import.meta.url);
	const image = await renderAsync(svg, {
		fitTo: { mode: 'width', value: width * SCALE },
		font: {
			fontFiles: FONTS.map((file) => require.resolve(file)),
			loadSystemFonts: false,
			defaultFontFamily: 'Atkinson Hyperlegible Next'
		}
	});
	return image.asPng();
}
