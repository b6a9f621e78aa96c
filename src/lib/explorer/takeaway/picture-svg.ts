import { xml } from '#lib/export/xml.ts';
import { rounded, type Mark, type WordsMark } from './marks.ts';
import type { PictureSheet } from './picture-sheet.ts';

/** The family of the font that travels with a picture. */
export const FAMILY = 'Atkinson Hyperlegible Next';
const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;

/** Attributes that have a value. */
const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
	Object.entries(values)
		.map(([name, value]) =>
			value === undefined
				? ''
				: ` ${name}="${typeof value === 'number' ? rounded(value) : xml(value)}"`
		)
		.join('');

function words(mark: WordsMark): string {
	const { halo } = mark;
	const look = attributes({
		'text-anchor': mark.align && ANCHORS[mark.align],
		'font-size': mark.size,
		'font-weight': mark.weight,
		fill: mark.fill,
		stroke: halo?.color,
		'stroke-width': halo?.width,
		'stroke-linejoin': halo && 'round',
		'paint-order': halo && 'stroke',
		opacity: mark.opacity
	});
	const x = rounded(mark.x);
	const lines = mark.lines.map(
		(line, row) => `<tspan x="${x}" y="${rounded(mark.ys[row] ?? 0)}">${xml(line)}</tspan>`
	);
	return `<text${look}>${lines.join('')}</text>`;
}

function written(mark: Mark): string {
	if ('lines' in mark) return words(mark);
	if ('image' in mark)
		return `<image href="${xml(mark.image)}" width="${mark.width}" height="${mark.height}"/>`;
	const look = attributes({
		fill: mark.fill ?? 'none',
		'fill-rule': mark.evenOdd ? 'evenodd' : undefined,
		stroke: mark.stroke,
		'stroke-width': mark.width,
		'stroke-linejoin': mark.round ? 'round' : undefined,
		'stroke-dasharray': mark.dashes?.join(' '),
		opacity: mark.opacity === 1 ? undefined : mark.opacity
	});
	if ('path' in mark) return `<path d="${mark.path}"${look}/>`;
	const { x, y, r } = mark.circle;
	return `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(r)}"${look}/>`;
}

/**
 * A picture as one SVG that needs nothing else.
 * @param font a font file as a data address
 */
export function sheetSvg(sheet: PictureSheet, font?: string): string {
	const { width, height, drawing } = sheet;
	const face = font
		? `<style>@font-face{font-family:'${FAMILY}';src:url(${font}) format('woff2');font-weight:200 800}</style>`
		: '';
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${xml(sheet.language)}" role="img" aria-labelledby="t d" font-family="${FAMILY}, Verdana, sans-serif">
<title id="t">${xml(sheet.title)}</title>
<desc id="d">${xml(sheet.description)}</desc>
${face}<rect width="${width}" height="${height}" fill="${xml(sheet.paper)}"/>
<svg x="0" y="${drawing.top}" width="${drawing.width}" height="${drawing.height}">
${drawing.marks.map(written).join('\n')}
</svg>
${sheet.around.map(written).join('\n')}
</svg>
`;
}
