/** What may change around a drawing while it is there: the colours, and the graphics context itself. */

/** Milliseconds a lost graphics context is given to come back. */
const LOST_PATIENCE = 3000;

export function watchTheme(changed: () => void, signal: AbortSignal): void {
	matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
	const observer = new MutationObserver(changed);
	observer.observe(document.documentElement, {
		attributeFilter: ['data-theme', 'data-contrast', 'class']
	});
	signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Listens to canvases losing their graphics context. `lost` is called at once, then either `restored`
 * or, after `LOST_PATIENCE`, `gone`. Canvases that were taken away on purpose say nothing.
 */
export function watchContext(
	canvases: readonly HTMLCanvasElement[],
	{ lost, restored, gone }: Record<'lost' | 'restored' | 'gone', () => void>,
	signal: AbortSignal
): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const forget = (): void => {
		clearTimeout(timer);
		timer = undefined;
	};
	signal.addEventListener('abort', forget);
	for (const canvas of canvases) {
		canvas.addEventListener(
			'webglcontextlost',
			(event) => {
				if (!canvas.isConnected) return;
				event.preventDefault();
				lost();
				timer ??= setTimeout(gone, LOST_PATIENCE);
			},
			{ signal }
		);
		canvas.addEventListener(
			'webglcontextrestored',
			() => {
				if (!canvas.isConnected) return;
				forget();
				restored();
			},
			{ signal }
		);
	}
}
