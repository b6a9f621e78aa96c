import type { Page } from '@playwright/test';

/** WCAG 2.2, 1.4.12: text as a reader may space it. */
export const spaceText = (page: Page): Promise<void> =>
	page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(`*:not(svg *) {
			line-height: 1.5 !important;
			letter-spacing: 0.12em !important;
			word-spacing: 0.16em !important;
		}
		p { margin-bottom: 2em !important; }`);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	});

/** What is wrong with the page as it stands, in words; nothing when all of it can be read and used. */
export const lossesIn = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const named = (element: Element): string =>
			`${element.tagName.toLowerCase()}.${[...element.classList].filter((name) => !name.startsWith('svelte-')).join('.')} « ${(element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/gu, ' ').trim().slice(0, 60)} »`;
		const isSeen = (element: Element): boolean =>
			element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
		const isHushed = (element: Element): boolean => {
			const { clipPath, width, height } = getComputedStyle(element);
			return clipPath !== 'none' || (parseFloat(width) <= 1 && parseFloat(height) <= 1);
		};
		const losses: string[] = [];
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth > clientWidth) losses.push(`the page scrolls sideways: ${scrollWidth}`);

		// Text cut by a box that neither grows nor scrolls.
		for (const element of document.querySelectorAll<HTMLElement>('body *')) {
			if (element.closest('svg') || !isSeen(element) || element.closest('[aria-hidden="true"]'))
				continue;
			const { overflowX, overflowY } = getComputedStyle(element);
			const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
			const hasText = [...element.childNodes].some(
				({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim()
			);
			if (!hasText || isHushed(element)) continue;
			const tooWide = cuts(overflowX) && element.scrollWidth > element.clientWidth + 1;
			const tooHigh = cuts(overflowY) && element.scrollHeight > element.clientHeight + 2;
			if (tooWide || tooHigh) losses.push(`cut: ${named(element)}`);
		}

		// What one acts on is there to be pressed: once in sight, nothing lies over its middle.
		const controls = document.querySelectorAll<HTMLElement>(
			'a[href], button:not(:disabled), input, select, summary'
		);
		for (const control of controls) {
			if (!isSeen(control) || isHushed(control) || control.closest('[inert]')) continue;
			control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
			const [box] = control.getClientRects();
			if (!box || box.width < 2) continue;
			const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
			// The way to the content shows when it has the focus.
			if (control.matches('.skip')) continue;
			if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) {
				losses.push(`out of reach: ${named(control)}`);
				continue;
			}
			const top = document.elementFromPoint(x, y);
			const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
			const mine =
				top && [control, ...labels].some((each) => each.contains(top) || top.contains(each));
			if (!mine) losses.push(`covered: ${named(control)} by ${top ? named(top) : 'nothing'}`);
		}
		scrollTo(0, 0);
		return losses;
	});
