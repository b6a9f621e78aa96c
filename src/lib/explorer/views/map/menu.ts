/** What can be done with several structures that stand at one place of the map. */
import { m } from '#lib/i18n/paraglide/messages.js';
import type { StackMark } from '#lib/rendering/map/model.ts';
import type { Explorer } from '../../explorer.svelte.ts';
import type { Menu } from '../../stage/menu.ts';

export function stackMenu(explorer: Explorer, stack: StackMark): Menu {
	const { name, ids, count, splits } = stack;
	const shown = new Set(explorer.shown.nodes.map(({ id }) => id));
	return {
		label: m.map_menu_stack({ name, count }),
		groups: [
			{
				lines: [
					{
						text: splits ? m.map_menu_closer() : m.map_menu_unfold(),
						act: () => explorer.map?.unfold(stack)
					},
					{
						text: m.map_menu_choose({ count }),
						act: () => explorer.choose(ids.filter((id) => shown.has(id)))
					}
				]
			}
		]
	};
}
