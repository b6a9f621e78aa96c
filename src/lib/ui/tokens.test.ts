import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KIND_GROUPS } from '#lib/domain/vocabulary/actor-kinds.ts';
import { FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';

function colours(file: string): Map<string, string> {
	const css = readFileSync(new URL(file, import.meta.url), 'utf8');
	return new Map(
		[...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? ''])
	);
}
const themes = { light: colours('./tokens.css'), dark: colours('./dark.css') };

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
		.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}

/** Colour as a dichromat sees it: Viénot, Brettel and Mollon (1999), tritan by Machado et al. (2009), linear RGB. */
const SIGHT: Record<string, readonly number[]> = {
	protan: [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
	deutan: [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
	tritan: [1.25553, -0.07675, -0.17878, -0.07841, 0.93081, 0.1476, 0.00473, 0.69137, 0.3039]
};
function lab(hex: string, matrix: readonly number[] | undefined): [number, number, number] {
	const rgb = [1, 3, 5]
		.map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
		.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
	const times = (m: readonly number[], v: readonly number[]) =>
		[0, 3, 6].map((row) =>
			[0, 1, 2].reduce((sum, i) => sum + (m[row + i] ?? 0) * Math.max(0, v[i] ?? 0), 0)
		);
	const seen = matrix ? times(matrix, rgb) : rgb;
	const xyz = times([0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505], seen);
	const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
	const [x = 0, y = 0, z = 0] = [
		f((xyz[0] ?? 0) / 0.9505),
		f(xyz[1] ?? 0),
		f((xyz[2] ?? 0) / 1.089)
	];
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const token = (group: string) => `group-${group.replaceAll('_', '-')}`;
const distance = (a: readonly number[], b: readonly number[]) =>
	Math.hypot(...a.map((v, i) => v - (b[i] ?? 0)));

describe.each(Object.entries(themes))('palette %s', (_, theme) => {
	const get = (name: string): string => {
		const value = theme.get(name);
		if (!value) throw new Error(`no token --${name}`);
		return value;
	};
	it('writes at 4.5:1 or more on every ground', () => {
		for (const text of ['ink', 'soft', 'accent', 'coral'])
			for (const ground of ['paper', 'raise', 'wash'])
				expect(contrast(get(text), get(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(
					4.5
				);
		expect(contrast(get('accent-ink'), get('accent'))).toBeGreaterThanOrEqual(4.5);
		expect(contrast(get('accent'), get('accent-wash'))).toBeGreaterThanOrEqual(4.5);
		expect(contrast(get('coral'), get('coral-wash'))).toBeGreaterThanOrEqual(4.5);
	});
	it('draws every group, family, control and focus ring at 3:1 or more, hull included', () => {
		const drawn = [
			...KIND_GROUPS.map((g) => `group-${g.replaceAll('_', '-')}`),
			'group-project',
			...FAMILIES.map((f) => `family-${f}`),
			'coral',
			'control',
			'focus'
		];
		for (const name of drawn)
			for (const ground of ['paper', 'raise', 'wash', 'hull'])
				expect(contrast(get(name), get(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
	});
	it.each([['normal', undefined] as const, ...Object.entries(SIGHT)])(
		'keeps groups of one shape apart for %s sight',
		(_name, matrix) => {
			const circles = KIND_GROUPS.filter((g) => !['funder', 'resource', 'ars'].includes(g));
			for (const [i, a] of circles.entries())
				for (const b of circles.slice(i + 1)) {
					const apart = distance(lab(get(token(a)), matrix), lab(get(token(b)), matrix));
					expect(apart, `${a} and ${b}`).toBeGreaterThanOrEqual(8);
				}
		}
	);
});

it('has a dark value for every colour, and no other', () => {
	expect([...themes.dark.keys()]).toEqual([...themes.light.keys()]);
});
