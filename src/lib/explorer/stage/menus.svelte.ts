import type { Point, Selection } from '#lib/rendering/model.ts';
import type { Explorer } from '../explorer.svelte.ts';
import type { Menu } from './menu.ts';

/** The one menu open over a drawing, if any. What its lines are is fetched when first asked for. */
export class Menus {
	shown = $state.raw<{ menu: Menu; at: Point }>();

	constructor(
		private readonly explorer: Explorer,
		/** What pages of things are under: empty for the real set. */
		private readonly base: () => string
	) {}

	/** What can be done with a node, a tie or the ground. */
	open(on: Selection | undefined, at: Point): void {
		void import('./menu.ts').then(({ menuFor }) => {
			this.shown = { menu: menuFor(this.explorer, on, this.base()), at };
		});
	}

	/** The neighbours of a node, to choose among; nothing opens without any. */
	neighbours(id: string, at: Point): void {
		const node = this.explorer.data?.nodes.get(id);
		if (!node) return;
		void import('./neighbours.ts').then(({ neighboursMenu }) => {
			const menu = neighboursMenu(this.explorer, node);
			if (menu.groups.length > 0) this.shown = { menu, at };
		});
	}

	/** Any other menu. */
	show(menu: Menu, at: Point): void {
		this.shown = { menu, at };
	}
}
