/** What the page lays over a drawing or a map, in pixels of its element: its sentences and its buttons. */
export function coveredIn(element: HTMLElement): DOMRect[] {
	const from = element.getBoundingClientRect();
	const over = element.closest('section')?.querySelectorAll('[data-over]') ?? [];
	return [...over].map((each) => {
		const { x, y, width, height } = each.getBoundingClientRect();
		return new DOMRect(x - from.x - 4, y - from.y - 4, width + 8, height + 8);
	});
}

/** Pixels at the foot of a drawing under the sheet of details, where it slides over it. */
export function underSheet(): number {
	const sheet = document.getElementById('explorer-panel');
	if (!sheet || getComputedStyle(sheet).position !== 'absolute') return 0;
	return sheet.offsetHeight;
}
