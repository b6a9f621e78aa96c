/** The neighbours of a node as a menu: any of them is one key and its first letter away. */
import { DRAWN_FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';
import { familyLabel, periodLabel, relationPhrase } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { NetworkNode } from '#lib/network/model.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { byName } from '../views/rows.ts';
import type { Menu } from './menu.ts';

export function neighboursMenu(explorer: Explorer, node: NetworkNode): Menu {
	const ties = explorer.shown.edges.flatMap((edge) => {
		const out = edge.source === node.id;
		if (!out && edge.target !== node.id) return [];
		const other = explorer.data?.nodes.get(out ? edge.target : edge.source);
		return other ? [{ edge, other, out }] : [];
	});
	ties.sort((a, b) => byName(a.other, b.other));
	return {
		label: m.text_walk_menu({ name: node.name, count: new Set(ties.map((t) => t.other.id)).size }),
		groups: DRAWN_FAMILIES.map((family) => ({
			title: familyLabel(family),
			lines: ties
				.filter(({ edge }) => edge.family === family)
				.map(({ edge, other, out }) => ({
					text: m.text_walk_line({
						name: other.name,
						phrase: relationPhrase(edge.type, out ? 'out' : 'in'),
						period: periodLabel(edge)
					}),
					act: () => explorer.trail.to(other.id)
				}))
		})).filter(({ lines }) => lines.length > 0)
	};
}
