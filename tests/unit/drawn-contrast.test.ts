import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CERTAINTIES } from '#lib/domain/claims.ts';
import { RELATION_STATUSES } from '#lib/domain/status.ts';
import { DRAWN_FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';
import type { NetworkEdge } from '#lib/network/model.ts';
import { readPalette, type Palette } from '#lib/rendering/palette.ts';
import { edgeAttributes } from '#lib/rendering/styles.ts';
import { colourOf, contrast, over } from './contrast.ts';

function paletteIn(file: string): Palette {
	const css = readFileSync(new URL(`../../src/lib/ui/${file}`, import.meta.url), 'utf8');
	return readPalette((token) => new RegExp(`${token}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? '');
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
