import { tick } from 'svelte';
import type { Explorer } from './explorer.svelte.ts';
import { isOneKeyOn } from './one-key.ts';
import { IN_SIGHT } from './stage/in-sight.ts';
import { OFFERED_VIEWS } from './views/offered.ts';

const isTyping = (target: EventTarget | null): boolean =>
	target instanceof HTMLInputElement ||
	target instanceof HTMLTextAreaElement ||
	target instanceof HTMLSelectElement;

/** The keys that work all over the page; those of the drawing itself are in `Stage.svelte`. */
export function shortcut(
	event: KeyboardEvent,
	explorer: Explorer,
	open: { search(): void; keys(): void }
): void {
	const { target } = event;
	if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return;
	if (target instanceof Element && target.closest('dialog')) return;
	// Refused all over the page, they still act in the drawing, which has the focus.
	const inDrawing = target instanceof Element && target.closest(IN_SIGHT);
	if (event.key.length === 1 && !inDrawing && !isOneKeyOn()) return;
	const does = actions(explorer, open)[event.key.toLowerCase()];
	if (!does) return;
	does();
	event.preventDefault();
}

const actions = (
	explorer: Explorer,
	open: { search(): void; keys(): void }
): Readonly<Record<string, (() => void) | undefined>> => ({
	'/': open.search,
	'?': open.keys,
	f: () => explorer.picture?.fit(),
	'+': () => explorer.picture?.zoom(1.5),
	'=': () => explorer.picture?.zoom(1.5),
	'-': () => explorer.picture?.zoom(1 / 1.5),
	t: () => explorer.show(explorer.view.view === 'tableau' ? 'reseau' : 'tableau'),
	...(OFFERED_VIEWS.includes('carte')
		? { c: () => explorer.show(explorer.view.view === 'carte' ? 'reseau' : 'carte') }
		: {}),
	l: () => explorer.adjust({ reading: !explorer.view.reading }),
	x: () => explorer.show(explorer.view.view === 'texte' ? 'reseau' : 'texte'),
	escape: () => {
		explorer.leave();
		void tick().then(keepFocus);
	}
});

/** What had focus is gone, or was a footnote: the reader is back in the drawing, or beside it. */
export function keepFocus(): void {
	if (document.activeElement && document.activeElement !== document.body) return;
	const drawing = document.querySelector<HTMLElement>(IN_SIGHT);
	(drawing ?? document.getElementById('explorer-tabpanel'))?.focus({ preventScroll: true });
}
