import { LayoutRunner } from '#lib/network/layout/layout-runner.ts';
import type { ExplorerData } from './data.ts';

/** Runs the layout of a network away from the page; `stop` leaves everything where it is. */
export function startLayout(
	{ network, layout }: ExplorerData,
	on: {
		positions(positions: ReadonlyMap<string, { x: number; y: number }>): void;
		end(settled: boolean): void;
	}
): { stop(): void } {
	const runner = new LayoutRunner({
		moved: (positions) => on.positions(positions),
		done: (reason) => {
			runner.close();
			on.end(reason === 'converged');
		}
	});
	runner.start(network, layout);
	return { stop: () => runner.stop() };
}
