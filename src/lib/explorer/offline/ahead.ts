import type { View } from '#lib/domain/view-state/state.ts';
import exportWorker from '../takeaway/export.worker.ts?worker&url';
import { readViewOf } from '../views/model.ts';
import { loadEveryView, loadView } from '../views/reading.ts';

/** Milliseconds a page is left alone before what it may need without network is fetched. */
const QUIET = 3000;

/** What is fetched when first used, and would be missing in a room without network. */
const PARTS = [
	loadEveryView,
	() => import('../paths/PathsPanel.svelte'),
	() => import('../insight/FragileList.svelte'),
	() => import('../AccessLines.svelte'),
	() => import('../stage/menu.ts'),
	() => import('../stage/ContextMenu.svelte'),
	() => import('../takeaway/TakeAway.svelte'),
	() => fetch(exportWorker)
];

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
	const load = async (): Promise<void> => {
		await Promise.allSettled(PARTS.map((part) => part()));
		document.documentElement.dataset['ahead'] = 'loaded';
	};
	const timer = setTimeout(() => {
		if ('requestIdleCallback' in window) requestIdleCallback(() => void load());
		else void load();
	}, QUIET);
	return () => clearTimeout(timer);
}
