import type { ExplorerAddress } from '../explorer.svelte.ts';

/** Begins a view in the fragment, so that it is not taken for an anchor of the page. */
const VIEW = '#?';

/**
 * The view of a saved file lives in its fragment: the one part of the address a page opened from a
 * disk may change. Reload, and the same view is there.
 */
export class FileAddress implements ExplorerAddress {
	#url = $state.raw(new URL('about:blank'));

	/** @param first the view the file opens with when its address says none */
	constructor(private readonly first: string) {
		this.#show(location.search || first);
		this.follow();
	}

	url(): URL {
		return this.#url;
	}

	replace(url: URL): void {
		this.#url = url;
		history.replaceState(null, '', `${VIEW}${url.search.slice(1)}`);
	}

	push(url: URL): void {
		history.pushState(null, '', location.href);
		this.replace(url);
	}

	/** Another view typed in the address bar, or come back to; an anchor of the page changes nothing. */
	follow(): void {
		const { hash, search } = location;
		if (hash.startsWith(VIEW)) this.#show(hash.slice(1));
		else if (hash === '') this.#show(search || this.first);
	}

	/** Links to another view of this page are followed in place. True when it was one. */
	goto(link: HTMLAnchorElement): boolean {
		const raw = link.getAttribute('href') ?? '';
		if (raw.startsWith('#') || link.pathname !== this.#url.pathname) return false;
		this.replace(new URL(link.href));
		return true;
	}

	#show(search: string): void {
		const url = new URL(location.href);
		url.hash = '';
		url.search = search;
		this.#url = url;
	}
}
