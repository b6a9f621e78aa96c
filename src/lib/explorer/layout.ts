import { LayoutRunner } from '#lib/network/layout/layout-runner.ts';
import type { ExplorerData } from './data.ts';

interface Point {
	x: number;
	y: number;
}

export interface RunningLayout {
	/** Leaves everything where it is. */
	stop(): void;
	/** Holds a node at a place of the layout or, with `null`, lets it go. */
	pin(id: string, at: Point | null): void;
}

/** Runs the layout of a network away from the page, around the nodes already held by hand. */
export function startLayout(
	{ network, layout }: ExplorerData,
	pins: ReadonlyMap<string, Point>,
	on: {
		positions(positions: ReadonlyMap<string, Point>): void;
		end(settled: boolean): void;
	}
): RunningLayout {
	const runner = new LayoutRunner({
		moved: (positions) => on.positions(positions),
		done: (reason) => {
			runner.close();
			on.end(reason === 'converged');
		}
	});
	runner.start(network, layout);
	for (const [id, at] of pins) runner.pin(id, at);
	return { stop: () => runner.stop(), pin: (id, at) => runner.pin(id, at) };
}
