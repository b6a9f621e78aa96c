import { describe, expect, it } from 'vitest';
import { readPalette } from '#lib/rendering/palette.ts';
import type { Picture } from '#lib/rendering/picture.ts';
import { framedPicture, pictureSheet, type PictureFrame } from './picture-sheet.ts';
import { sheetSvg } from './picture-svg.ts';

const palette = readPalette(() => '');
const point = (x: number, y: number) => ({ x, y });
const PICTURE: Picture = {
	width: 800,
	height: 600,
	palette,
	hulls: [[point(0, 0), point(100, 0), point(50, 80)]],
	edges: [
		{
			from: point(10, 10),
			bend: point(40, 20),
			to: point(90, 10),
			color: '#123456',
			width: 1.6,
			opacity: 0.9,
			dashed: true,
			dotted: false,
			arrow: true
		}
	],
	nodes: (['circle', 'square', 'diamond', 'hexagon'] as const).map((shape, i) => ({
		...point(i * 50, 10),
		radius: 8,
		shape,
		color: '#654321',
		opacity: 1,
		apart: i === 0,
		hollow: false,
		selected: false
	})),
	names: [
		{
			key: 'a',
			lines: ['Éts <b>& Cie</b>', 'suite'],
			x: 20,
			ys: [20, 36],
			align: 'left',
			bold: true,
			strength: 1
		}
	]
};
const FRAME: PictureFrame = {
	title: 'Réseau "A" & B',
	titleLines: ['Réseau "A"', '& B'],
	subtitle: '23 novembre 2026',
	legend: [
		{ mark: { shape: 'circle', color: '#111111', apart: true }, text: 'à part' },
		{ mark: { line: '#222222', dashed: true }, text: 'Financement' }
	],
	notes: ['Sources (1) : x', 'Licence'],
	language: 'fr'
};

describe('the picture as SVG', () => {
	const sheet = pictureSheet(framedPicture(PICTURE), FRAME);
	const { width, height } = sheet;
	const svg = sheetSvg(sheet);
	it('carries title, date, legend, sources and every name, markup made harmless', () => {
		for (const text of [
			'23 novembre 2026',
			'à part',
			'Financement',
			'Sources (1)',
			'Licence',
			'suite'
		])
			expect(svg).toContain(text);
		expect(svg).toContain('Éts &lt;b&gt;&amp; Cie&lt;/b&gt;');
		expect(svg).toContain('<title id="t">Réseau &quot;A&quot; &amp; B</title>');
		expect(svg).not.toContain('<b>');
	});
	it('draws each nature its own shape, an arrow head, a dash', () => {
		const corners = [...svg.matchAll(/<path d="([^"Q]+)Z" fill="#654321"/g)].map(
			([, path = '']) => path.split('L').length
		);
		expect(corners).toEqual([4, 4, 6]);
		expect(svg.match(/<circle [^>]*fill="#654321"/g)).toHaveLength(1);
		expect(svg).toContain('stroke-dasharray="5 4"');
		expect(svg).not.toMatch(/NaN|undefined|Infinity/);
	});
	it('draws what is planned hollow, whatever its nature, and says so in its legend: legible without colour', () => {
		const colours = { ...palette, paper: '#fffffe' };
		const planned = {
			...PICTURE,
			palette: colours,
			nodes: PICTURE.nodes.map((node) => ({ ...node, hollow: true }))
		};
		const mark = { shape: 'circle', color: '#111111', hollow: true } as const;
		const frame = { ...FRAME, legend: [{ mark, text: 'prévu' }] };
		const hollow = sheetSvg(pictureSheet(framedPicture(planned), frame));
		const shapes = [...hollow.matchAll(/<(?:path|circle) [^>]*fill="([^"]+)"[^>]*>/g)].map(
			([, fill]) => fill
		);
		// Each is followed by the ground's own colour, inside it; the last is the legend's.
		const after = shapes.flatMap((fill, at) =>
			fill === '#654321' || fill === '#111111' ? (shapes[at + 1] ?? '') : []
		);
		expect(after).toEqual(Array.from({ length: 5 }, () => '#fffffe'));
		expect(svg).not.toContain('fill="#111111"/><circle');
	});
	it('has room for everything around the drawing', () => {
		expect(width).toBe(800);
		expect(height).toBeGreaterThan(600 + 2 * 28 + 2 * 16);
	});
	it('asks for nothing from outside', () => {
		expect(svg).not.toMatch(/(?:href|src)\s*=|url\(\s*['"]?https?:/);
	});
});
