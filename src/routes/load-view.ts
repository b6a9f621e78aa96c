import { browser } from '$app/environment';
import { parseViewState } from '#lib/domain/view-state/codec.ts';
import { readViewOf } from '#lib/explorer/views/model.ts';
import { loadEveryView, loadView } from '#lib/explorer/views/reading.ts';

/**
 * Has the program of the view asked for before the page comes alive, so that what the server wrote
 * stays; the drawing's page fetches none. What is shown later fetches its own.
 */
export async function prepareView(search: string): Promise<void> {
	if (!browser) {
		await loadEveryView();
		return;
	}
	const view = readViewOf(parseViewState(new URLSearchParams(search)).state.view);
	if (view) await loadView(view);
}
