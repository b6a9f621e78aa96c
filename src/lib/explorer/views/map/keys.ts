/** The keys of the map while it has the focus; those of the page are in `shortcuts.ts`. */
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Explorer } from '../../explorer.svelte.ts';
import { ARROWS, isArrow } from '../../walk.ts';

/** True when the key meant something here. */
export function keyOnMap(event: KeyboardEvent, explorer: Explorer): boolean {
	const { key, shiftKey } = event;
	const { map } = explorer;
	if (!map || event.ctrlKey || event.metaKey || event.altKey) return false;
	if (isArrow(key)) {
		if (shiftKey) map.pan(ARROWS[key]);
		else walk(explorer, key);
		return true;
	}
	if (key === 'Enter' || key === ' ') {
		const inside = map.enter();
		if (inside) explorer.step(inside);
		return inside !== undefined;
	}
	// Unfolded first, then the selection: one step out at a time.
	return key === 'Escape' && map.close();
}

function walk(explorer: Explorer, key: keyof typeof ARROWS): void {
	const { map } = explorer;
	const mark = map?.walk(ARROWS[key]);
	if (!mark) map?.pan(ARROWS[key]);
	else if (mark.kind === 'node') explorer.step(mark.id);
	else {
		const { name, ids, splits } = mark;
		const said = { name, count: ids.length };
		explorer.note = splits ? m.map_stack_many(said) : m.map_stack_said(said);
	}
}
