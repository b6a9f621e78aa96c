import exportWorker from '../takeaway/export.worker.ts?worker&url';
import { loadEveryView } from '../views/reading.ts';

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
