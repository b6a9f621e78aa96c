import { expect, type Locator, type Page } from '@playwright/test';

/** Goes to `target` with Tab alone; the focus must show on the way, and never be lost. */
export async function tabTo(
	page: Page,
	target: Locator,
	most: number,
	back = false
): Promise<void> {
	for (let step = 0; step < most; step++) {
		await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
		const focus = await page.evaluate(() => {
			const at = document.activeElement;
			if (!at || at === document.body) return { lost: true, ring: false, what: 'body' };
			const shows = (pseudo?: string): boolean => {
				const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at, pseudo);
				return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
			};
			const ring = shows() || shows('::after');
			return { lost: false, ring, what: at.outerHTML.slice(0, 120) };
		});
		expect(focus.lost, `focus lost after ${step} steps`).toBe(false);
		expect(focus.ring, `no ring on ${focus.what}`).toBe(true);
		if (await target.evaluateAll((all) => all.some((one) => one === document.activeElement)))
			return;
	}
	throw new Error(`not reached in ${most} steps`);
}
