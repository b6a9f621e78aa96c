import type { ExplorerData } from './data.ts';
import type { LayoutAnswer, LayoutOrder } from './layout.worker.ts';

/** Computes the layout of a network away from the page; `stop` leaves everything where it is. */
export function startLayout(
	{ network, isolated }: ExplorerData,
	on: { positions(positions: LayoutAnswer): void; end(settled: boolean): void }
): { stop(): void } {
	const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
	const finish = (settled: boolean): void => {
		worker.terminate();
		on.end(settled);
	};
	worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
		on.positions(data);
		finish(true);
	});
	worker.addEventListener('error', () => finish(false));
	const order: LayoutOrder = { network, isolated: [...isolated] };
	worker.postMessage(order);
	return { stop: () => finish(false) };
}
