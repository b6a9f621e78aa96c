import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { ExplorerAddress } from '#lib/explorer/explorer.svelte.ts';
import { parseViewState, writeViewState } from '#lib/domain/view-state/codec.ts';
import type { View } from '#lib/domain/view-state/state.ts';

/** The browser's address as the explorer sees it: changed without scrolling, focus kept. */
export const followAddress = (): ExplorerAddress => ({
	url: () => page.url,
	replace: (url) => void goto(url, { replaceState: true, keepFocus: true, noScroll: true }),
	push: (url) => void goto(url, { keepFocus: true, noScroll: true })
});

/** Address of the same page in another view. */
export function viewHref(url: URL, view: View): string {
	const { state } = parseViewState(url.searchParams);
	const search = writeViewState({ ...state, view }, url.searchParams).toString();
	return search ? `${url.pathname}?${search}` : url.pathname;
}
