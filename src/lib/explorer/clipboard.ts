/** Copies a text; on an address the browser holds unsafe (http on a local network), by a selection. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copySelected(text);
	}
}

function copySelected(text: string): boolean {
	const before = document.activeElement;
	const area = document.createElement('textarea');
	area.value = text;
	area.className = 'visually-hidden';
	document.body.append(area);
	area.select();
	try {
		// The one way left where the clipboard's own is refused.
		return document.execCommand('copy');
	} catch {
		return false;
	} finally {
		area.remove();
		if (before instanceof HTMLElement) before.focus();
	}
}
