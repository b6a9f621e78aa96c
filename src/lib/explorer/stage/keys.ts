/** The keys of the drawing itself, while it has the focus; those of the page are in `shortcuts.ts`. */
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Point, Selection } from '#lib/rendering/model.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { ARROWS, isArrow, type ArrowKey } from '../walk.ts';
import { toggled } from '#lib/domain/view-state/state.ts';

/** Pixels a node moves at each key. */
const STEP = 12;

interface Open {
	menu(on: Selection | undefined, at: Point): void;
	/** The neighbours of a node, to choose among. */
	neighbours(id: string, at: Point): void;
}

/** True when the key meant something here. */
export function keyInDrawing(event: KeyboardEvent, explorer: Explorer, open: Open): boolean {
	const { key, shiftKey } = event;
	if (!explorer.drawing || event.ctrlKey || event.metaKey || event.altKey) return false;
	if (explorer.planning?.picking.key(event)) return true;
	if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return openMenu(explorer, open);
	if (isArrow(key)) return shiftKey ? push(explorer, key) : walk(explorer, key);
	if (shiftKey) return false;
	if (key === 'PageDown' || key === 'PageUp') return turn(explorer, key === 'PageDown' ? 1 : -1);
	if (key === 'Backspace') return goBack(explorer);
	if (key === 'Enter') return listNeighbours(explorer, open);
	if (key === ' ') return keep(explorer);
	return false;
}

function walk({ trail }: Explorer, key: ArrowKey): boolean {
	trail.toward(key);
	return true;
}

function turn({ trail, selectedNode }: Explorer, by: 1 | -1): boolean {
	if (selectedNode) trail.beside(by);
	return selectedNode !== undefined;
}

/** One step back along the way one came, or a word that there is none. */
export function goBack(explorer: Explorer): boolean {
	if (!explorer.trail.back()) explorer.note = m.text_walk_none();
	return true;
}

function listNeighbours(explorer: Explorer, { neighbours }: Open): boolean {
	const id = explorer.selectedNode?.id;
	const at = id === undefined ? undefined : explorer.drawing?.screenOf(id);
	if (id === undefined || !at) return false;
	neighbours(id, at);
	return true;
}

function push(explorer: Explorer, key: ArrowKey): boolean {
	const node = explorer.selectedNode;
	if (!node) return false;
	const { x, y } = ARROWS[key];
	explorer.drawing?.pin(node.id, { x: x * STEP, y: y * STEP });
	explorer.note = m.drawing_said_pinned({ name: node.name });
	return true;
}

/** The node stays selected as the walk goes on, or no longer does. */
export function keep(explorer: Explorer): boolean {
	const node = explorer.selectedNode;
	if (!node) return false;
	const { name, id } = node;
	const { others } = explorer.view;
	explorer.note = others.has(id) ? m.drawing_said_unkept({ name }) : m.drawing_said_kept({ name });
	explorer.adjust({ others: toggled(others, id) });
	return true;
}

function openMenu(explorer: Explorer, { menu }: Open): boolean {
	const { selection } = explorer.view;
	const { drawing } = explorer;
	const id = selection?.kind === 'edge' ? explorer.selectedEdge?.source : selection?.id;
	menu(selection, (id !== undefined ? drawing?.screenOf(id) : undefined) ?? { x: 24, y: 48 });
	return true;
}
