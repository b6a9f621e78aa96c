import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CERTAINTIES } from '#lib/domain/claims.ts';
import { RELATION_STATUSES } from '#lib/domain/status.ts';
import { DRAWN_FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';
import type { NetworkEdge } from '#lib/network/model.ts';
import { nameInk, readPalette, setBack, type Palette } from '#lib/rendering/palette.ts';
import { CHANGE_LOOKS, edgeAttributes, edgeLook } from '#lib/rendering/styles.ts';
import { YEAR_CHANGES, type YearChange } from '#lib/network/years.ts';
import { colourOf, contrast, over } from './contrast.ts';

function paletteIn(file: string, strong = false): Palette {
	const css = readFileSync(new URL(`../../src/lib/ui/${file}`, import.meta.url), 'utf8');
	return readPalette(
		(token) => new RegExp(`${token}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? '',
		strong
	);
}
const tie = (change: Partial<NetworkEdge>): NetworkEdge => ({
	...{ id: 'e', type: 'COOPERATES_WITH', family: 'cooperation', source: 'a', target: 'b' },
	...{ status: 'current', certainty: 'sourced', verdict: 'not_asked', horizontal: true },
	...{ sources: [], ...change }
});

describe.each(['tokens.css', 'dark.css'])('ties drawn with %s', (file) => {
	const palette = paletteIn(file);
	const seenOn = (ground: string, edge: NetworkEdge): number => {
		const { strength } = edgeAttributes(edge, { place: 0, curvature: 0 });
		const colour = colourOf(palette.families[edge.family]);
		return contrast(over(colour, colourOf(ground), strength), colourOf(ground));
	};
	const alive = RELATION_STATUSES.filter((status) => status === 'current' || status === 'planned');

	it.each(DRAWN_FAMILIES)(
		'%s: at 3:1 on paper and on the hull, however well it is known',
		(family) => {
			for (const status of alive)
				for (const certainty of CERTAINTIES)
					for (const ground of [palette.paper, palette.hull])
						expect(seenOn(ground, tie({ family, status, certainty }))).toBeGreaterThanOrEqual(3);
		}
	);

	it('the ended are paler than all others, and still there', () => {
		for (const family of DRAWN_FAMILIES) {
			const ended = seenOn(palette.hull, tie({ family, status: 'ended' }));
			expect(ended).toBeLessThan(seenOn(palette.hull, tie({ family, certainty: 'unsourced' })));
			expect(ended).toBeGreaterThan(1.7);
		}
	});
});

describe.each(['tokens.css', 'dark.css'])('in the stronger contrast, with %s', (file) => {
	const palette = paletteIn(file, true);
	const grounds = [palette.paper, palette.hull];
	const seenOn = (ground: string, colour: string, share: number): number =>
		contrast(over(colourOf(colour), colourOf(ground), share), colourOf(ground));
	const lookOf = (edge: NetworkEdge, aside: boolean, change?: YearChange) =>
		edgeLook(
			'e',
			edgeAttributes(edge, { place: 0, curvature: 0, aside }),
			{
				...{ nodes: Uint8Array.of(1), edges: Uint8Array.of(1), dim: false, alive: false },
				...(change ? { changes: [change] } : {})
			},
			{},
			palette
		);

	it.each(DRAWN_FAMILIES)('every tie of %s is at 3:1, over, long or compared', (family) => {
		for (const status of RELATION_STATUSES)
			for (const certainty of CERTAINTIES)
				for (const aside of [false, true])
					for (const change of [undefined, ...YEAR_CHANGES])
						for (const ground of grounds) {
							const { color, strength } = lookOf(tie({ family, status, certainty }), aside, change);
							expect(seenOn(ground, color, strength)).toBeGreaterThanOrEqual(3);
						}
	});

	it('what is over is dotted, since it is no longer pale; in a comparison what has gone is dashed', () => {
		const { style } = lookOf(tie({ status: 'ended' }), false);
		expect(style & 4).toBe(4);
		expect(lookOf(tie({}), false).style & 4).toBe(0);
		expect(lookOf(tie({ status: 'ended' }), false, 'ended').style & 6).toBe(2);
		expect(CHANGE_LOOKS.kept.width).toBeLessThan(CHANGE_LOOKS.created.width);
	});

	it('what steps back keeps 3:1, its name 4.5:1, and so do the lines of the ground', () => {
		for (const ground of grounds) {
			const { color, opacity } = setBack(palette.families.cooperation, 0.13, palette);
			expect(seenOn(ground, color, opacity)).toBeGreaterThanOrEqual(3);
			expect(seenOn(ground, palette.line, 1)).toBeGreaterThanOrEqual(3);
		}
		const { color, opacity } = nameInk(0.32, palette);
		expect(seenOn(palette.paper, color, opacity)).toBeGreaterThanOrEqual(4.5);
		expect(color).not.toBe(nameInk(1, palette).color);
	});
});
