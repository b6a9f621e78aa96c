import type { View } from '#lib/domain/view-state/state.ts';
import exportWorker from '../takeaway/export.worker.ts?worker&url';
import { READ_VIEWS, readViewOf } from '../views/model.ts';
import { loadView } from '../views/reading.ts';

/** Milliseconds a page is left alone before what it may need without network is fetched. */
const QUIET = 3000;

/** What is fetched when first used, and would be missing in a room without network. */
const PARTS = [
	...READ_VIEWS.map((view) => () => loadView(view)),
	() => import('../paths/PathsPanel.svelte'),
	() => import('../insight/FragileList.svelte'),
	() => import('../AccessLines.svelte'),
	() => import('../stage/menu.ts'),
	() => import('../stage/ContextMenu.svelte'),
	() => import('../takeaway/TakeAway.svelte'),
	() => fetch(exportWorker)
];

const idle = (): Promise<unknown> =>
	new Promise((resolve) => {
		if ('requestIdleCallback' in window) requestIdleCallback(resolve);
		else setTimeout(resolve);
	});

const loadMap = async (networkUrl: string): Promise<unknown> => {
	const { readyMap } = await import('../views/map/ready.ts');
	return readyMap(networkUrl);
};

/** Fetches what a view is made of, for whoever comes near its name: it is there when it is asked for. */
export function comeNear(view: View, networkUrl: string): void {
	const read = readViewOf(view);
	const coming = read ? loadView(read) : view === 'carte' ? loadMap(networkUrl) : undefined;
	// What does not come is told when it is asked for.
	coming?.catch(() => undefined);
}

/** Fetches the rest of the explorer once the drawing is there and nothing else is going on. */
export function loadAhead(): () => void {
	let gone = false;
	// One after the other, each when nothing goes on: all at once would hold the page.
	const load = async (): Promise<void> => {
		for (const part of PARTS) {
			await idle();
			if (gone) return;
			await Promise.allSettled([part()]);
		}
		document.documentElement.dataset['ahead'] = 'loaded';
	};
	const timer = setTimeout(() => void load(), QUIET);
	return () => {
		gone = true;
		clearTimeout(timer);
	};
}
