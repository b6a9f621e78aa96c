/** The keys of the map while it has the focus; those of the page are in `shortcuts.ts`. */
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Mark } from '#lib/rendering/map/model.ts';
import type { Explorer } from '../../explorer.svelte.ts';
import { goBack, keep } from '../../stage/keys.ts';
import type { Menus } from '../../stage/menus.svelte.ts';
import { ARROWS, isArrow } from '../../walk.ts';
import { stackMenu } from './menu.ts';

/** Where a menu about the whole map opens. */
const CORNER = { x: 24, y: 48 };

interface Reader {
	explorer: Explorer;
	menus: Menus;
	/** Where a node is and how well that is known, in words. */
	placeOf: (id: string) => string;
}

/** True when the key meant something here. */
export function keyOnMap(event: KeyboardEvent, reader: Reader): boolean {
	const { key, shiftKey } = event;
	const { explorer } = reader;
	const { map } = explorer;
	if (!map || event.ctrlKey || event.metaKey || event.altKey) return false;
	if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return openMenu(reader);
	if (isArrow(key)) {
		if (shiftKey) map.pan(ARROWS[key]);
		else walk(reader, key);
		return true;
	}
	if (shiftKey) return false;
	if (key === 'Enter') return enter(reader);
	if (key === 'Backspace') return goBack(explorer);
	if (key === ' ') return unfold(reader) || keep(explorer);
	// Unfolded first, then the selection: one step out at a time.
	return key === 'Escape' && map.close();
}

function walk({ explorer, placeOf }: Reader, key: keyof typeof ARROWS): void {
	const { map } = explorer;
	const mark = map?.walk(ARROWS[key]);
	if (!mark) map?.pan(ARROWS[key]);
	else if (mark.kind === 'node') {
		explorer.trail.to(mark.id);
		explorer.note = placeOf(mark.id);
	} else explorer.note = stackWords(mark);
}

function stackWords({ name, count, splits }: Extract<Mark, { kind: 'stack' }>): string {
	return splits ? m.map_stack_many({ name, count }) : m.map_stack_said({ name, count });
}

/** Several at one place come apart; the reader is then on the first of them. */
function unfold({ explorer, placeOf }: Reader): boolean {
	const { map } = explorer;
	if (map?.standing()?.mark.kind !== 'stack') return false;
	const inside = map.enter();
	if (inside) {
		explorer.step(inside);
		explorer.note = placeOf(inside);
	}
	return true;
}

/** One alone has neighbours to choose among. */
function enter(reader: Reader): boolean {
	if (unfold(reader)) return true;
	const { explorer, menus } = reader;
	const id = explorer.selectedNode?.id;
	if (id === undefined) return false;
	menus.neighbours(id, explorer.map?.screenOf(id) ?? CORNER);
	return true;
}

function openMenu({ explorer, menus }: Reader): boolean {
	const { mark, at = CORNER } = explorer.map?.standing() ?? {};
	if (mark?.kind === 'stack') menus.show(stackMenu(explorer, mark), at);
	else if (mark) menus.open({ kind: 'node', id: mark.id }, at);
	else menus.open(explorer.view.selection, CORNER);
	return true;
}
