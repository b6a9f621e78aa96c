import { computeLayout } from '#lib/network/layout/layout.ts';
import type { IsolationRow, Network, Position } from '#lib/network/model.ts';

export interface LayoutOrder {
	network: Network;
	isolated: IsolationRow[];
}
export type LayoutAnswer = ReadonlyMap<string, Position>;

self.addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
	const answer: LayoutAnswer = computeLayout(data.network, data.isolated).positions;
	self.postMessage(answer);
});
