/**
 * Keys of a single character act all over the page, unless the reader refuses them: a voice, or a hand
 * that shakes, types them by chance (WCAG 2.2, 2.1.4; RGAA 4.1, 12.10).
 */
const NAME = 'maillage.one-key';

/** True until the reader has refused them, and where nothing can be remembered. */
export function isOneKeyOn(): boolean {
	try {
		return localStorage.getItem(NAME) !== 'off';
	} catch {
		return true;
	}
}

/** Remembers the choice on this machine; forgets it where that is refused. */
export function setOneKey(on: boolean): void {
	try {
		if (on) localStorage.removeItem(NAME);
		else localStorage.setItem(NAME, 'off');
	} catch {
		// The keys stay as they were.
	}
}
