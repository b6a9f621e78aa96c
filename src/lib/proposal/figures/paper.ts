/** What every figure for paper is made of: an SVG 900 wide, drawn with attributes alone. */
import { xml } from '#lib/export/xml.ts';
import { paperColour } from '../palette.ts';
import type { Figure } from '../document.ts';

export const WIDTH = 900;
export const MARGIN = 24;

/** A number as SVG writes it. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

interface Letters {
	size?: number;
	anchor?: 'start' | 'middle' | 'end';
	weight?: number;
	colour?: string;
}

/** A line of text. */
export const words = (
	text: string,
	x: number,
	y: number,
	{ size = 16, anchor = 'start', weight = 400, colour = paperColour('ink') }: Letters = {}
): string =>
	`<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}">${xml(text)}</text>`;

/** A name that fits in so many characters: whole words, and a sign that there was more. */
export function fitting(text: string, most: number): string {
	if (text.length <= most) return text;
	const cut = text.slice(0, most - 1);
	const space = cut.lastIndexOf(' ');
	return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,–-]+$/, '')}…`;
}

/** The whole drawing on white. */
export const sheet = (height: number, parts: readonly string[], width = WIDTH): Figure => {
	const full = Math.ceil(height);
	return {
		width,
		height: full,
		svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${full}" viewBox="0 0 ${width} ${full}" font-family="Atkinson Hyperlegible Next, Verdana, sans-serif"><rect width="${width}" height="${full}" fill="#ffffff"/>${parts.join('')}</svg>`
	};
};
